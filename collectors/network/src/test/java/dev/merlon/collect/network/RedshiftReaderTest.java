/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.network;

import static dev.merlon.collect.network.Collected.ACCOUNT;
import static dev.merlon.collect.network.Collected.REGION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.fact.redshift.RedshiftCluster;
import dev.merlon.fact.redshift.RedshiftSubnetGroup;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.redshift.model.Cluster;
import software.amazon.awssdk.services.redshift.model.ClusterSubnetGroup;
import software.amazon.awssdk.services.redshift.model.DescribeClusterSubnetGroupsRequest;
import software.amazon.awssdk.services.redshift.model.DescribeClusterSubnetGroupsResponse;
import software.amazon.awssdk.services.redshift.model.DescribeClustersRequest;
import software.amazon.awssdk.services.redshift.model.DescribeClustersResponse;
import software.amazon.awssdk.services.redshift.model.Subnet;
import software.amazon.awssdk.services.redshift.model.Tag;
import software.amazon.awssdk.services.redshift.model.VpcSecurityGroupMembership;

final class RedshiftReaderTest {

  @Test
  void read_pagesOfBothTypes_takesAll() {
    Warehouse warehouse = new Warehouse();

    assertThat(Fakes.collect(warehouse, RedshiftCluster.class, RedshiftSubnetGroup.class))
        .isEqualTo(
            Collected.snapshot(
                List.of(RedshiftCluster.class, RedshiftSubnetGroup.class),
                List.of(facts(), young(), group(), empty())));
    assertThat(warehouse.log.requests())
        .containsExactlyInAnyOrder(
            "clusters 100 -", "clusters 100 next", "groups 100 -", "groups 100 next");
  }

  @Test
  void read_malformedItems_costThoseAlone() {
    Warehouse warehouse = new Warehouse();
    warehouse.publiclyAccessible = null;
    warehouse.subnet = null;

    assertThat(Fakes.collect(warehouse, RedshiftCluster.class, RedshiftSubnetGroup.class))
        .isEqualTo(
            Collected.snapshot(
                List.of(RedshiftCluster.class, RedshiftSubnetGroup.class),
                List.of(young(), empty()),
                Collected.lost(
                    RedshiftCluster.class,
                    "redshift:DescribeClusters",
                    "PubliclyAccessible is missing"),
                Collected.lost(
                    RedshiftSubnetGroup.class,
                    "redshift:DescribeClusterSubnetGroups",
                    "SubnetIdentifier is missing")));
  }

  private static RedshiftCluster facts() {
    return new RedshiftCluster(
        Fakes.arn("redshift", "cluster:facts"),
        ACCOUNT,
        REGION,
        "facts",
        "available",
        true,
        "vpc-1",
        "facts",
        "facts.example",
        5439,
        "us-east-1a",
        true,
        true,
        List.of("sg-1"),
        Map.of("Tier", "data"));
  }

  private static RedshiftCluster young() {
    return new RedshiftCluster(
        Fakes.arn("redshift", "cluster:young"),
        ACCOUNT,
        REGION,
        "young",
        "",
        false,
        "",
        "",
        "",
        0,
        "",
        false,
        false,
        List.of(),
        Map.of());
  }

  private static RedshiftSubnetGroup group() {
    return new RedshiftSubnetGroup(
        Fakes.arn("redshift", "subnetgroup:facts"),
        ACCOUNT,
        REGION,
        "facts",
        "vpc-1",
        List.of("subnet-b", "subnet-a"),
        List.of("us-east-1a", "us-east-1b"),
        Map.of("Tier", "data"));
  }

  private static RedshiftSubnetGroup empty() {
    return new RedshiftSubnetGroup(
        Fakes.arn("redshift", "subnetgroup:empty"),
        ACCOUNT,
        REGION,
        "empty",
        "",
        List.of(),
        List.of(),
        Map.of());
  }

  /** Two of each type, on a page each: the first tells all, the second as little as it may. */
  private static final class Warehouse implements RedshiftClient {
    private final Fakes.Log log = new Fakes.Log();
    private @Nullable Boolean publiclyAccessible = true;
    private @Nullable String subnet = "subnet-b";

    @Override
    public DescribeClustersResponse describeClusters(DescribeClustersRequest request) {
      log.take("clusters", request.maxRecords(), request.marker());
      DescribeClustersResponse.Builder answer = DescribeClustersResponse.builder();
      return request.marker() == null
          ? answer
              .marker("next")
              .clusters(
                  Cluster.builder()
                      .clusterIdentifier("facts")
                      .clusterNamespaceArn(Fakes.arn("redshift", "namespace:1"))
                      .clusterStatus("available")
                      .publiclyAccessible(publiclyAccessible)
                      .vpcId("vpc-1")
                      .clusterSubnetGroupName("facts")
                      .endpoint(endpoint -> endpoint.address("facts.example").port(5439))
                      .availabilityZone("us-east-1a")
                      .multiAZ("Enabled")
                      .enhancedVpcRouting(true)
                      .vpcSecurityGroups(
                          VpcSecurityGroupMembership.builder().vpcSecurityGroupId("sg-1").build())
                      .tags(tag())
                      .build())
              .build()
          : answer
              .clusters(
                  Cluster.builder().clusterIdentifier("young").publiclyAccessible(false).build())
              .build();
    }

    @Override
    public DescribeClusterSubnetGroupsResponse describeClusterSubnetGroups(
        DescribeClusterSubnetGroupsRequest request) {
      log.take("groups", request.maxRecords(), request.marker());
      DescribeClusterSubnetGroupsResponse.Builder answer =
          DescribeClusterSubnetGroupsResponse.builder();
      return request.marker() == null
          ? answer
              .marker("next")
              .clusterSubnetGroups(
                  ClusterSubnetGroup.builder()
                      .clusterSubnetGroupName("facts")
                      .vpcId("vpc-1")
                      .subnets(subnet(subnet, "us-east-1b"), subnet("subnet-a", "us-east-1a"))
                      .tags(tag())
                      .build())
              .build()
          : answer
              .clusterSubnetGroups(
                  ClusterSubnetGroup.builder().clusterSubnetGroupName("empty").build())
              .build();
    }

    private static Subnet subnet(@Nullable String id, String zone) {
      return Subnet.builder()
          .subnetIdentifier(id)
          .subnetAvailabilityZone(found -> found.name(zone))
          .build();
    }

    private static Tag tag() {
      return Tag.builder().key("Tier").value("data").build();
    }

    @Override
    public String serviceName() {
      return "redshift";
    }

    @Override
    public void close() {}
  }
}
