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
 * What is connected to a transit gateway, as DescribeTransitGatewayAttachments tells it.
 *
 * @param resourceType {@code vpc}, {@code vpn}, {@code peering}, …
 * @param routeTableId the transit gateway's route table for what comes from it; empty for none
 */
@ReadBy("ec2:DescribeTransitGatewayAttachments")
public record TransitGatewayAttachment(
    String arn,
    String account,
    String region,
    String transitGatewayAttachmentId,
    String transitGatewayId,
    String transitGatewayOwnerId,
    String resourceType,
    String resourceId,
    String resourceOwnerId,
    String state,
    String routeTableId,
    Map<String, String> tags)
    implements Resource {
  public TransitGatewayAttachment {
    tags = Tags.copyOf(tags);
  }
}
