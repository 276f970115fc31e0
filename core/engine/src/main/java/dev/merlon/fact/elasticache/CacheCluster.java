/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.elasticache;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;
import java.util.List;

/**
 * A cache cluster as DescribeCacheClusters tells it: of Memcached, or one node of a replication
 * group.
 *
 * @param cacheClusterStatus {@code available} when it works
 * @param replicationGroupId the {@link CacheReplicationGroup} that it is in; empty for none
 * @param cacheSubnetGroupName the {@link CacheSubnetGroup}, of the same account and Region; empty
 *     outside of a VPC
 * @param endpointAddress the configuration endpoint, or else that of its first node; empty for none
 * @param port 0 for none
 * @param availabilityZones those of its nodes, each once, sorted
 * @param securityGroupIds its VPC security groups, those too that are being added or removed
 */
@ReadBy("elasticache:DescribeCacheClusters")
public record CacheCluster(
    String arn,
    String account,
    String region,
    String cacheClusterId,
    String engine,
    String cacheClusterStatus,
    String replicationGroupId,
    String cacheSubnetGroupName,
    String endpointAddress,
    int port,
    String networkType,
    List<String> availabilityZones,
    List<String> securityGroupIds)
    implements Resource {
  public CacheCluster {
    availabilityZones = List.copyOf(availabilityZones);
    securityGroupIds = List.copyOf(securityGroupIds);
  }
}
