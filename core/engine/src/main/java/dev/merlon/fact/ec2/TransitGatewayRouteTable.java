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
 * A route table of a transit gateway, as DescribeTransitGatewayRouteTables tells it.
 *
 * @param defaultAssociation whether new attachments are associated with it
 * @param defaultPropagation whether new attachments propagate their routes to it
 */
@ReadBy("ec2:DescribeTransitGatewayRouteTables")
public record TransitGatewayRouteTable(
    String arn,
    String account,
    String region,
    String transitGatewayRouteTableId,
    String transitGatewayId,
    String state,
    boolean defaultAssociation,
    boolean defaultPropagation,
    Map<String, String> tags)
    implements Resource {
  public TransitGatewayRouteTable {
    tags = Tags.copyOf(tags);
  }
}
