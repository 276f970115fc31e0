/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TrafficTest {

  @ParameterizedTest
  @CsvSource({
    "tcp, 22, 22, 6, 22, 22, tcp/22",
    "6, 8000, 9000, 6, 8000, 9000, tcp/8000-9000",
    "udp, 0, 65535, 17, 0, 65535, udp",
    "-1, 22, 22, -1, 0, 65535, all",
    "-1, 0, 0, -1, 0, 65535, all",
    "47, -1, -1, 47, 0, 65535, protocol 47",
    "47, 22, 22, 47, 0, 65535, protocol 47",
    "icmp, -1, -1, 1, 0, 65535, icmp",
    "icmp, 8, -1, 1, 2048, 2303, icmp/8",
    "1, 3, 4, 1, 772, 772, icmp/3",
    "icmpv6, 128, 0, 58, 32768, 32768, icmpv6/128",
    "58, 255, 255, 58, 65535, 65535, icmpv6/255",
    "icmp, -1, 4, 1, 0, 65535, icmp"
  })
  void of_aRule_isItsProtocolAndKeys(
      String protocol, int from, int to, int number, int lo, int hi, String text) {
    assertThat(Traffic.of(protocol, from, to))
        .isEqualTo(new Traffic(number, lo, hi, true))
        .hasToString(text);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 22, 22, -1",
    "256, 22, 22, -1",
    "esp, -1, -1, -1",
    "tcp, -1, -1, 6",
    "tcp, 23, 22, 6",
    "udp, 0, 65536, 17",
    "udp, -1, 22, 17",
    "icmp, -2, 0, 1",
    "icmp, 256, 0, 1",
    "icmp, 8, 256, 1",
    "icmpv6, 128, -2, 58"
  })
  void of_aRuleThatNobodyUnderstands_isAllItMayMatch(
      String protocol, int from, int to, int number) {
    assertThat(Traffic.of(protocol, from, to)).isEqualTo(new Traffic(number, 0, 65535, false));
  }

  @Test
  void with_addresses_isTheirRelation() {
    IpSet office = IpSet.of(Cidr.parse("203.0.113.0/24"));
    Flows none = Flows.none(AddressFamily.IPV4);
    assertThat(Traffic.of("tcp", 22, 23).with(office)).isEqualTo(none.with(6, 22, 23, office));
    assertThat(Traffic.of("-1", -1, -1).with(office)).isEqualTo(none.withAllProtocols(office));
    assertThat(Traffic.of("47", -1, -1).with(office)).isEqualTo(none.with(47, 0, 65535, office));
  }
}
