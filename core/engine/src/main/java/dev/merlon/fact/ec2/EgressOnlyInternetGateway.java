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
 * An egress-only internet gateway as DescribeEgressOnlyInternetGateways tells it: IPv6 only,
 * outbound only (EGR-4).
 *
 * @param vpcId the VPC that it is attached to; empty for none
 * @param state {@code attached} when traffic flows
 */
@ReadBy("ec2:DescribeEgressOnlyInternetGateways")
public record EgressOnlyInternetGateway(
    String arn,
    String account,
    String region,
    String egressOnlyInternetGatewayId,
    String vpcId,
    String state,
    Map<String, String> tags)
    implements Resource {
  public EgressOnlyInternetGateway {
    tags = Tags.copyOf(tags);
  }

  /** Whether traffic flows. */
  public boolean isAttached() {
    return state.equals("attached") || state.equals("available");
  }
}
