/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.elasticache;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;
import java.util.List;

/**
 * A replication group as DescribeReplicationGroups tells it; its subnets and security groups are
 * those of its members.
 *
 * @param engine empty where AWS does not say
 * @param status {@code available} when it works
 * @param endpointAddress the configuration endpoint, or else the primary one of its first node
 *     group; empty for none
 * @param port 0 for none
 * @param multiAz whether a replica in another Availability Zone takes over
 * @param automaticFailover {@code enabled} or {@code disabled}, or on the way there
 * @param memberClusters the ids of its {@link CacheCluster}s
 */
@ReadBy("elasticache:DescribeReplicationGroups")
public record CacheReplicationGroup(
    String arn,
    String account,
    String region,
    String replicationGroupId,
    String engine,
    String status,
    boolean clusterEnabled,
    String endpointAddress,
    int port,
    String networkType,
    boolean multiAz,
    String automaticFailover,
    List<String> memberClusters)
    implements Resource {
  public CacheReplicationGroup {
    memberClusters = List.copyOf(memberClusters);
  }
}
