/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.network;

import static dev.merlon.collect.network.Seeded.ACCOUNT;
import static dev.merlon.collect.network.Seeded.EU;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.merlon.Snapshot;
import dev.merlon.fact.Resource;
import dev.merlon.fact.elasticache.CacheCluster;
import dev.merlon.fact.elasticache.CacheReplicationGroup;
import dev.merlon.fact.elasticache.CacheSubnetGroup;
import dev.merlon.fact.opensearch.OpenSearchDomain;
import dev.merlon.fact.rds.DbCluster;
import dev.merlon.fact.rds.DbInstance;
import dev.merlon.fact.rds.DbSubnetGroup;
import dev.merlon.fact.redshift.RedshiftCluster;
import dev.merlon.fact.redshift.RedshiftSubnetGroup;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class EmulatedDatabasesTest {
  private static final Map<String, String> TAGS = Map.of("Tier", "data");
  private static final List<String> ZONES = List.of("eu-west-1a", "eu-west-1b");
  private static final List<Class<? extends Resource>> ALL =
      List.of(
          CacheCluster.class,
          CacheReplicationGroup.class,
          CacheSubnetGroup.class,
          DbCluster.class,
          DbInstance.class,
          DbSubnetGroup.class,
          OpenSearchDomain.class,
          RedshiftCluster.class,
          RedshiftSubnetGroup.class);

  @SuppressWarnings("NullAway.Init") // JUnit calls start() first
  private static Seeded seeded;

  @BeforeAll
  static void start() throws URISyntaxException {
    seeded = Seeded.by("seed_databases.py", new DatabaseCollector());
  }

  @AfterAll
  @SuppressWarnings("UnnecessaryNullCheck") // when start() was aborted
  static void stop() {
    if (seeded != null) {
      seeded.close();
    }
  }

  @BeforeEach
  void allowAll() {
    seeded.emulator().deny();
    seeded.emulator().forgetCalls();
  }

  @Test
  void collect_seededDatabases_factsAreWhatWasMade() {
    Snapshot snapshot = seeded.collect(ALL);
    List<String> groups = List.of(seeded.id("group"));

    assertThat(snapshot.gaps()).isEmpty();
    assertIn(snapshot, DbInstance.class, "endpointAddress")
        .containsExactly(
            new DbInstance(
                Seeded.arn("rds", "db:orders"),
                ACCOUNT,
                EU,
                "orders",
                "",
                "postgres",
                "available",
                true,
                seeded.id("vpc"),
                "data",
                "",
                5432,
                "",
                "eu-west-1a",
                false,
                groups,
                TAGS));
    assertIn(snapshot, DbCluster.class, "endpointAddress", "readerEndpointAddress")
        .containsExactly(
            new DbCluster(
                Seeded.arn("rds", "cluster:ledger"),
                ACCOUNT,
                EU,
                "ledger",
                "aurora-postgresql",
                "available",
                false,
                "data",
                "",
                "",
                5432,
                "IPV4",
                false,
                groups,
                List.of(),
                TAGS));
    assertIn(snapshot, DbSubnetGroup.class, "subnetIds")
        .containsExactly(
            new DbSubnetGroup(
                Seeded.arn("rds", "subgrp:data"),
                ACCOUNT,
                EU,
                "data",
                seeded.id("vpc"),
                List.of(),
                ZONES));
    assertIn(snapshot, RedshiftCluster.class, "endpointAddress", "vpcId")
        .containsExactly(
            new RedshiftCluster(
                Seeded.arn("redshift", "cluster:facts"),
                ACCOUNT,
                EU,
                "facts",
                "available",
                false,
                "",
                "facts",
                "",
                5439,
                "eu-west-1a",
                false,
                false,
                groups,
                TAGS));
    assertIn(snapshot, RedshiftSubnetGroup.class, "subnetIds")
        .containsExactly(
            new RedshiftSubnetGroup(
                Seeded.arn("redshift", "subnetgroup:facts"),
                ACCOUNT,
                EU,
                "facts",
                seeded.id("vpc"),
                List.of(),
                ZONES,
                TAGS));
    assertIn(snapshot, CacheReplicationGroup.class, "endpointAddress")
        .containsExactly(
            new CacheReplicationGroup(
                Seeded.arn("elasticache", "replicationgroup:carts"),
                ACCOUNT,
                EU,
                "carts",
                "redis",
                "available",
                false,
                "",
                6379,
                "ipv4",
                false,
                "disabled",
                List.of("carts-001")));
  }

  /** The emulator tells neither the nodes nor the groups of caches, nor the zones of subnets. */
  @Test
  void collect_seededCachesAndDomains_areWhatTheEmulatorTells() {
    Snapshot snapshot = seeded.collect(ALL);

    assertThat(in(snapshot, CacheCluster.class))
        .extracting(CacheCluster::arn, CacheCluster::engine, CacheCluster::cacheSubnetGroupName)
        .containsExactly(tuple(Seeded.arn("elasticache", "cluster:sessions"), "memcached", "hot"));
    assertIn(snapshot, CacheSubnetGroup.class, "subnetIds", "availabilityZones")
        .containsExactly(
            new CacheSubnetGroup(
                Seeded.arn("elasticache", "subnetgroup:hot"),
                ACCOUNT,
                EU,
                "hot",
                seeded.id("vpc"),
                List.of(),
                List.of()));
    assertIn(snapshot, OpenSearchDomain.class, "endpointAddress")
        .containsExactlyInAnyOrder(
            domain("inside", List.of(seeded.id("subnetB")), List.of(seeded.id("group"))),
            domain("open-0", List.of(), List.of()),
            domain("open-1", List.of(), List.of()),
            domain("open-2", List.of(), List.of()),
            domain("open-3", List.of(), List.of()),
            domain("open-4", List.of(), List.of()));
    assertThat(
            Stream.of(
                in(snapshot, DbSubnetGroup.class).get(0).subnetIds(),
                in(snapshot, RedshiftSubnetGroup.class).get(0).subnetIds(),
                in(snapshot, CacheSubnetGroup.class).get(0).subnetIds()))
        .allSatisfy(
            subnets ->
                assertThat(subnets)
                    .containsExactlyInAnyOrder(seeded.id("subnetA"), seeded.id("subnetB")));
  }

  @Test
  void collect_twoRegions_makesOneCallForEachTypeAndTwoForSixDomains() {
    seeded.collect(ALL);

    assertThat(
            seeded.emulator().calls().stream()
                .filter(call -> call.endsWith(EU) && !call.startsWith("sts:"))
                .collect(groupingBy(call -> call.split(" ")[0], counting())))
        .isEqualTo(
            Map.of(
                "rds:DescribeDBInstances", 1L,
                "rds:DescribeDBClusters", 1L,
                "rds:DescribeDBSubnetGroups", 1L,
                "redshift:DescribeClusters", 1L,
                "redshift:DescribeClusterSubnetGroups", 1L,
                "elasticache:DescribeCacheClusters", 1L,
                "elasticache:DescribeReplicationGroups", 1L,
                "elasticache:DescribeCacheSubnetGroups", 1L,
                "es:ListDomainNames", 1L,
                "es:DescribeDomains", 2L));
  }

  @ParameterizedTest
  @MethodSource("actions")
  void collect_actionDeniedInOneRegion_itsTypeIsAGapThereAndNothingElseChanges(
      String action, Class<? extends Resource> type) {
    seeded.assertDenied(ALL, action, List.of(type));
  }

  static Stream<Arguments> actions() {
    return Stream.of(
        Arguments.of("rds:DescribeDBInstances", DbInstance.class),
        Arguments.of("rds:DescribeDBClusters", DbCluster.class),
        Arguments.of("rds:DescribeDBSubnetGroups", DbSubnetGroup.class),
        Arguments.of("redshift:DescribeClusters", RedshiftCluster.class),
        Arguments.of("redshift:DescribeClusterSubnetGroups", RedshiftSubnetGroup.class),
        Arguments.of("elasticache:DescribeCacheClusters", CacheCluster.class),
        Arguments.of("elasticache:DescribeReplicationGroups", CacheReplicationGroup.class),
        Arguments.of("elasticache:DescribeCacheSubnetGroups", CacheSubnetGroup.class),
        Arguments.of("es:ListDomainNames", OpenSearchDomain.class),
        Arguments.of("es:DescribeDomains", OpenSearchDomain.class));
  }

  private static OpenSearchDomain domain(String name, List<String> subnets, List<String> groups) {
    return new OpenSearchDomain(
        Seeded.arn("es", "domain/" + name),
        ACCOUNT,
        EU,
        name,
        "OpenSearch_2.11",
        false,
        "",
        "",
        "",
        false,
        subnets,
        List.of(),
        groups);
  }

  private static <T extends Resource> List<T> in(Snapshot snapshot, Class<T> type) {
    return snapshot.facts(type).filter(fact -> fact.region().equals(EU)).toList();
  }

  private static <T extends Resource> ListAssert<T> assertIn(
      Snapshot snapshot, Class<T> type, String... unstable) {
    return assertThat(in(snapshot, type))
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields(unstable);
  }
}
