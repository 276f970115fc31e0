/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PortMapTest {

  private static final int[] CORNERS = {0, 1, 22, 23, 255, 256, 2048, 32768, 65534, 65535};
  private static final IpSet EMPTY = IpSet.empty(AddressFamily.IPV4);
  private static final IpSet OFFICE = IpSet.of(Cidr.parse("203.0.113.0/24"));
  private static final IpSet ANY = IpSet.all(AddressFamily.IPV4);

  /** A relation key by key, and the same relation from the code under test. */
  private record Pair(List<IpSet> keys, PortMap map) {

    static Pair random(Random random, AddressFamily family) {
      List<IpSet> keys = new ArrayList<>(Collections.nCopies(65536, IpSet.empty(family)));
      PortMap map = PortMap.empty(family);
      for (int n = random.nextInt(6); n > 0; n--) {
        int a = CORNERS[random.nextInt(CORNERS.length)];
        int b = CORNERS[random.nextInt(CORNERS.length)];
        int lo = Math.min(a, b);
        int hi = Math.max(a, b);
        IpSet addresses = addresses(random, family);
        keys.subList(lo, hi + 1).replaceAll(addresses::union);
        map = map.with(lo, hi, addresses);
      }
      return new Pair(keys, map);
    }

    private static IpSet addresses(Random random, AddressFamily family) {
      long high = family == AddressFamily.IPV6 ? (long) random.nextInt(4) << 62 : 0;
      long low = (long) random.nextInt(4) << 30;
      return IpSet.of(Cidr.of(family, high, low, random.nextInt(3)));
    }

    List<IpSet> combine(BinaryOperator<IpSet> operation, Pair other) {
      return IntStream.range(0, 65536)
          .mapToObj(key -> operation.apply(keys.get(key), other.keys.get(key)))
          .toList();
    }
  }

  private static List<IpSet> keys(PortMap map) {
    return IntStream.range(0, 65536).mapToObj(map::at).toList();
  }

  @ParameterizedTest
  @EnumSource
  void operations_onAnyRelations_agreeWithBruteForce(AddressFamily family) {
    Random random = new Random(1);
    IpSet empty = IpSet.empty(family);
    for (int round = 0; round < 60; round++) {
      Pair a = Pair.random(random, family);
      Pair b = Pair.random(random, family);
      assertThat(keys(a.map)).isEqualTo(a.keys);
      assertThat(keys(a.map.union(b.map))).isEqualTo(a.combine(IpSet::union, b));
      assertThat(keys(a.map.intersect(b.map))).isEqualTo(a.combine(IpSet::intersect, b));
      assertThat(keys(a.map.minus(b.map))).isEqualTo(a.combine(IpSet::minus, b));
      assertThat(a.map.isEmpty()).isEqualTo(a.keys.stream().allMatch(IpSet::isEmpty));
      assertThat(a.map.equals(b.map)).isEqualTo(a.keys.equals(b.keys));
      PortSet open = a.map.where(addresses -> !addresses.isEmpty());
      PortSet closed = a.map.where(empty::equals);
      for (int key : CORNERS) {
        assertThat(open.contains(key)).isEqualTo(!a.keys.get(key).isEmpty());
      }
      assertThat(open.union(closed)).isEqualTo(PortSet.all());
      assertThat(open.intersects(closed)).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void operations_onAnyRelations_obeyTheLawsOfSets(AddressFamily family) {
    Random random = new Random(2);
    PortMap all = PortMap.empty(family).with(0, 65535, IpSet.all(family));
    for (int round = 0; round < 200; round++) {
      PortMap a = Pair.random(random, family).map;
      PortMap b = Pair.random(random, family).map;
      assertThat(a.union(b)).isEqualTo(b.union(a)).hasSameHashCodeAs(b.union(a));
      assertThat(a.intersect(b)).isEqualTo(b.intersect(a));
      assertThat(a.minus(b).intersect(b).isEmpty()).isTrue();
      assertThat(a.minus(b).union(a.intersect(b))).isEqualTo(a);
      assertThat(all.minus(a.union(b))).isEqualTo(all.minus(a).intersect(all.minus(b)));
      assertThat(all.minus(a.intersect(b))).isEqualTo(all.minus(a).union(all.minus(b)));
      assertThat(a.union(a.intersect(b))).isSameAs(a);
      assertThat(a.intersect(a.union(b))).isSameAs(a);
      assertThat(a.intersect(b).union(a)).isSameAs(a);
      assertThat(a.minus(PortMap.empty(family))).isSameAs(a);
    }
  }

  @Test
  void with_adjacentRangesOfEqualAddresses_equalsTheWholeRange() {
    PortMap whole = PortMap.empty(AddressFamily.IPV4).with(20, 25, ANY);
    PortMap parts =
        PortMap.empty(AddressFamily.IPV4)
            .with(24, 25, IpSet.of(Cidr.parse("128.0.0.0/1")))
            .with(20, 23, ANY)
            .with(24, 25, IpSet.of(Cidr.parse("0.0.0.0/1")));
    assertThat(parts).isEqualTo(whole).hasSameHashCodeAs(whole).hasToString("{20-25=0.0.0.0/0}");
  }

  @Test
  void with_severalRangesOfKeys_addsToEachOfThem() {
    PortMap none = PortMap.empty(AddressFamily.IPV4);
    assertThat(none.with(PortSet.parse("22,80-81,60000-65535"), ANY))
        .hasToString("{22=0.0.0.0/0; 80-81=0.0.0.0/0; 60000-65535=0.0.0.0/0}");
    assertThat(none.with(PortSet.empty(), ANY)).isSameAs(none);
    assertThat(none.with(PortSet.all(), ANY)).hasToString("{0-65535=0.0.0.0/0}");
  }

  @Test
  void with_noAddresses_changesNothing() {
    PortMap map = PortMap.empty(AddressFamily.IPV4).with(22, 22, OFFICE);
    assertThat(map.with(80, 80, EMPTY)).isSameAs(map);
    assertThat(PortMap.empty(AddressFamily.IPV4).with(0, 65535, EMPTY).isEmpty()).isTrue();
  }

  @Test
  void at_keyWithAndWithoutAddresses_returnsThem() {
    PortMap map = PortMap.empty(AddressFamily.IPV4).with(22, 22, OFFICE).with(80, 65535, ANY);
    assertThat(map.at(22)).isEqualTo(OFFICE);
    assertThat(map.at(23)).isEqualTo(EMPTY);
    assertThat(map.at(65535)).isEqualTo(ANY);
    assertThat(map.where(ANY::equals)).hasToString("80-65535");
    assertThat(map.where(addresses -> false)).isEqualTo(PortSet.empty());
    assertThat(map).hasToString("{22=203.0.113.0/24; 80-65535=0.0.0.0/0}");
  }

  @Test
  void keys_outsideOfTheRange_areRefused() {
    PortMap map = PortMap.empty(AddressFamily.IPV4);
    assertThatIllegalArgumentException().isThrownBy(() -> map.at(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> map.at(65536));
    assertThatIllegalArgumentException().isThrownBy(() -> map.with(5, 4, ANY));
    assertThatIllegalArgumentException().isThrownBy(() -> map.with(0, 65536, ANY));
  }

  @Test
  void operations_onTwoFamilies_areRefused() {
    PortMap ipv4 = PortMap.empty(AddressFamily.IPV4);
    PortMap ipv6 = PortMap.empty(AddressFamily.IPV6);
    assertThat(ipv4).isNotEqualTo(ipv6);
    assertThatIllegalArgumentException().isThrownBy(() -> ipv4.union(ipv6));
    assertThatIllegalArgumentException().isThrownBy(() -> ipv6.with(1, 2, ANY));
  }

  @ParameterizedTest
  @EnumSource
  void at_someKeys_isTheUnionOfTheAddressesAtEach(AddressFamily family) {
    Random random = new Random(3);
    for (int round = 0; round < 60; round++) {
      Pair a = Pair.random(random, family);
      int one = CORNERS[random.nextInt(CORNERS.length)];
      int other = CORNERS[random.nextInt(CORNERS.length)];
      PortSet keys = PortSet.of(one).union(PortSet.range(Math.min(one, other), 65535));
      IpSet expected = IpSet.empty(family);
      for (int key = 0; key < 65536; key++) {
        expected = keys.contains(key) ? expected.union(a.keys.get(key)) : expected;
      }
      assertThat(a.map.at(keys)).isEqualTo(expected);
      assertThat(a.map.at(PortSet.of(one))).isEqualTo(a.keys.get(one));
      assertThat(a.map.at(PortSet.empty())).isEqualTo(IpSet.empty(family));
    }
  }

  @Test
  void everywhere_addresses_hasThemAtEachKey() {
    assertThat(PortMap.everywhere(OFFICE))
        .isEqualTo(PortMap.empty(AddressFamily.IPV4).with(0, 65535, OFFICE));
  }
}
