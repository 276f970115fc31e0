/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.network;

import static dev.merlon.collect.AwsValues.flag;
import static dev.merlon.collect.AwsValues.number;
import static dev.merlon.collect.AwsValues.required;
import static dev.merlon.collect.AwsValues.text;

import dev.merlon.collect.Reading;
import dev.merlon.fact.ec2.SecurityGroupRule;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.ReferencedSecurityGroup;

/** Maps DescribeSecurityGroupRules. */
final class SecurityGroupRuleReader {
  private static final int PAGE = 1000;
  private static final int ALL = -1;

  private SecurityGroupRuleReader() {}

  static void read(Ec2Client ec2, Reading reading) {
    reading.each(
        ec2.describeSecurityGroupRulesPaginator(request -> request.maxResults(PAGE))
            .securityGroupRules(),
        rule -> map(rule, reading));
  }

  private static SecurityGroupRule map(
      software.amazon.awssdk.services.ec2.model.SecurityGroupRule rule, Reading reading) {
    String id = required(rule.securityGroupRuleId(), "SecurityGroupRuleId");
    ReferencedSecurityGroup referenced = rule.referencedGroupInfo();
    String referencedGroupId = referenced == null ? "" : text(referenced.groupId());
    // A kind of peer that we do not know must not look like a rule that lets nobody through.
    required(
        text(rule.cidrIpv4())
            + text(rule.cidrIpv6())
            + text(rule.prefixListId())
            + referencedGroupId,
        "the source or destination of " + id);
    return new SecurityGroupRule(
        reading.arn(
            "ec2", text(rule.groupOwnerId(), reading.account()), "security-group-rule/" + id),
        reading.account(),
        reading.region(),
        id,
        required(rule.groupId(), "GroupId"),
        flag(rule.isEgress()),
        required(rule.ipProtocol(), "IpProtocol"),
        number(rule.fromPort(), ALL),
        number(rule.toPort(), ALL),
        text(rule.cidrIpv4()),
        text(rule.cidrIpv6()),
        text(rule.prefixListId()),
        referencedGroupId,
        text(rule.description()));
  }
}
