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
 * A route table as DescribeRouteTables tells it; its associations and routes are facts of their
 * own, {@link RouteTableAssociation} and {@link Route}.
 *
 * @param ownerId the account that owns it
 */
@ReadBy("ec2:DescribeRouteTables")
public record RouteTable(
    String arn,
    String account,
    String region,
    String routeTableId,
    String vpcId,
    String ownerId,
    Map<String, String> tags)
    implements Resource {
  public RouteTable {
    tags = Tags.copyOf(tags);
  }
}
