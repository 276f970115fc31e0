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
 * A subnet as DescribeSubnets tells it, shared ones included.
 *
 * @param ownerId the account that owns it
 * @param cidrBlock the IPv4 block; empty in a subnet of IPv6 only
 * @param ipv6CidrBlocks the IPv6 blocks that are associated
 * @param mapPublicIpOnLaunch whether interfaces get a public IPv4 address when an instance is
 *     launched: a default, which proves nothing of those that are there (ADR-1)
 */
@ReadBy("ec2:DescribeSubnets")
public record Subnet(
    String arn,
    String account,
    String region,
    String subnetId,
    String vpcId,
    String ownerId,
    String availabilityZone,
    String availabilityZoneId,
    String cidrBlock,
    List<String> ipv6CidrBlocks,
    boolean mapPublicIpOnLaunch,
    boolean assignIpv6AddressOnCreation,
    boolean defaultForAz,
    Map<String, String> tags)
    implements Resource {
  public Subnet {
    ipv6CidrBlocks = List.copyOf(ipv6CidrBlocks);
    tags = Tags.copyOf(tags);
  }

  /** Whether another account shares it with this one; what is wrong with it is that account's. */
  public boolean isShared() {
    return !ownerId.isEmpty() && !ownerId.equals(account);
  }
}
