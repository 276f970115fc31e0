/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.network;

import static dev.merlon.collect.AwsValues.flag;
import static dev.merlon.collect.AwsValues.number;
import static dev.merlon.collect.AwsValues.required;
import static dev.merlon.collect.AwsValues.text;

import dev.merlon.collect.Reading;
import dev.merlon.fact.elasticache.CacheCluster;
import dev.merlon.fact.elasticache.CacheReplicationGroup;
import dev.merlon.fact.elasticache.CacheSubnetGroup;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.AvailabilityZone;
import software.amazon.awssdk.services.elasticache.model.CacheNode;
import software.amazon.awssdk.services.elasticache.model.Endpoint;
import software.amazon.awssdk.services.elasticache.model.NodeGroup;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.SecurityGroupMembership;
import software.amazon.awssdk.services.elasticache.model.Subnet;

/** Maps DescribeCacheClusters, DescribeReplicationGroups and DescribeCacheSubnetGroups. */
final class CacheReader {
  private static final int PAGE = 100;

  private CacheReader() {}

  /** Without its nodes, a cluster of Redis or Valkey tells no port. */
  static void readClusters(ElastiCacheClient elastiCache, Reading reading) {
    reading.each(
        elastiCache
            .describeCacheClustersPaginator(
                request -> request.showCacheNodeInfo(true).maxRecords(PAGE))
            .cacheClusters(),
        cluster -> map(cluster, reading));
  }

  static void readReplicationGroups(ElastiCacheClient elastiCache, Reading reading) {
    reading.each(
        elastiCache
            .describeReplicationGroupsPaginator(request -> request.maxRecords(PAGE))
            .replicationGroups(),
        group -> map(group, reading));
  }

  static void readSubnetGroups(ElastiCacheClient elastiCache, Reading reading) {
    reading.each(
        elastiCache
            .describeCacheSubnetGroupsPaginator(request -> request.maxRecords(PAGE))
            .cacheSubnetGroups(),
        group -> map(group, reading));
  }

  private static CacheCluster map(
      software.amazon.awssdk.services.elasticache.model.CacheCluster cluster, Reading reading) {
    Endpoint endpoint =
        first(
            Stream.concat(
                Stream.ofNullable(cluster.configurationEndpoint()),
                cluster.cacheNodes().stream().map(CacheNode::endpoint).filter(Objects::nonNull)));
    return new CacheCluster(
        required(cluster.arn(), "ARN"),
        reading.account(),
        reading.region(),
        required(cluster.cacheClusterId(), "CacheClusterId"),
        text(cluster.engine()),
        text(cluster.cacheClusterStatus()),
        text(cluster.replicationGroupId()),
        text(cluster.cacheSubnetGroupName()),
        address(endpoint),
        port(endpoint),
        text(cluster.networkTypeAsString()),
        cluster.cacheNodes().stream()
            .map(CacheNode::customerAvailabilityZone)
            .filter(Objects::nonNull)
            .distinct()
            .sorted()
            .toList(),
        cluster.securityGroups().stream()
            .map(SecurityGroupMembership::securityGroupId)
            .map(group -> required(group, "SecurityGroupId"))
            .toList());
  }

  private static CacheReplicationGroup map(ReplicationGroup group, Reading reading) {
    Endpoint endpoint =
        first(
            Stream.concat(
                Stream.ofNullable(group.configurationEndpoint()),
                group.nodeGroups().stream()
                    .map(NodeGroup::primaryEndpoint)
                    .filter(Objects::nonNull)));
    return new CacheReplicationGroup(
        required(group.arn(), "ARN"),
        reading.account(),
        reading.region(),
        required(group.replicationGroupId(), "ReplicationGroupId"),
        text(group.engine()),
        text(group.status()),
        flag(group.clusterEnabled()),
        address(endpoint),
        port(endpoint),
        text(group.networkTypeAsString()),
        text(group.multiAZAsString()).equals("enabled"),
        text(group.automaticFailoverAsString()),
        group.memberClusters());
  }

  private static CacheSubnetGroup map(
      software.amazon.awssdk.services.elasticache.model.CacheSubnetGroup group, Reading reading) {
    String name = required(group.cacheSubnetGroupName(), "CacheSubnetGroupName");
    return new CacheSubnetGroup(
        text(group.arn(), reading.arn("elasticache", reading.account(), "subnetgroup:" + name)),
        reading.account(),
        reading.region(),
        name,
        text(group.vpcId()),
        group.subnets().stream()
            .map(Subnet::subnetIdentifier)
            .map(subnet -> required(subnet, "SubnetIdentifier"))
            .toList(),
        group.subnets().stream()
            .map(Subnet::subnetAvailabilityZone)
            .filter(Objects::nonNull)
            .map(AvailabilityZone::name)
            .filter(Objects::nonNull)
            .distinct()
            .sorted()
            .toList());
  }

  private static @Nullable Endpoint first(Stream<Endpoint> endpoints) {
    return endpoints.findFirst().orElse(null);
  }

  private static String address(@Nullable Endpoint endpoint) {
    return endpoint == null ? "" : text(endpoint.address());
  }

  private static int port(@Nullable Endpoint endpoint) {
    return endpoint == null ? 0 : number(endpoint.port(), 0);
  }
}
