/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.fact.net.RoutePartition.Entry;
import dev.merlon.fact.net.RoutePartition.Rank;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class RoutePartitionTest {

  private static final int ROUNDS = 1000;
  private static final int SIZE = 16;
  private static final List<Rank> RANKS = List.of(Rank.values());

  private static Cidr block(AddressFamily family, int offset, int hostBits) {
    return family == AddressFamily.IPV4
        ? Cidr.of(family, 0, 0x0a000000L + offset, 32 - hostBits)
        : Cidr.of(family, 0x20010db800000000L, offset, 128 - hostBits);
  }

  /** Routes to blocks within 16 addresses; the number of each stands for it. */
  private static List<Entry<Integer>> random(Random random, AddressFamily family) {
    List<Entry<Integer>> entries = new ArrayList<>();
    for (int n = random.nextInt(7); n > 0; n--) {
      Cidr block = block(family, random.nextInt(SIZE), random.nextInt(5));
      Rank rank = RANKS.get(random.nextInt(RANKS.size()));
      boolean certain = rank == Rank.LOCAL || random.nextInt(3) != 0;
      entries.add(new Entry<>(block, rank, random.nextInt(2), certain, entries.size()));
    }
    return entries;
  }

  /** The routes that may take an address if just these are there: several if they compete. */
  private static Set<Integer> winners(List<Entry<Integer>> present, Cidr address) {
    List<Entry<Integer>> covering =
        present.stream().filter(entry -> IpSet.of(entry.block()).contains(address)).toList();
    boolean local = covering.stream().anyMatch(entry -> entry.rank() == Rank.LOCAL);
    List<Entry<Integer>> asked =
        covering.stream()
            .filter(entry -> !(local && entry.rank() == Rank.PROPAGATED))
            .sorted(
                Comparator.<Entry<Integer>>comparingInt(entry -> -entry.block().prefixLength())
                    .thenComparing(Entry::rank)
                    .thenComparing(entry -> !entry.certain()))
            .toList();
    Set<Integer> winners = new HashSet<>();
    if (!asked.isEmpty()) {
      Entry<Integer> first = asked.get(0);
      winners.add(first.route());
      List<Entry<Integer>> tied =
          asked.stream()
              .filter(entry -> entry.rank() == first.rank() && entry.block().equals(first.block()))
              .toList();
      if (tied.stream().anyMatch(entry -> !entry.target().equals(first.target()))) {
        tied.forEach(entry -> winners.add(entry.route()));
      }
    }
    return winners;
  }

  /** Each choice of the uncertain routes that are there. */
  private static List<List<Entry<Integer>>> completions(List<Entry<Integer>> entries) {
    List<List<Entry<Integer>>> completions = List.of(List.of());
    for (Entry<Integer> entry : entries) {
      List<List<Entry<Integer>>> longer = new ArrayList<>();
      for (List<Entry<Integer>> completion : completions) {
        List<Entry<Integer>> with = new ArrayList<>(completion);
        with.add(entry);
        longer.add(with);
        if (!entry.certain()) {
          longer.add(completion);
        }
      }
      completions = longer;
    }
    return completions;
  }

  @ParameterizedTest
  @EnumSource
  void parts_ofAnyRoutes_areWhatEveryAndWhatSomeCompletionSendsThere(AddressFamily family) {
    Random random = new Random(1);
    for (int round = 0; round < ROUNDS; round++) {
      List<Entry<Integer>> entries = random(random, family);
      RoutePartition<Integer> partition = RoutePartition.of(family, entries, false);
      List<List<Entry<Integer>>> completions = completions(entries);
      for (int i = 0; i < SIZE; i++) {
        Cidr address = block(family, i, 0);
        Set<Integer> always = new HashSet<>();
        entries.forEach(entry -> always.add(entry.route()));
        Set<Integer> sometimes = new HashSet<>();
        for (List<Entry<Integer>> completion : completions) {
          Set<Integer> winners = winners(completion, address);
          always.retainAll(winners.size() == 1 ? winners : Set.of());
          sometimes.addAll(winners);
        }
        for (Entry<Integer> entry : entries) {
          Integer route = entry.route();
          Tri<IpSet> taken = partition.where(route::equals, route::equals);
          assertThat(taken.must().contains(address))
              .as("%s must take %s of %s", route, address, entries)
              .isEqualTo(always.contains(route));
          assertThat(taken.may().contains(address))
              .as("%s may take %s of %s", route, address, entries)
              .isEqualTo(sometimes.contains(route));
        }
        assertThat(partition.routeOf(address)).isEqualTo(always.stream().findFirst().orElse(null));
        assertThat(partition.candidates(IpSet.of(address)))
            .containsExactlyInAnyOrderElementsOf(sometimes);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void parts_inAnyOrderOfTheRoutes_areTheSame(AddressFamily family) {
    Random random = new Random(2);
    for (int round = 0; round < ROUNDS; round++) {
      List<Entry<Integer>> entries = random(random, family);
      List<Entry<Integer>> shuffled = new ArrayList<>(entries);
      java.util.Collections.shuffle(shuffled, random);
      for (int target = 0; target < 2; target++) {
        int wanted = target;
        java.util.function.Predicate<Integer> leads =
            route -> entries.get(route).target().equals(wanted);
        assertThat(RoutePartition.of(family, shuffled, false).where(leads, leads))
            .isEqualTo(RoutePartition.of(family, entries, false).where(leads, leads));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void where_ifRoutesMayBeMissing_isNothingForCertainAndPerhapsEverything(AddressFamily family) {
    Random random = new Random(3);
    for (int round = 0; round < ROUNDS; round++) {
      List<Entry<Integer>> entries = random(random, family);
      RoutePartition<Integer> known = RoutePartition.of(family, entries, false);
      RoutePartition<Integer> partition = RoutePartition.of(family, entries, true);
      assertThat(partition.isIncomplete()).isTrue();
      assertThat(partition.where(route -> true, route -> false))
          .isEqualTo(new Tri<>(IpSet.empty(family), IpSet.all(family)));
      for (Entry<Integer> entry : entries) {
        Integer route = entry.route();
        assertThat(partition.byKnownRoutes(route::equals, route::equals).may())
            .isEqualTo(known.where(route::equals, route::equals).may());
      }
      assertThat(partition.routeOf(block(family, 0, 0))).isNull();
    }
  }

  private static Entry<String> entry(String block, Rank rank, String target) {
    return new Entry<>(Cidr.parse(block), rank, target, true, target);
  }

  private static String must(List<Entry<String>> entries, String target) {
    return RoutePartition.of(AddressFamily.IPV4, entries, false)
        .where(target::equals, target::equals)
        .must()
        .toString();
  }

  @Test
  void where_ofTheLongestPrefix_isAllOfIt() {
    List<Entry<String>> entries =
        List.of(
            entry("0.0.0.0/0", Rank.STATIC, "igw"),
            entry("0.0.0.0/1", Rank.PROPAGATED, "vgw"),
            entry("0.0.0.0/2", Rank.STATIC, "nat"));
    assertThat(must(entries, "nat")).isEqualTo("0.0.0.0/2");
    assertThat(must(entries, "vgw")).isEqualTo("64.0.0.0/2");
    assertThat(must(entries, "igw")).isEqualTo("128.0.0.0/1");
  }

  @Test
  void where_ofEqualPrefixes_isThatOfTheBetterRank() {
    List<Entry<String>> entries =
        List.of(
            entry("0.0.0.0/0", Rank.PROPAGATED, "vgw"),
            entry("0.0.0.0/0", Rank.PREFIX_LIST, "tgw"),
            entry("0.0.0.0/0", Rank.STATIC, "igw"));
    assertThat(must(entries, "igw")).isEqualTo("0.0.0.0/0");
    assertThat(must(entries, "tgw") + must(entries, "vgw")).isEmpty();
  }

  @Test
  void where_propagatedWithinTheLocalBlock_isNothingHoweverSpecific() {
    List<Entry<String>> entries =
        List.of(
            entry("10.0.0.0/16", Rank.LOCAL, "local"),
            entry("10.0.1.0/24", Rank.PROPAGATED, "vgw"),
            entry("10.0.2.0/24", Rank.STATIC, "eni"));
    assertThat(must(entries, "vgw")).isEmpty();
    assertThat(must(entries, "eni")).isEqualTo("10.0.2.0/24");
    assertThat(must(entries, "local"))
        .isEqualTo(
            "10.0.0.0/23,10.0.3.0/24,10.0.4.0/22,10.0.8.0/21,10.0.16.0/20,10.0.32.0/19,"
                + "10.0.64.0/18,10.0.128.0/17");
  }

  @Test
  void rivals_ofOneBlockAndRankToTwoTargets_areTold() {
    List<Entry<String>> entries =
        List.of(
            entry("0.0.0.0/0", Rank.STATIC, "igw"),
            entry("10.0.0.0/8", Rank.PREFIX_LIST, "tgw"),
            entry("10.0.0.0/8", Rank.PREFIX_LIST, "pcx"),
            entry("11.0.0.0/8", Rank.PREFIX_LIST, "tgw"),
            entry("11.0.0.0/8", Rank.PREFIX_LIST, "tgw"),
            entry("12.0.0.0/8", Rank.PREFIX_LIST, "tgw"),
            entry("12.0.0.0/8", Rank.PROPAGATED, "vgw"));
    RoutePartition<String> partition = RoutePartition.of(AddressFamily.IPV4, entries, false);
    assertThat(partition.rivals()).containsExactly(List.of("tgw", "pcx"));
    assertThat(partition.where("tgw"::equals, "tgw"::equals))
        .isEqualTo(
            new Tri<>(
                IpSet.of(Cidr.parse("11.0.0.0/8"), Cidr.parse("12.0.0.0/8")),
                IpSet.of(
                    Cidr.parse("10.0.0.0/8"), Cidr.parse("11.0.0.0/8"), Cidr.parse("12.0.0.0/8"))));
    assertThat(
            partition.where("igw"::equals, "igw"::equals).may().contains(Cidr.parse("10.0.0.0/8")))
        .isFalse();
  }

  @Test
  void of_routesOfTheOtherFamily_leavesThemOut() {
    List<Entry<String>> entries =
        List.of(entry("0.0.0.0/0", Rank.STATIC, "igw"), entry("::/0", Rank.STATIC, "eigw"));
    RoutePartition<String> ipv6 = RoutePartition.of(AddressFamily.IPV6, entries, false);
    assertThat(ipv6.candidates(IpSet.all(AddressFamily.IPV6))).containsExactly("eigw");
  }
}
