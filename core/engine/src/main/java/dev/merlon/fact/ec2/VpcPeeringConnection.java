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
 * A peering connection as DescribeVpcPeeringConnections tells it, of either side.
 *
 * @param status {@code active} when traffic flows
 * @param requesterCidrBlocks of both families
 * @param accepterCidrBlocks of both families
 */
@ReadBy("ec2:DescribeVpcPeeringConnections")
public record VpcPeeringConnection(
    String arn,
    String account,
    String region,
    String vpcPeeringConnectionId,
    String status,
    String requesterOwnerId,
    String requesterVpcId,
    String requesterRegion,
    List<String> requesterCidrBlocks,
    String accepterOwnerId,
    String accepterVpcId,
    String accepterRegion,
    List<String> accepterCidrBlocks,
    Map<String, String> tags)
    implements Resource {
  public VpcPeeringConnection {
    requesterCidrBlocks = List.copyOf(requesterCidrBlocks);
    accepterCidrBlocks = List.copyOf(accepterCidrBlocks);
    tags = Tags.copyOf(tags);
  }
}
