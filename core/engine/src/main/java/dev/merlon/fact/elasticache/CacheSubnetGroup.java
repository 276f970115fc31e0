/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.elasticache;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;
import java.util.List;

/**
 * The subnets of caches as DescribeCacheSubnetGroups tells them.
 *
 * @param cacheSubnetGroupName unique in its account and Region
 * @param subnetIds any of which the databases may be in
 * @param availabilityZones those of its subnets, each once, sorted
 */
@ReadBy("elasticache:DescribeCacheSubnetGroups")
public record CacheSubnetGroup(
    String arn,
    String account,
    String region,
    String cacheSubnetGroupName,
    String vpcId,
    List<String> subnetIds,
    List<String> availabilityZones)
    implements Resource {
  public CacheSubnetGroup {
    subnetIds = List.copyOf(subnetIds);
    availabilityZones = List.copyOf(availabilityZones);
  }
}
