/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.fact.policy.Truth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class EventTopicTest {
  private static final String ACCOUNT = "arn:aws-cn:iam::111122223333:root";

  /** The filters that the CIS AWS Foundations Benchmark gives. */
  static Stream<Arguments> benchmark() {
    return Stream.of(
        Arguments.of(
            EventTopic.ORGANIZATIONS_CHANGES,
            "{ ($.eventSource = organizations.amazonaws.com) && (($.eventName ="
                + " \"AcceptHandshake\") || ($.eventName = \"AttachPolicy\") || ($.eventName ="
                + " \"CreateAccount\") || ($.eventName = \"CreateOrganizationalUnit\") ||"
                + " ($.eventName = \"CreatePolicy\") || ($.eventName = \"DeclineHandshake\") ||"
                + " ($.eventName = \"DeleteOrganization\") || ($.eventName ="
                + " \"DeleteOrganizationalUnit\") || ($.eventName = \"DeletePolicy\") ||"
                + " ($.eventName = \"DetachPolicy\") || ($.eventName = \"DisablePolicyType\") ||"
                + " ($.eventName = \"EnablePolicyType\") || ($.eventName ="
                + " \"InviteAccountToOrganization\") || ($.eventName = \"LeaveOrganization\") ||"
                + " ($.eventName = \"MoveAccount\") || ($.eventName ="
                + " \"RemoveAccountFromOrganization\") || ($.eventName = \"UpdatePolicy\") ||"
                + " ($.eventName = \"UpdateOrganizationalUnit\")) }"),
        Arguments.of(
            EventTopic.ROOT_USAGE,
            "{ $.userIdentity.type = \"Root\" && $.userIdentity.invokedBy NOT EXISTS &&"
                + " $.eventType != \"AwsServiceEvent\" }"),
        Arguments.of(
            EventTopic.CONSOLE_SIGN_IN_WITHOUT_MFA,
            "{ ($.eventName = \"ConsoleLogin\") && ($.additionalEventData.MFAUsed != \"Yes\") &&"
                + " ($.userIdentity.type = \"IAMUser\") && ($.responseElements.ConsoleLogin ="
                + " \"Success\") }"),
        Arguments.of(
            EventTopic.SECURITY_GROUP_CHANGES,
            "{ ($.eventName = AuthorizeSecurityGroupIngress) || ($.eventName ="
                + " AuthorizeSecurityGroupEgress) || ($.eventName = RevokeSecurityGroupIngress) ||"
                + " ($.eventName = RevokeSecurityGroupEgress) || ($.eventName ="
                + " CreateSecurityGroup) || ($.eventName = DeleteSecurityGroup) }"),
        Arguments.of(
            EventTopic.NETWORK_ACL_CHANGES,
            "{ ($.eventName = CreateNetworkAcl) || ($.eventName = CreateNetworkAclEntry) ||"
                + " ($.eventName = DeleteNetworkAcl) || ($.eventName = DeleteNetworkAclEntry) ||"
                + " ($.eventName = ReplaceNetworkAclEntry) || ($.eventName ="
                + " ReplaceNetworkAclAssociation) }"),
        Arguments.of(
            EventTopic.GATEWAY_CHANGES,
            "{ ($.eventName = CreateCustomerGateway) || ($.eventName = DeleteCustomerGateway) ||"
                + " ($.eventName = AttachInternetGateway) || ($.eventName ="
                + " CreateInternetGateway) || ($.eventName = DeleteInternetGateway) ||"
                + " ($.eventName = DetachInternetGateway) }"),
        Arguments.of(
            EventTopic.ROUTE_TABLE_CHANGES,
            "{ ($.eventSource = ec2.amazonaws.com) && (($.eventName = CreateRoute) ||"
                + " ($.eventName = CreateRouteTable) || ($.eventName = ReplaceRoute) ||"
                + " ($.eventName = ReplaceRouteTableAssociation) || ($.eventName ="
                + " DeleteRouteTable) || ($.eventName = DeleteRoute) || ($.eventName ="
                + " DisassociateRouteTable)) }"),
        Arguments.of(
            EventTopic.VPC_CHANGES,
            "{ ($.eventName = CreateVpc) || ($.eventName = DeleteVpc) || ($.eventName ="
                + " ModifyVpcAttribute) || ($.eventName = AcceptVpcPeeringConnection) ||"
                + " ($.eventName = CreateVpcPeeringConnection) || ($.eventName ="
                + " DeleteVpcPeeringConnection) || ($.eventName = RejectVpcPeeringConnection) ||"
                + " ($.eventName = AttachClassicLinkVpc) || ($.eventName = DetachClassicLinkVpc) ||"
                + " ($.eventName = DisableVpcClassicLink) || ($.eventName ="
                + " EnableVpcClassicLink) }"));
  }

  @ParameterizedTest
  @MethodSource("benchmark")
  void probes_ofATopic_areCaughtByTheBenchmarksFilter(EventTopic topic, String filter) {
    assertThat(uncaught(topic, filter)).isEmpty();
  }

  /** What nobody looks at is left open: no filter of one topic is undecided about another. */
  @ParameterizedTest
  @MethodSource("benchmark")
  void probes_ofOtherTopics_areCertainlyNotCaught(EventTopic topic, String filter) {
    LogFilterPattern pattern = LogFilterPattern.parse(filter);

    for (EventTopic other : EventTopic.values()) {
      if (other != topic) {
        assertThat(other.probes())
            .allSatisfy(
                probe ->
                    assertThat(pattern.matches(probe.recorded(ACCOUNT))).isEqualTo(Truth.FALSE));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void probes_ofATopic_haveDifferentNames(EventTopic topic) {
    assertThat(topic.probes()).extracting(EventProbe::name).doesNotHaveDuplicates().isNotEmpty();
  }

  @Test
  void delivered_aCall_isAnEventOfItsServiceAndAccount() {
    EventProbe probe = EventTopic.ROOT_USAGE.probes().get(1);

    assertThat(
            EventPattern.parse(
                    "{\"source\": [\"aws.iam\"], \"account\": [\"111122223333\"],"
                        + " \"detail-type\": [\"AWS API Call via CloudTrail\"],"
                        + " \"detail\": {\"userIdentity\":"
                        + " {\"arn\": [\"arn:aws-cn:iam::111122223333:root\"],"
                        + " \"invokedBy\": [{\"exists\": false}]}}}")
                .matches(probe.delivered(ACCOUNT)))
        .isEqualTo(Truth.TRUE);
  }

  @Test
  void delivered_aSignIn_isAnEventOfTheConsole() {
    EventProbe probe = EventTopic.ROOT_USAGE.probes().get(0);

    assertThat(
            EventPattern.parse(
                    "{\"source\": [\"aws.signin\"],"
                        + " \"detail-type\": [\"AWS Console Sign In via CloudTrail\"]}")
                .matches(probe.delivered(ACCOUNT)))
        .isEqualTo(Truth.TRUE);
  }

  private static List<String> uncaught(EventTopic topic, String filter) {
    LogFilterPattern pattern = LogFilterPattern.parse(filter);
    return topic.probes().stream()
        .filter(probe -> pattern.matches(probe.recorded(ACCOUNT)) != Truth.TRUE)
        .map(EventProbe::name)
        .toList();
  }
}
