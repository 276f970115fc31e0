/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ProtocolsTest {

  @ParameterizedTest
  @CsvSource({
    "tcp, 6",
    "TCP, 6",
    "Udp, 17",
    "icmp, 1",
    "ICMPv6, 58",
    "-1, -1",
    "6, 6",
    "50, 50",
    "0, 0",
    "255, 255"
  })
  void parse_ofTheTextOfARule_returnsTheNumber(String text, int number) {
    assertThat(Protocols.parse(text)).hasValue(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "all", "256", "-2", "06", " tcp", "tcp ", "6.0", "esp", "\u0666"})
  void parse_ofAnotherText_isEmpty(String text) {
    assertThat(Protocols.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "-1, all",
    "1, icmp",
    "6, tcp",
    "17, udp",
    "58, icmpv6",
    "0, protocol 0",
    "47, protocol 47"
  })
  void name_ofAProtocol_isThatOfAwsOrItsNumber(int protocol, String name) {
    assertThat(Protocols.name(protocol)).isEqualTo(name);
  }
}
