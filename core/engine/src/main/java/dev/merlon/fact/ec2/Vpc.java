/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.ec2;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;
import dev.merlon.fact.Tags;
import java.util.List;
import java.util.Map;

/**
 * A VPC as DescribeVpcs tells it, shared ones included.
 *
 * @param ownerId the account that owns it
 * @param cidrBlocks the IPv4 blocks that are associated
 * @param ipv6CidrBlocks the IPv6 blocks that are associated
 * @param privateIpv6CidrBlocks those of the IPv6 blocks that come from a private pool and that AWS
 *     does not advertise
 */
@ReadBy("ec2:DescribeVpcs")
public record Vpc(
    String arn,
    String account,
    String region,
    String vpcId,
    String ownerId,
    boolean isDefault,
    List<String> cidrBlocks,
    List<String> ipv6CidrBlocks,
    List<String> privateIpv6CidrBlocks,
    Map<String, String> tags)
    implements Resource {
  public Vpc {
    cidrBlocks = List.copyOf(cidrBlocks);
    ipv6CidrBlocks = List.copyOf(ipv6CidrBlocks);
    privateIpv6CidrBlocks = List.copyOf(privateIpv6CidrBlocks);
    tags = Tags.copyOf(tags);
  }
}
