/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.network;

import static dev.merlon.collect.network.Collected.ACCOUNT;
import static dev.merlon.collect.network.Collected.REGION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.fact.elasticache.CacheCluster;
import dev.merlon.fact.elasticache.CacheReplicationGroup;
import dev.merlon.fact.elasticache.CacheSubnetGroup;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheNode;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheClustersRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheClustersResponse;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheSubnetGroupsRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheSubnetGroupsResponse;
import software.amazon.awssdk.services.elasticache.model.DescribeReplicationGroupsRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeReplicationGroupsResponse;
import software.amazon.awssdk.services.elasticache.model.NodeGroup;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.SecurityGroupMembership;
import software.amazon.awssdk.services.elasticache.model.Subnet;

final class CacheReaderTest {

  @Test
  void read_pagesOfEachType_takesAll() {
    Caches caches = new Caches();

    assertThat(
            Fakes.collect(
                caches, CacheCluster.class, CacheReplicationGroup.class, CacheSubnetGroup.class))
        .isEqualTo(
            Collected.snapshot(
                List.of(CacheCluster.class, CacheReplicationGroup.class, CacheSubnetGroup.class),
                List.of(
                    sessions(),
                    cluster("carts-001", "carts", "node.example", 6380, "us-east-1a"),
                    cluster("young", "", "", 0),
                    carts(),
                    group("sharded", "sharded.example", 6379),
                    group("young", "", 0),
                    hot(),
                    new CacheSubnetGroup(
                        Fakes.arn("elasticache", "subnetgroup:empty"),
                        ACCOUNT,
                        REGION,
                        "empty",
                        "",
                        List.of(),
                        List.of()))));
    assertThat(caches.log.requests())
        .containsExactlyInAnyOrder(
            "clusters with nodes true 100 -",
            "clusters with nodes true 100 next",
            "replication 100 -",
            "replication 100 next",
            "groups 100 -",
            "groups 100 next");
  }

  @Test
  void read_malformedItems_costThoseAlone() {
    Caches caches = new Caches();
    caches.idOfFirst = "";

    assertThat(
            Fakes.collect(
                caches, CacheCluster.class, CacheReplicationGroup.class, CacheSubnetGroup.class))
        .satisfies(
            snapshot ->
                assertThat(snapshot.gaps())
                    .containsExactlyInAnyOrder(
                        Collected.lost(
                            CacheCluster.class,
                            "elasticache:DescribeCacheClusters",
                            "SecurityGroupId is missing"),
                        Collected.lost(
                            CacheReplicationGroup.class,
                            "elasticache:DescribeReplicationGroups",
                            "ARN is missing"),
                        Collected.lost(
                            CacheSubnetGroup.class,
                            "elasticache:DescribeCacheSubnetGroups",
                            "SubnetIdentifier is missing")))
        .satisfies(snapshot -> assertThat(snapshot.facts(CacheCluster.class)).hasSize(2))
        .satisfies(snapshot -> assertThat(snapshot.facts(CacheReplicationGroup.class)).hasSize(2))
        .satisfies(snapshot -> assertThat(snapshot.facts(CacheSubnetGroup.class)).hasSize(1));
  }

  private static CacheCluster sessions() {
    return new CacheCluster(
        Fakes.arn("elasticache", "cluster:sessions"),
        ACCOUNT,
        REGION,
        "sessions",
        "memcached",
        "available",
        "",
        "hot",
        "sessions.example",
        11211,
        "ipv4",
        List.of("us-east-1a", "us-east-1b"),
        List.of("sg-1"));
  }

  private static CacheCluster cluster(
      String id, String replicationGroup, String address, int port, String... zones) {
    return new CacheCluster(
        Fakes.arn("elasticache", "cluster:" + id),
        ACCOUNT,
        REGION,
        id,
        "",
        "",
        replicationGroup,
        "",
        address,
        port,
        "",
        List.of(zones),
        List.of());
  }

  private static CacheReplicationGroup carts() {
    return new CacheReplicationGroup(
        Fakes.arn("elasticache", "replicationgroup:carts"),
        ACCOUNT,
        REGION,
        "carts",
        "valkey",
        "available",
        true,
        "primary.example",
        6380,
        "dual_stack",
        true,
        "enabled",
        List.of("carts-001"));
  }

  private static CacheReplicationGroup group(String id, String address, int port) {
    return new CacheReplicationGroup(
        Fakes.arn("elasticache", "replicationgroup:" + id),
        ACCOUNT,
        REGION,
        id,
        "",
        "",
        false,
        address,
        port,
        "",
        false,
        "",
        List.of());
  }

  private static CacheSubnetGroup hot() {
    return new CacheSubnetGroup(
        Fakes.arn("elasticache", "subnetgroup:hot"),
        ACCOUNT,
        REGION,
        "hot",
        "vpc-1",
        List.of("subnet-b", "subnet-a"),
        List.of("us-east-1a", "us-east-1b"));
  }

  /** Of each type, what tells all on the first page, and what tells less on the second. */
  private static final class Caches implements ElastiCacheClient {
    private final Fakes.Log log = new Fakes.Log();
    private String idOfFirst = "there";

    private String first(String id) {
      return idOfFirst.isEmpty() ? "" : id;
    }

    @Override
    public DescribeCacheClustersResponse describeCacheClusters(
        DescribeCacheClustersRequest request) {
      log.take(
          "clusters with nodes " + request.showCacheNodeInfo(),
          request.maxRecords(),
          request.marker());
      DescribeCacheClustersResponse.Builder answer = DescribeCacheClustersResponse.builder();
      return request.marker() == null
          ? answer
              .marker("next")
              .cacheClusters(
                  found("sessions")
                      .engine("memcached")
                      .cacheClusterStatus("available")
                      .cacheSubnetGroupName("hot")
                      .configurationEndpoint(
                          endpoint -> endpoint.address("sessions.example").port(11211))
                      .networkType("ipv4")
                      .cacheNodes(
                          node("us-east-1b", 11211),
                          node("us-east-1a", 11211),
                          node("us-east-1b", 11211))
                      .securityGroups(
                          SecurityGroupMembership.builder()
                              .securityGroupId(first("sg-1"))
                              .status("active")
                              .build())
                      .build())
              .build()
          : answer
              .cacheClusters(
                  found("carts-001")
                      .replicationGroupId("carts")
                      .cacheNodes(node("us-east-1a", 6380))
                      .build(),
                  found("young").cacheNodes(CacheNode.builder().build()).build())
              .build();
    }

    @Override
    public DescribeReplicationGroupsResponse describeReplicationGroups(
        DescribeReplicationGroupsRequest request) {
      log.take("replication", request.maxRecords(), request.marker());
      DescribeReplicationGroupsResponse.Builder answer =
          DescribeReplicationGroupsResponse.builder();
      return request.marker() == null
          ? answer
              .marker("next")
              .replicationGroups(
                  ReplicationGroup.builder()
                      .arn(first(Fakes.arn("elasticache", "replicationgroup:carts")))
                      .replicationGroupId("carts")
                      .engine("valkey")
                      .status("available")
                      .clusterEnabled(true)
                      .nodeGroups(
                          NodeGroup.builder()
                              .primaryEndpoint(
                                  endpoint -> endpoint.address("primary.example").port(6380))
                              .build())
                      .networkType("dual_stack")
                      .multiAZ("enabled")
                      .automaticFailover("enabled")
                      .memberClusters("carts-001")
                      .build())
              .build()
          : answer
              .replicationGroups(
                  ReplicationGroup.builder()
                      .arn(Fakes.arn("elasticache", "replicationgroup:sharded"))
                      .replicationGroupId("sharded")
                      .configurationEndpoint(
                          endpoint -> endpoint.address("sharded.example").port(6379))
                      .build(),
                  ReplicationGroup.builder()
                      .arn(Fakes.arn("elasticache", "replicationgroup:young"))
                      .replicationGroupId("young")
                      .nodeGroups(NodeGroup.builder().build())
                      .build())
              .build();
    }

    @Override
    public DescribeCacheSubnetGroupsResponse describeCacheSubnetGroups(
        DescribeCacheSubnetGroupsRequest request) {
      log.take("groups", request.maxRecords(), request.marker());
      DescribeCacheSubnetGroupsResponse.Builder answer =
          DescribeCacheSubnetGroupsResponse.builder();
      return request.marker() == null
          ? answer
              .marker("next")
              .cacheSubnetGroups(
                  software.amazon.awssdk.services.elasticache.model.CacheSubnetGroup.builder()
                      .arn(Fakes.arn("elasticache", "subnetgroup:hot"))
                      .cacheSubnetGroupName("hot")
                      .vpcId("vpc-1")
                      .subnets(
                          subnet(first("subnet-b"), "us-east-1b"), subnet("subnet-a", "us-east-1a"))
                      .build())
              .build()
          : answer
              .cacheSubnetGroups(
                  software.amazon.awssdk.services.elasticache.model.CacheSubnetGroup.builder()
                      .cacheSubnetGroupName("empty")
                      .build())
              .build();
    }

    private static software.amazon.awssdk.services.elasticache.model.CacheCluster.Builder found(
        String id) {
      return software.amazon.awssdk.services.elasticache.model.CacheCluster.builder()
          .arn(Fakes.arn("elasticache", "cluster:" + id))
          .cacheClusterId(id);
    }

    private static CacheNode node(String zone, int port) {
      return CacheNode.builder()
          .customerAvailabilityZone(zone)
          .endpoint(endpoint -> endpoint.address("node.example").port(port))
          .build();
    }

    private static Subnet subnet(String id, String zone) {
      return Subnet.builder()
          .subnetIdentifier(id)
          .subnetAvailabilityZone(found -> found.name(zone))
          .build();
    }

    @Override
    public String serviceName() {
      return "elasticache";
    }

    @Override
    public void close() {}
  }
}
