/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.ec2;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;

/**
 * A route as DescribeRouteTables tells it. Exactly one of the three destinations is not empty.
 *
 * @param arn the table's ARN, a slash and the destination: AWS has none
 * @param targetId the id of the target; {@code local} for the VPC itself
 * @param state {@code active} or {@code blackhole}, whose target is gone; a blackhole still wins
 *     and drops (RT-4)
 * @param origin {@code CreateRouteTable}, {@code CreateRoute}, or {@code EnableVgwRoutePropagation}
 *     for a route that is propagated
 */
@ReadBy("ec2:DescribeRouteTables")
public record Route(
    String arn,
    String account,
    String region,
    String routeTableId,
    String destinationCidrBlock,
    String destinationIpv6CidrBlock,
    String destinationPrefixListId,
    RouteTarget targetType,
    String targetId,
    String state,
    String origin)
    implements Resource {
  /** The one destination that it has, as AWS writes it. */
  public String destination() {
    return destinationCidrBlock + destinationIpv6CidrBlock + destinationPrefixListId;
  }

  /** Whether it was learned from a virtual private gateway, and so yields to others (RT-3). */
  public boolean isPropagated() {
    return origin.equals("EnableVgwRoutePropagation");
  }
}
