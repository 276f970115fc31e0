/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.ec2;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;

/**
 * The VPC that an internet gateway is attached to, as DescribeInternetGateways tells it.
 *
 * @param arn the gateway's ARN, a slash and the VPC's id: AWS has none
 * @param state {@code available} or {@code attached} when traffic flows
 */
@ReadBy("ec2:DescribeInternetGateways")
public record InternetGatewayAttachment(
    String arn, String account, String region, String internetGatewayId, String vpcId, String state)
    implements Resource {
  /** Whether traffic flows (IGW-1). */
  public boolean isAttached() {
    return state.equals("available") || state.equals("attached");
  }
}
