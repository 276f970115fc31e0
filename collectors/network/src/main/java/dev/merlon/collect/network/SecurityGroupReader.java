/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.network;

import static dev.merlon.collect.AwsValues.required;
import static dev.merlon.collect.AwsValues.text;

import dev.merlon.collect.Reading;
import dev.merlon.fact.ec2.SecurityGroup;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** Maps DescribeSecurityGroups. */
final class SecurityGroupReader {
  private static final int PAGE = 1000;

  private SecurityGroupReader() {}

  static void read(Ec2Client ec2, Reading reading) {
    reading.each(
        ec2.describeSecurityGroupsPaginator(request -> request.maxResults(PAGE)).securityGroups(),
        group -> map(group, reading));
  }

  private static SecurityGroup map(
      software.amazon.awssdk.services.ec2.model.SecurityGroup group, Reading reading) {
    String id = required(group.groupId(), "GroupId");
    String owner = text(group.ownerId(), reading.account());
    return new SecurityGroup(
        reading.arn("ec2", owner, "security-group/" + id),
        reading.account(),
        reading.region(),
        id,
        text(group.groupName()),
        text(group.description()),
        text(group.vpcId()),
        owner,
        Ec2Tags.map(group.tags()));
  }
}
