/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.BitSet;
import java.util.NoSuchElementException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PortSetTest {

  private static final int[] CORNERS = {0, 1, 2, 22, 23, 255, 256, 32767, 32768, 65534, 65535};

  private static BitSet random(Random random) {
    BitSet ports = new BitSet();
    for (int n = random.nextInt(5); n > 0; n--) {
      int a = CORNERS[random.nextInt(CORNERS.length)];
      int b = random.nextInt(3) == 0 ? a : CORNERS[random.nextInt(CORNERS.length)];
      ports.flip(Math.min(a, b), Math.max(a, b) + 1);
    }
    return ports;
  }

  private static PortSet set(BitSet ports) {
    PortSet set = PortSet.empty();
    for (int lo = ports.nextSetBit(0); lo >= 0; ) {
      int end = ports.nextClearBit(lo);
      set = PortSet.range(lo, end - 1).union(set);
      lo = ports.nextSetBit(end);
    }
    return set;
  }

  private static BitSet bits(PortSet set) {
    BitSet bits = new BitSet();
    for (int port = 0; port <= 65535; port++) {
      bits.set(port, set.contains(port));
    }
    return bits;
  }

  @Test
  void operations_onAnySets_agreeWithBruteForce() {
    Random random = new Random(1);
    for (int round = 0; round < 300; round++) {
      BitSet a = random(random);
      BitSet b = random(random);
      PortSet x = set(a);
      PortSet y = set(b);
      BitSet union = (BitSet) a.clone();
      union.or(b);
      BitSet intersection = (BitSet) a.clone();
      intersection.and(b);
      BitSet difference = (BitSet) a.clone();
      difference.andNot(b);
      assertThat(bits(x)).isEqualTo(a);
      assertThat(bits(x.union(y))).isEqualTo(union);
      assertThat(bits(x.intersect(y))).isEqualTo(intersection);
      assertThat(bits(x.minus(y))).isEqualTo(difference);
      assertThat(x.size()).isEqualTo(a.cardinality());
      assertThat(x.isEmpty()).isEqualTo(a.isEmpty());
      assertThat(x.intersects(y)).isEqualTo(a.intersects(b));
      assertThat(x.containsAll(y)).isEqualTo(intersection.equals(b));
      assertThat(x.equals(y)).isEqualTo(a.equals(b));
      assertThat(x.union(y)).isEqualTo(y.union(x)).hasSameHashCodeAs(y.union(x));
      assertThat(PortSet.all().minus(PortSet.all().minus(x))).isEqualTo(x);
      assertThat(x.union(x.intersect(y))).isSameAs(x);
      if (!x.isEmpty()) {
        assertThat(PortSet.parse(x.toString())).isEqualTo(x);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "22 | 22",
        "0-65535 | 0-65535",
        "22, 137-139 | 22,137-139",
        "'  443 ,80' | 80,443",
        "3,2,1-1 | 1-3",
        "65535,0 | 0,65535",
        "20-30,25-40,41 | 20-41",
      })
  void parse_ofAnyOrder_printsOneForm(String text, String canonical) {
    assertThat(PortSet.parse(text)).hasToString(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ",",
        "22,",
        ",22",
        "22,,23",
        "65536",
        "-1",
        "-",
        "1-",
        "-1-2",
        "1-2-3",
        "2-1",
        "022",
        "+22",
        "22 23",
        "1 - 2",
        "0x16",
        "ssh",
        "22;23",
        "2\u0662",
        "99999999999",
        "1-65536"
      })
  void parse_ofMalformedText_isRefusedNamingTheText(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PortSet.parse(text))
        .withMessageStartingWith("malformed ports \"" + text + "\": ");
  }

  @Test
  void range_outsideOfThePorts_isRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> PortSet.range(-1, 3));
    assertThatIllegalArgumentException().isThrownBy(() -> PortSet.range(3, 65536));
    assertThatIllegalArgumentException().isThrownBy(() -> PortSet.range(4, 3));
    assertThatIllegalArgumentException().isThrownBy(() -> PortSet.of(65536));
  }

  @Test
  void contains_ofWhatIsNoPort_isFalse() {
    assertThat(PortSet.all().contains(-1)).isFalse();
    assertThat(PortSet.all().contains(65536)).isFalse();
    assertThat(PortSet.all().contains(65535)).isTrue();
  }

  @Test
  void range_upToTheLastPort_equalsTheRest() {
    assertThat(PortSet.range(0, 65535)).isEqualTo(PortSet.all());
    assertThat(PortSet.of(65535)).isEqualTo(PortSet.all().minus(PortSet.range(0, 65534)));
  }

  @Test
  void toString_ofTheEmptySet_isEmpty() {
    assertThat(PortSet.empty()).hasToString("");
    assertThat(PortSet.all()).hasToString("0-65535");
  }

  @Test
  void lowest_ofASet_isItsFirstPort() {
    assertThat(PortSet.parse("443,22-23").lowest()).isEqualTo(22);
    assertThat(PortSet.all().lowest()).isZero();
    assertThat(PortSet.of(65535).lowest()).isEqualTo(65535);
    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(() -> PortSet.empty().lowest());
  }
}
