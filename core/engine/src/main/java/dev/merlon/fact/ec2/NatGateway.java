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
 * A NAT gateway as DescribeNatGateways tells it.
 *
 * @param subnetId the subnet that it lives in; empty for a regional one, which lives in none
 *     (EGR-5)
 * @param connectivityType {@code public} or {@code private}
 * @param availabilityMode {@code zonal}, or for the whole Region; empty where AWS does not say
 * @param state {@code available} when traffic flows
 * @param routeTableId the route table of a regional one
 */
@ReadBy("ec2:DescribeNatGateways")
public record NatGateway(
    String arn,
    String account,
    String region,
    String natGatewayId,
    String vpcId,
    String subnetId,
    String connectivityType,
    String availabilityMode,
    String state,
    String routeTableId,
    List<NatGatewayAddress> addresses,
    Map<String, String> tags)
    implements Resource {
  public NatGateway {
    addresses = List.copyOf(addresses);
    tags = Tags.copyOf(tags);
  }

  /** Whether it is one for the whole Region, which has a route table of its own. */
  public boolean isRegional() {
    return availabilityMode.equals("regional");
  }

  /** Whether traffic flows (EGR-2). */
  public boolean isAvailable() {
    return state.equals("available");
  }

  /** Whether it leads to other networks of the customer only. */
  public boolean isPrivate() {
    return connectivityType.equals("private");
  }
}
