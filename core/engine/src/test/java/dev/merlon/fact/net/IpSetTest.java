/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class IpSetTest {

  private static final int ROUNDS = 200;

  private static IpSet set(String... cidrs) {
    return IpSet.of(List.of(cidrs).stream().map(Cidr::parse).toList());
  }

  static List<Toy> corners() {
    return Toy.corners();
  }

  @ParameterizedTest
  @MethodSource("corners")
  void operations_inCornersOfTheSpace_agreeWithBruteForce(Toy toy) {
    Random random = new Random(1);
    for (int round = 0; round < ROUNDS; round++) {
      Toy.Model a = toy.random(random);
      Toy.Model b = toy.random(random);
      IpSet x = toy.set(a);
      IpSet y = toy.set(b);
      assertThat(toy.model(x)).isEqualTo(a);
      assertThat(toy.model(x.union(y))).isEqualTo(a.combine((p, q) -> p || q, b));
      assertThat(toy.model(x.intersect(y))).isEqualTo(a.combine((p, q) -> p && q, b));
      Toy.Model difference = a.combine((p, q) -> p && !q, b);
      assertThat(toy.model(x.minus(y))).isEqualTo(difference);
      boolean within = !difference.others() && difference.members().isEmpty();
      assertThat(y.containsAll(x)).isEqualTo(within);
      assertThat(x.minus(y).isEmpty()).isEqualTo(within);
      assertThat(x.equals(y)).isEqualTo(a.equals(b));
      for (int i = 0; i < Toy.SIZE; i++) {
        assertThat(x.contains(toy.cidr(i))).isEqualTo(a.members().get(i));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("corners")
  void operations_onAnySets_obeyTheLawsOfSets(Toy toy) {
    Random random = new Random(2);
    IpSet empty = IpSet.empty(toy.family());
    IpSet all = IpSet.all(toy.family());
    for (int round = 0; round < ROUNDS; round++) {
      IpSet a = toy.set(toy.random(random));
      IpSet b = toy.set(toy.random(random));
      IpSet c = toy.set(toy.random(random));
      assertThat(a.union(b)).isEqualTo(b.union(a)).hasSameHashCodeAs(b.union(a));
      assertThat(a.intersect(b)).isEqualTo(b.intersect(a));
      assertThat(a.union(b).union(c)).isEqualTo(a.union(b.union(c)));
      assertThat(a.intersect(b.union(c))).isEqualTo(a.intersect(b).union(a.intersect(c)));
      assertThat(a.minus(b).intersect(b)).isEqualTo(empty);
      assertThat(a.minus(b).union(a.intersect(b))).isEqualTo(a);
      assertThat(a.size()).isEqualTo(a.intersect(b).size().add(a.minus(b).size()));
      assertThat(all.minus(a.union(b))).isEqualTo(all.minus(a).intersect(all.minus(b)));
      assertThat(all.minus(a.intersect(b))).isEqualTo(all.minus(a).union(all.minus(b)));
      assertThat(all.minus(all.minus(a))).isEqualTo(a);
      assertThat(a.union(a)).isSameAs(a);
      assertThat(a.intersect(a)).isSameAs(a);
      assertThat(a.minus(a)).isEqualTo(empty);
      assertThat(a.union(empty)).isEqualTo(a);
      assertThat(a.intersect(empty)).isEqualTo(empty);
      assertThat(a.union(all)).isEqualTo(all);
      assertThat(a.intersect(all)).isEqualTo(a);
    }
  }

  @ParameterizedTest
  @MethodSource("corners")
  void operations_thatChangeNothing_returnTheOperand(Toy toy) {
    IpSet small = IpSet.of(toy.cidr(3));
    IpSet large = IpSet.of(toy.cidr(1), toy.cidr(3), toy.cidr(9));
    assertThat(small.union(large)).isSameAs(large);
    assertThat(large.union(small)).isSameAs(large);
    assertThat(small.intersect(large)).isSameAs(small);
    assertThat(large.intersect(small)).isSameAs(small);
    assertThat(small.minus(IpSet.of(toy.cidr(4)))).isSameAs(small);
    assertThat(small.minus(IpSet.empty(toy.family()))).isSameAs(small);
    assertThat(IpSet.empty(toy.family()).union(small)).isSameAs(small);
  }

  @ParameterizedTest
  @MethodSource("corners")
  void cidrs_ofAnySet_areTheFewestAscendingAndEqual(Toy toy) {
    Random random = new Random(3);
    for (int round = 0; round < ROUNDS; round++) {
      IpSet set = toy.set(toy.random(random));
      List<Cidr> cidrs = set.cidrs();
      if (!cidrs.isEmpty()) {
        assertThat(IpSet.of(cidrs)).isEqualTo(set);
      }
      BigInteger end = BigInteger.ZERO;
      for (Cidr cidr : cidrs) { // disjoint blocks are the fewest if none could be twice as large
        int length = cidr.prefixLength();
        assertThat(start(cidr)).isGreaterThanOrEqualTo(end);
        end = start(cidr).add(BigInteger.ONE.shiftLeft(toy.family().bits() - length));
        if (length > 0) {
          Cidr parent = cidr(toy.family(), start(cidr), length - 1);
          assertThat(set.contains(parent)).as("%s has %s", set, parent).isFalse();
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("corners")
  void sizeAtLeast_ofAnySet_agreesWithSize(Toy toy) {
    Random random = new Random(4);
    for (int round = 0; round < ROUNDS; round++) {
      IpSet set = toy.set(toy.random(random));
      if (random.nextBoolean()) {
        set = set.minus(IpSet.of(cidr(toy.family(), toy.first(), 1 + random.nextInt(20))));
      }
      int largest = set.size().bitLength() - 1; // -1 for the empty set
      assertThat(largest < 0 || set.sizeAtLeast(largest)).as("%s", set).isTrue();
      assertThat(largest < 128 && set.sizeAtLeast(largest + 1)).as("%s", set).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void sizeAtLeast_ofOneBlock_holdsUpToItsOwnSize(AddressFamily family) {
    for (int length = 0; length <= family.bits(); length++) {
      IpSet block = IpSet.of(cidr(family, BigInteger.ONE.negate(), length));
      int power = family.bits() - length;
      assertThat(IntStream.rangeClosed(0, power)).allMatch(block::sizeAtLeast);
      assertThat(power < 128 && block.sizeAtLeast(power + 1)).isFalse();
      assertThat(block.size()).isEqualTo(BigInteger.ONE.shiftLeft(power));
    }
  }

  @Test
  void sizeAtLeast_ofAnImpossiblePower_isRefused() {
    IpSet all = IpSet.all(AddressFamily.IPV6);
    assertThatIllegalArgumentException().isThrownBy(() -> all.sizeAtLeast(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> all.sizeAtLeast(129));
  }

  @ParameterizedTest
  @EnumSource
  void of_aBlockSplitInHalves_equalsTheBlock(AddressFamily family) {
    Random random = new Random(5);
    for (int length = 0; length < family.bits(); length++) {
      Cidr block = cidr(family, new BigInteger(family.bits(), random), length);
      BigInteger half = BigInteger.ONE.shiftLeft(family.bits() - length - 1);
      Cidr lower = cidr(family, start(block), length + 1);
      Cidr upper = cidr(family, start(block).add(half), length + 1);
      assertThat(IpSet.of(upper, lower)).isEqualTo(IpSet.of(block)).hasToString(block.toString());
      assertThat(IpSet.of(block).minus(IpSet.of(lower))).isEqualTo(IpSet.of(upper));
      assertThat(IpSet.of(block).contains(upper)).isTrue();
      assertThat(IpSet.of(upper).contains(block)).isFalse();
    }
  }

  @Test
  void of_blocksInAnyOrderAndNumber_isTheirUnion() {
    Random random = new Random(6);
    for (int count = 1; count < 40; count++) {
      List<Cidr> blocks = new ArrayList<>();
      IpSet expected = IpSet.empty(AddressFamily.IPV4);
      for (int i = 0; i < count; i++) {
        Cidr block = cidr(AddressFamily.IPV4, new BigInteger(32, random), 4 + random.nextInt(29));
        blocks.add(block);
        expected = expected.union(IpSet.of(block));
      }
      Collections.shuffle(blocks, random);
      assertThat(IpSet.of(blocks)).isEqualTo(expected);
    }
  }

  @Test
  void of_noBlock_saysWhatToCallInstead() {
    assertThatIllegalArgumentException()
        .isThrownBy(IpSet::of)
        .withMessageContaining("IpSet.empty(family)");
  }

  @Test
  void operations_onTwoFamilies_areRefused() {
    IpSet ipv4 = set("0.0.0.0/0");
    IpSet ipv6 = IpSet.empty(AddressFamily.IPV6);
    assertThatIllegalArgumentException().isThrownBy(() -> ipv4.union(ipv6));
    assertThatIllegalArgumentException().isThrownBy(() -> ipv6.intersect(ipv4));
    assertThatIllegalArgumentException().isThrownBy(() -> ipv4.minus(ipv6));
    assertThatIllegalArgumentException().isThrownBy(() -> ipv4.containsAll(ipv6));
    assertThatIllegalArgumentException().isThrownBy(() -> ipv4.contains(Cidr.parse("::/0")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> set("10.0.0.0/8", "fc00::/7"))
        .withMessageContaining("IPV4")
        .withMessageContaining("IPV6");
    assertThat(ipv6).isNotEqualTo(IpSet.empty(AddressFamily.IPV4));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.0.0.0/1 128.0.0.0/1 | 0.0.0.0/0",
        "10.0.1.0/24 10.0.0.0/24 10.0.0.7/32 | 10.0.0.0/23",
        "10.0.1.0/24 10.0.2.0/24 | 10.0.1.0/24,10.0.2.0/24",
        "127.255.255.255/32 128.0.0.0/32 | 127.255.255.255/32,128.0.0.0/32",
        "::/1 8000::/1 | ::/0",
        "7fff::/16 8000::/16 ::1/128 | ::1/128,7fff::/16,8000::/16",
      })
  void toString_ofSomeBlocks_isTheFewestBlocks(String blocks, String text) {
    assertThat(set(blocks.split(" ", -1))).hasToString(text);
  }

  @Test
  void toString_ofTheEmptySet_isEmpty() {
    assertThat(IpSet.empty(AddressFamily.IPV4)).hasToString("");
  }

  private static Cidr cidr(AddressFamily family, BigInteger address, int length) {
    BigInteger bits = address.mod(BigInteger.ONE.shiftLeft(family.bits()));
    return Cidr.of(family, bits.shiftRight(64).longValue(), bits.longValue(), length);
  }

  private static BigInteger start(Cidr cidr) {
    String text = cidr.toString();
    return Toy.number(cidr.family(), text.substring(0, text.indexOf('/')));
  }

  @ParameterizedTest
  @MethodSource("corners")
  void lowest_ofAnySet_isItsFirstAddress(Toy toy) {
    Random random = new Random(4);
    for (int round = 0; round < ROUNDS; round++) {
      IpSet set = toy.set(toy.random(random));
      if (!set.isEmpty()) {
        Cidr first = set.cidrs().get(0);
        assertThat(set.lowest()).isEqualTo(cidr(toy.family(), start(first), toy.family().bits()));
      }
    }
    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(() -> IpSet.empty(toy.family()).lowest());
  }

  @ParameterizedTest
  @MethodSource("corners")
  void intersects_ofAnySets_isWhetherTheyShareAnAddress(Toy toy) {
    Random random = new Random(5);
    for (int round = 0; round < ROUNDS; round++) {
      Toy.Model a = toy.random(random);
      Toy.Model b = toy.random(random);
      assertThat(toy.set(a).intersects(toy.set(b)))
          .isEqualTo((a.others() && b.others()) || a.members().intersects(b.members()));
    }
  }
}
