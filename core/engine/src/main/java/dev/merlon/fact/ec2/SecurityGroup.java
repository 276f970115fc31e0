/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.ec2;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;
import dev.merlon.fact.Tags;
import java.util.Map;

/**
 * A security group as DescribeSecurityGroups tells it; its rules are facts of their own.
 *
 * @param ownerId the account that owns it, another than {@code account} when it is shared
 */
@ReadBy("ec2:DescribeSecurityGroups")
public record SecurityGroup(
    String arn,
    String account,
    String region,
    String groupId,
    String groupName,
    String description,
    String vpcId,
    String ownerId,
    Map<String, String> tags)
    implements Resource {

  public SecurityGroup {
    tags = Tags.copyOf(tags);
  }

  /** Whether it is the group that every VPC has and nobody can delete. */
  public boolean isDefault() {
    return groupName.equals("default");
  }

  /** Whether it has the name that the console's launch wizard gives. */
  public boolean madeByLaunchWizard() {
    return groupName.startsWith("launch-wizard-");
  }

  /** Whether another account shares it with this one; what is wrong with it is that account's. */
  public boolean isShared() {
    return !ownerId.isEmpty() && !ownerId.equals(account);
  }
}
