/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class InternetTest {

  private static IpSet set(String cidrs) {
    return IpSet.of(List.of(cidrs.split(" ", -1)).stream().map(Cidr::parse).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0/0",
        "0.0.0.0/1",
        "128.0.0.0/1",
        "0.0.0.0/1 128.0.0.0/1",
        "16.0.0.0/4",
        "48.0.0.0/4",
        "16.0.0.0/5 48.0.0.0/5",
        "10.0.0.0/8 16.0.0.0/4",
        "::/0",
        "2000::/3",
        "2000::/7",
        "3f00::/8 2000::/8",
      })
  void isWide_ofASixteenthOfTheInternet_isTrue(String cidrs) {
    assertThat(Internet.isWide(set(cidrs))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "203.0.113.0/24",
        "10.0.0.0/8",
        "10.0.0.0/8 172.16.0.0/12 192.168.0.0/16 100.64.0.0/10",
        "224.0.0.0/3",
        "16.0.0.0/5",
        "96.0.0.0/4",
        "16.0.0.0/5 24.0.0.0/6 28.0.0.0/7 30.0.0.0/8",
        "fc00::/7",
        "fe80::/10 fc00::/7 ff00::/8 ::/3",
        "4000::/2",
        "2000::/8",
        "2001:db8::/32",
      })
  void isWide_ofLess_isFalse(String cidrs) {
    assertThat(Internet.isWide(set(cidrs))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"IPV4", "IPV6"})
  void isWide_ofNothing_isFalse(AddressFamily family) {
    assertThat(Internet.isWide(IpSet.empty(family))).isFalse();
    assertThat(Internet.isWide(Internet.of(family))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"IPV4, 3702259712", "IPV6, 42535295865117307932921825928971026432"})
  void of_eachFamily_hasTheAddressesOfTheSpecification(AddressFamily family, BigInteger size) {
    assertThat(Internet.of(family).family()).isEqualTo(family);
    assertThat(Internet.of(family).size()).isEqualTo(size);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "169.254.0.0/16",
        "172.16.0.0/12",
        "192.168.0.0/16",
        "198.18.0.0/15",
        "224.0.0.0/3",
        "::/3",
        "4000::/2",
        "8000::/1",
      })
  void of_rangeThatIsNotRouted_isLeftOut(String cidr) {
    IpSet range = set(cidr);
    assertThat(Internet.of(range.family()).intersect(range).isEmpty()).isTrue();
  }
}
