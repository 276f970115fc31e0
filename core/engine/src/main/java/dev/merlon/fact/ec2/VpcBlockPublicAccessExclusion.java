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
 * What VPC Block Public Access leaves out, as DescribeVpcBlockPublicAccessExclusions tells it.
 * Exactly one of {@code vpcId} and {@code subnetId} is not empty.
 *
 * @param internetGatewayExclusionMode {@code allow-bidirectional} or {@code allow-egress}
 * @param state {@code create-complete}, {@code delete-in-progress}, …
 */
@ReadBy("ec2:DescribeVpcBlockPublicAccessExclusions")
public record VpcBlockPublicAccessExclusion(
    String arn,
    String account,
    String region,
    String exclusionId,
    String vpcId,
    String subnetId,
    String internetGatewayExclusionMode,
    String state,
    Map<String, String> tags)
    implements Resource {
  public VpcBlockPublicAccessExclusion {
    tags = Tags.copyOf(tags);
  }

  /** Whether it is in force (BPA-4). */
  public boolean isInForce() {
    return state.equals("create-complete") || state.equals("update-complete");
  }
}
