/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.redshift;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;
import dev.merlon.fact.Tags;
import java.util.List;
import java.util.Map;

/**
 * The subnets of clusters as DescribeClusterSubnetGroups tells them.
 *
 * @param clusterSubnetGroupName unique in its account and Region
 * @param subnetIds any of which the databases may be in
 * @param availabilityZones those of its subnets, each once, sorted
 */
@ReadBy("redshift:DescribeClusterSubnetGroups")
public record RedshiftSubnetGroup(
    String arn,
    String account,
    String region,
    String clusterSubnetGroupName,
    String vpcId,
    List<String> subnetIds,
    List<String> availabilityZones,
    Map<String, String> tags)
    implements Resource {
  public RedshiftSubnetGroup {
    subnetIds = List.copyOf(subnetIds);
    availabilityZones = List.copyOf(availabilityZones);
    tags = Tags.copyOf(tags);
  }
}
