/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.network;

import static dev.merlon.collect.network.Collected.ACCOUNT;
import static dev.merlon.collect.network.Collected.REGION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.fact.rds.DbCluster;
import dev.merlon.fact.rds.DbInstance;
import dev.merlon.fact.rds.DbSubnetGroup;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterMember;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DBSubnetGroup;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbSubnetGroupsRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbSubnetGroupsResponse;
import software.amazon.awssdk.services.rds.model.Subnet;
import software.amazon.awssdk.services.rds.model.Tag;
import software.amazon.awssdk.services.rds.model.VpcSecurityGroupMembership;

final class DatabaseReaderTest {

  @Test
  void read_pagesOfEachType_takesAll() {
    Databases databases = new Databases();

    assertThat(Fakes.collect(databases, DbInstance.class, DbCluster.class, DbSubnetGroup.class))
        .isEqualTo(
            Collected.snapshot(
                List.of(DbInstance.class, DbCluster.class, DbSubnetGroup.class),
                List.of(orders(), young(), ledger(), plain(), data(), empty())));
    assertThat(databases.log.requests())
        .containsExactlyInAnyOrder(
            "instances 100 -",
            "instances 100 next",
            "clusters 100 -",
            "clusters 100 next",
            "groups 100 -",
            "groups 100 next");
  }

  @Test
  void read_instanceThatDoesNotTellWhetherItIsPublic_isAGap() {
    Databases databases = new Databases();
    databases.publiclyAccessible = null;

    assertThat(Fakes.collect(databases, DbInstance.class))
        .isEqualTo(
            Collected.snapshot(
                List.of(DbInstance.class),
                List.of(young()),
                Collected.lost(
                    DbInstance.class, "rds:DescribeDBInstances", "PubliclyAccessible is missing")));
  }

  @Test
  void read_malformedClusterAndGroup_costThoseAlone() {
    Databases databases = new Databases();
    databases.arnOfFirst = "";

    assertThat(Fakes.collect(databases, DbCluster.class, DbSubnetGroup.class))
        .isEqualTo(
            Collected.snapshot(
                List.of(DbCluster.class, DbSubnetGroup.class),
                List.of(plain(), empty()),
                Collected.lost(
                    DbCluster.class, "rds:DescribeDBClusters", "DBClusterArn is missing"),
                Collected.lost(
                    DbSubnetGroup.class,
                    "rds:DescribeDBSubnetGroups",
                    "DBSubnetGroupArn is missing")));
  }

  private static DbInstance orders() {
    return new DbInstance(
        Fakes.arn("rds", "db:orders"),
        ACCOUNT,
        REGION,
        "orders",
        "ledger",
        "postgres",
        "available",
        true,
        "vpc-1",
        "data",
        "orders.example",
        5433,
        "DUAL",
        "us-east-1a",
        true,
        List.of("sg-1", "sg-2"),
        Map.of("Tier", "data"));
  }

  private static DbInstance young() {
    return new DbInstance(
        Fakes.arn("rds", "db:young"),
        ACCOUNT,
        REGION,
        "young",
        "",
        "",
        "",
        false,
        "",
        "",
        "",
        3306,
        "",
        "",
        false,
        List.of(),
        Map.of());
  }

  private static DbCluster ledger() {
    return new DbCluster(
        Fakes.arn("rds", "cluster:ledger"),
        ACCOUNT,
        REGION,
        "ledger",
        "aurora-postgresql",
        "available",
        true,
        "data",
        "ledger.example",
        "ledger-ro.example",
        5432,
        "IPV4",
        true,
        List.of("sg-1"),
        List.of("orders"),
        Map.of("Tier", "data"));
  }

  private static DbCluster plain() {
    return new DbCluster(
        Fakes.arn("rds", "cluster:plain"),
        ACCOUNT,
        REGION,
        "plain",
        "",
        "",
        false,
        "",
        "",
        "",
        0,
        "",
        false,
        List.of(),
        List.of(),
        Map.of());
  }

  private static DbSubnetGroup data() {
    return new DbSubnetGroup(
        Fakes.arn("rds", "subgrp:data"),
        ACCOUNT,
        REGION,
        "data",
        "vpc-1",
        List.of("subnet-b", "subnet-a", "subnet-c"),
        List.of("us-east-1a", "us-east-1b"));
  }

  private static DbSubnetGroup empty() {
    return new DbSubnetGroup(
        Fakes.arn("rds", "subgrp:empty"), ACCOUNT, REGION, "empty", "", List.of(), List.of());
  }

  /** Two of each type, on a page each: the first tells all, the second as little as it may. */
  private static final class Databases implements RdsClient {
    private final Fakes.Log log = new Fakes.Log();
    private @Nullable Boolean publiclyAccessible = true;
    private @Nullable String arnOfFirst;

    private String arnOfFirst(String resource) {
      return arnOfFirst == null ? Fakes.arn("rds", resource) : arnOfFirst;
    }

    @Override
    public DescribeDbInstancesResponse describeDBInstances(DescribeDbInstancesRequest request) {
      log.take("instances", request.maxRecords(), request.marker());
      DescribeDbInstancesResponse.Builder answer = DescribeDbInstancesResponse.builder();
      return request.marker() == null
          ? answer
              .marker("next")
              .dbInstances(
                  DBInstance.builder()
                      .dbInstanceArn(Fakes.arn("rds", "db:orders"))
                      .dbInstanceIdentifier("orders")
                      .dbClusterIdentifier("ledger")
                      .engine("postgres")
                      .dbInstanceStatus("available")
                      .publiclyAccessible(publiclyAccessible)
                      .dbSubnetGroup(group -> group.dbSubnetGroupName("data").vpcId("vpc-1"))
                      .endpoint(endpoint -> endpoint.address("orders.example").port(5433))
                      .dbInstancePort(0)
                      .networkType("DUAL")
                      .availabilityZone("us-east-1a")
                      .multiAZ(true)
                      .vpcSecurityGroups(member("sg-1", "active"), member("sg-2", "removing"))
                      .tagList(tag())
                      .build())
              .build()
          : answer
              .dbInstances(
                  DBInstance.builder()
                      .dbInstanceArn(Fakes.arn("rds", "db:young"))
                      .dbInstanceIdentifier("young")
                      .publiclyAccessible(false)
                      .dbInstancePort(3306)
                      .build())
              .build();
    }

    @Override
    public DescribeDbClustersResponse describeDBClusters(DescribeDbClustersRequest request) {
      log.take("clusters", request.maxRecords(), request.marker());
      DescribeDbClustersResponse.Builder answer = DescribeDbClustersResponse.builder();
      return request.marker() == null
          ? answer
              .marker("next")
              .dbClusters(
                  DBCluster.builder()
                      .dbClusterArn(arnOfFirst("cluster:ledger"))
                      .dbClusterIdentifier("ledger")
                      .engine("aurora-postgresql")
                      .status("available")
                      .publiclyAccessible(true)
                      .dbSubnetGroup("data")
                      .endpoint("ledger.example")
                      .readerEndpoint("ledger-ro.example")
                      .port(5432)
                      .networkType("IPV4")
                      .multiAZ(true)
                      .vpcSecurityGroups(member("sg-1", "active"))
                      .dbClusterMembers(
                          DBClusterMember.builder().dbInstanceIdentifier("orders").build())
                      .tagList(tag())
                      .build())
              .build()
          : answer
              .dbClusters(
                  DBCluster.builder()
                      .dbClusterArn(Fakes.arn("rds", "cluster:plain"))
                      .dbClusterIdentifier("plain")
                      .build())
              .build();
    }

    @Override
    public DescribeDbSubnetGroupsResponse describeDBSubnetGroups(
        DescribeDbSubnetGroupsRequest request) {
      log.take("groups", request.maxRecords(), request.marker());
      DescribeDbSubnetGroupsResponse.Builder answer = DescribeDbSubnetGroupsResponse.builder();
      return request.marker() == null
          ? answer
              .marker("next")
              .dbSubnetGroups(
                  DBSubnetGroup.builder()
                      .dbSubnetGroupArn(arnOfFirst("subgrp:data"))
                      .dbSubnetGroupName("data")
                      .vpcId("vpc-1")
                      .subnets(
                          subnet("subnet-b", "us-east-1b"),
                          subnet("subnet-a", "us-east-1a"),
                          subnet("subnet-c", "us-east-1b"))
                      .build())
              .build()
          : answer
              .dbSubnetGroups(
                  DBSubnetGroup.builder()
                      .dbSubnetGroupArn(Fakes.arn("rds", "subgrp:empty"))
                      .dbSubnetGroupName("empty")
                      .build())
              .build();
    }

    private static VpcSecurityGroupMembership member(String group, String status) {
      return VpcSecurityGroupMembership.builder().vpcSecurityGroupId(group).status(status).build();
    }

    private static Subnet subnet(String id, String zone) {
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
      return "rds";
    }

    @Override
    public void close() {}
  }
}
