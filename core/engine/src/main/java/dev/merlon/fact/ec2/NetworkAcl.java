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
 * A network ACL as DescribeNetworkAcls tells it; its associations and entries are facts of their
 * own, {@link NetworkAclAssociation} and {@link NetworkAclEntry}.
 *
 * @param ownerId the account that owns it
 * @param isDefault whether it is the one that the VPC gives to new subnets
 */
@ReadBy("ec2:DescribeNetworkAcls")
public record NetworkAcl(
    String arn,
    String account,
    String region,
    String networkAclId,
    String vpcId,
    String ownerId,
    boolean isDefault,
    Map<String, String> tags)
    implements Resource {
  public NetworkAcl {
    tags = Tags.copyOf(tags);
  }
}
