/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.network;

import static dev.merlon.collect.network.Collected.ACCOUNT;
import static dev.merlon.collect.network.Collected.OTHER_ACCOUNT;
import static dev.merlon.collect.network.Collected.REGION;
import static dev.merlon.collect.network.Collected.arn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.Gap;
import dev.merlon.Snapshot;
import dev.merlon.collect.FakeEc2;
import dev.merlon.fact.ec2.SecurityGroupRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupRulesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupRulesResponse;

final class SecurityGroupRuleReaderTest {
  private static final String ACTION = "ec2:DescribeSecurityGroupRules";

  private final List<DescribeSecurityGroupRulesRequest> requests = new ArrayList<>();

  @Test
  void read_ruleOfASharedGroup_arnIsOfTheGroupsOwner() {
    assertThat(
            collect(
                rule("sgr-1")
                    .groupOwnerId(OTHER_ACCOUNT)
                    .isEgress(true)
                    .ipProtocol("tcp")
                    .fromPort(443)
                    .toPort(444)
                    .cidrIpv4("192.0.2.0/24")
                    .description("partners")))
        .isEqualTo(
            Collected.snapshot(
                List.of(SecurityGroupRule.class),
                List.of(
                    new SecurityGroupRule(
                        arn(OTHER_ACCOUNT, "security-group-rule/sgr-1"),
                        ACCOUNT,
                        REGION,
                        "sgr-1",
                        "sg-1",
                        true,
                        "tcp",
                        443,
                        444,
                        "192.0.2.0/24",
                        "",
                        "",
                        "",
                        "partners"))));
  }

  @Test
  void read_portsLeftOut_areAllPorts() {
    assertThat(
            collect(
                    rule("sgr-1").ipProtocol("tcp").cidrIpv6("::/0"),
                    rule("sgr-2").ipProtocol("50").prefixListId("pl-1"),
                    rule("sgr-3")
                        .ipProtocol("-1")
                        .fromPort(-1)
                        .toPort(-1)
                        .referencedGroupInfo(group -> group.groupId("sg-9").userId("x")))
                .facts())
        .containsExactly(
            fact("sgr-1", "tcp", "::/0", "", ""),
            fact("sgr-2", "50", "", "pl-1", ""),
            fact("sgr-3", "-1", "", "", "sg-9"));
  }

  @Test
  void read_malformedRules_costThemselvesEachWithItsReason() {
    assertThat(
            collect(
                rule("sgr-1").ipProtocol("tcp").cidrIpv6("::/0"),
                rule("sgr-2").ipProtocol("tcp"),
                rule("sgr-3").ipProtocol("tcp").referencedGroupInfo(group -> group.userId("x")),
                rule("sgr-4").cidrIpv4("0.0.0.0/0"),
                rule(null).ipProtocol("tcp").cidrIpv4("0.0.0.0/0"),
                rule("sgr-6").groupId(null).ipProtocol("tcp").cidrIpv4("0.0.0.0/0")))
        .isEqualTo(
            Collected.snapshot(
                List.of(SecurityGroupRule.class),
                List.of(fact("sgr-1", "tcp", "::/0", "", "")),
                lost("the source or destination of sgr-2 is missing"),
                lost("the source or destination of sgr-3 is missing"),
                lost("IpProtocol is missing"),
                lost("SecurityGroupRuleId is missing"),
                lost("GroupId is missing")));
  }

  @Test
  void read_twoPages_asksForTheLargest() {
    collect(rule("sgr-1").ipProtocol("tcp").cidrIpv6("::/0"));

    assertThat(requests)
        .extracting(Object::toString)
        .containsExactly(
            "DescribeSecurityGroupRulesRequest(MaxResults=1000)",
            "DescribeSecurityGroupRulesRequest(NextToken=1, MaxResults=1000)");
  }

  private static Gap lost(String what) {
    return Collected.lost(SecurityGroupRule.class, ACTION, what);
  }

  private static SecurityGroupRule fact(
      String id, String protocol, String cidrIpv6, String prefixListId, String groupId) {
    return new SecurityGroupRule(
        arn(ACCOUNT, "security-group-rule/" + id),
        ACCOUNT,
        REGION,
        id,
        "sg-1",
        false,
        protocol,
        -1,
        -1,
        "",
        cidrIpv6,
        prefixListId,
        groupId,
        "");
  }

  private static software.amazon.awssdk.services.ec2.model.SecurityGroupRule.Builder rule(
      @Nullable String id) {
    return software.amazon.awssdk.services.ec2.model.SecurityGroupRule.builder()
        .securityGroupRuleId(id)
        .groupId("sg-1");
  }

  /** The rules come on a second page, after an empty one. */
  private Snapshot collect(
      software.amazon.awssdk.services.ec2.model.SecurityGroupRule.Builder... rules) {
    return Collected.from(
        new FakeEc2() {
          @Override
          public DescribeSecurityGroupRulesResponse describeSecurityGroupRules(
              DescribeSecurityGroupRulesRequest request) {
            requests.add(request);
            DescribeSecurityGroupRulesResponse.Builder answer =
                DescribeSecurityGroupRulesResponse.builder();
            if (request.nextToken() == null) {
              return answer.nextToken("1").build();
            }
            return answer
                .securityGroupRules(Arrays.stream(rules).map(rule -> rule.build()).toList())
                .build();
          }
        },
        SecurityGroupRule.class);
  }
}
