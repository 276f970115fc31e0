/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.rds;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;
import java.util.List;

/**
 * The subnets of databases as DescribeDBSubnetGroups tells them.
 *
 * @param dbSubnetGroupName unique in its account and Region
 * @param subnetIds any of which the databases may be in
 * @param availabilityZones those of its subnets, each once, sorted
 */
@ReadBy("rds:DescribeDBSubnetGroups")
public record DbSubnetGroup(
    String arn,
    String account,
    String region,
    String dbSubnetGroupName,
    String vpcId,
    List<String> subnetIds,
    List<String> availabilityZones)
    implements Resource {
  public DbSubnetGroup {
    subnetIds = List.copyOf(subnetIds);
    availabilityZones = List.copyOf(availabilityZones);
  }
}
