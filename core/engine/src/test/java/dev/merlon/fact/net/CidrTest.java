/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CidrTest {

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0/0, 0.0.0.0/0",
    "255.255.255.255/32, 255.255.255.255/32",
    "10.1.2.3/8, 10.0.0.0/8",
    "255.255.255.255/0, 0.0.0.0/0",
    "203.0.113.130/25, 203.0.113.128/25",
    "::/0, ::/0",
    "::1/128, ::1/128",
    "1::/16, 1::/16",
    "FC00::/7, fc00::/7",
    "2001:DB8:0000:0000:0000:0000:0000:0001/128, 2001:db8::1/128",
    "2001:db8:0:0:1:0:0:1/128, 2001:db8::1:0:0:1/128",
    "2001:0:0:1:0:0:0:1/128, 2001:0:0:1::1/128",
    "2001:db8:0:1:1:1:1:1/128, 2001:db8:0:1:1:1:1:1/128",
    "0:1:1:1:1:1:1:0/128, 0:1:1:1:1:1:1:0/128",
    "1:2:3:4:5:6:7::/128, 1:2:3:4:5:6:7:0/128",
    "::2:3:4:5:6:7:8/128, 0:2:3:4:5:6:7:8/128",
    "1:2:3:4:5:6:1.2.3.4/128, 1:2:3:4:5:6:102:304/128",
    "::1.2.3.4/128, ::102:304/128",
    "64:ff9b::192.0.2.33/128, 64:ff9b::c000:221/128",
    "::FFFF:192.0.2.1/128, ::ffff:192.0.2.1/128",
    "1::ffff:192.0.2.1/128, 1::ffff:c000:201/128",
    "::ffff:0:0/96, ::ffff:0.0.0.0/96",
    "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff/128, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff/128",
    "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff/64, ffff:ffff:ffff:ffff::/64",
    "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff/63, ffff:ffff:ffff:fffe::/63",
    "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff/65, ffff:ffff:ffff:ffff:8000::/65",
    "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff/0, ::/0",
  })
  void parse_ofAnyForm_masksHostBitsAndPrintsOneForm(String text, String canonical) {
    Cidr cidr = Cidr.parse(text);
    assertThat(cidr).hasToString(canonical);
    assertThat(cidr).isEqualTo(Cidr.parse(canonical)).hasSameHashCodeAs(Cidr.parse(canonical));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/8",
        "10.0.0.0",
        "10.0.0.0/",
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "10.0.0.0/+8",
        "10.0.0.0/08",
        "10.0.0.0/8/8",
        "10.0.0.0/8 ",
        " 10.0.0.0/8",
        "10.0.0.0 /8",
        "10.0.0.0/99999999999",
        "10.0.0.0/\u0668",
        "10.0.0/8",
        "10/8",
        "10.0.0.0.0/8",
        "10.0.0./8",
        ".10.0.0/8",
        "10..0.0/8",
        "256.0.0.0/8",
        "010.0.0.0/8",
        "10.0.0.00/8",
        "0x0a.0.0.0/8",
        "1e1.0.0.0/8",
        "-1.0.0.0/8",
        "\u0661\u0660.0.0.0/8",
        "4294967296.0.0.0/8",
        "localhost/8",
        "*/0",
        ":/0",
        ":::/0",
        "::",
        "::/129",
        "::/ 0",
        "1::2::3/64",
        "1:::2/64",
        ":1::/64",
        "1::2:/64",
        "1:2:3:4:5:6:7/64",
        "1:2:3:4:5:6:7:8:9/64",
        "1:2:3:4:5:6:7:/64",
        ":2:3:4:5:6:7:8/64",
        "1:2:3:4::5:6:7:8/64",
        "::1:2:3:4:5:6:7:8/64",
        "1:2:3:4:5:6:7:8::/64",
        "12345::/64",
        "00001::/64",
        "g::/64",
        "-1::/64",
        "\uff11::/64",
        "fe80::1%eth0/64",
        "fe80::1/64%eth0",
        "[::1]/128",
        "::1.2.3/128",
        "::1.2.3.04/128",
        "::1.2.3.256/128",
        "1.2.3.4::/128",
        "::1.2.3.4:5/128",
        "1:2:3:4:5:6:7:1.2.3.4/128",
        "1:2:3:4:5:1.2.3.4/128",
        "1.2.3.4:/128",
      })
  void parse_ofMalformedText_isRefusedNamingTheText(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Cidr.parse(text))
        .withMessageStartingWith("malformed CIDR \"" + text + "\": ");
  }

  @Test
  void parse_ofMalformedText_saysWhatIsWrong() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Cidr.parse("10.0.0.1"))
        .withMessage("malformed CIDR \"10.0.0.1\": it has no prefix length");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Cidr.parse("fe80::1%eth0/64"))
        .withMessageContaining("'%' is not a hexadecimal digit");
  }

  @ParameterizedTest
  @EnumSource
  void toString_ofRandomBlocks_parsesToTheSameBlockAndAddress(AddressFamily family) {
    Random random = new Random(7);
    for (int round = 0; round < 5000; round++) {
      BigInteger address = new BigInteger(family.bits(), random);
      for (int group = 0; group < family.bits(); group += 16) {
        if (random.nextBoolean()) { // so that there are runs of zero groups
          address = address.andNot(BigInteger.valueOf(0xffff).shiftLeft(group));
        }
      }
      int length = random.nextInt(family.bits() + 1);
      int hostBits = family.bits() - length;
      Cidr cidr = Cidr.of(family, address.shiftRight(64).longValue(), address.longValue(), length);
      String text = cidr.toString();
      assertThat(Cidr.parse(text)).isEqualTo(cidr).hasToString(text);
      assertThat(Toy.number(family, text.substring(0, text.indexOf('/'))))
          .isEqualTo(address.shiftRight(hostBits).shiftLeft(hostBits));
      assertThat(cidr.family()).isEqualTo(family);
      assertThat(cidr.prefixLength()).isEqualTo(length);
    }
  }

  @Test
  void equals_ofBlocksThatDifferInOneThing_isFalse() {
    assertThat(Cidr.parse("0.0.0.0/0")).isNotEqualTo(Cidr.parse("::/0"));
    assertThat(Cidr.parse("10.0.0.0/8")).isNotEqualTo(Cidr.parse("10.0.0.0/9"));
    assertThat(Cidr.parse("10.0.0.0/8")).isNotEqualTo(Cidr.parse("11.0.0.0/8"));
    assertThat(Cidr.parse("1::1/128")).isNotEqualTo(Cidr.parse("::1/128"));
  }

  @ParameterizedTest
  @CsvSource({"10.0.0.1, 10.0.0.1/32", "2001:DB8::0:1, 2001:db8::1/128", "::, ::/128"})
  void parseAddress_ofAnAddress_isABlockOfOne(String text, String block) {
    assertThat(Cidr.parseAddress(text)).isEqualTo(Cidr.parse(block));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "10.0.0.1/32", "10.0.0", "10.0.0.01", "2001::x", "::1/128", "localhost"})
  void parseAddress_ofAnotherText_isRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Cidr.parseAddress(text))
        .withMessageStartingWith("malformed ");
  }

  @ParameterizedTest
  @CsvSource({"10.0.0.7/8, 10.0.0.0", "2001:db8::7/64, 2001:db8::", "::/0, ::"})
  void address_ofABlock_isItsFirstWithoutTheLength(String block, String address) {
    assertThat(Cidr.parse(block).address()).isEqualTo(address);
  }
}
