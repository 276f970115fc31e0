/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.fact.net.PortSet;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OpenPortsTest {

  private static final SortedSet<Integer> NO_OTHERS = Collections.emptySortedSet();

  private static OpenPorts open(String tcp, String udp) {
    return open(tcp, udp, "", "");
  }

  private static OpenPorts open(String tcp, String udp, String icmp, String icmpv6) {
    return new OpenPorts(
        ports(tcp), ports(udp), ports(icmp), ports(icmpv6), NO_OTHERS, /* everyProtocol= */ false);
  }

  private static PortSet ports(String text) {
    return text.isEmpty() ? PortSet.empty() : PortSet.parse(text);
  }

  private static OpenPorts others(boolean everyProtocol, Integer... protocols) {
    return new OpenPorts(
        PortSet.empty(),
        PortSet.empty(),
        PortSet.empty(),
        PortSet.empty(),
        new TreeSet<>(java.util.List.of(protocols)),
        everyProtocol);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''           | ''       | ''        | ''    | ''",
        "22           | ''       | ''        | ''    | tcp 22 (ssh)",
        "22,3389      | 3389     | ''        | ''    | tcp 22,3389 (ssh, rdp), udp 3389 (rdp)",
        "137-139      | ''       | ''        | ''    | tcp 137-139 (netbios)",
        "8123         | ''       | ''        | ''    | tcp 8123",
        "0-65535      | ''       | ''        | ''    | tcp all ports",
        // of many ports the names are left out
        "0-1024       | ''       | ''        | ''    | tcp 0-1024",
        "''           | 0-65535  | ''        | ''    | udp all ports",
        "''           | ''       | 3,8       | ''    | icmp type 3,8",
        "''           | ''       | 22        | ''    | icmp type 22",
        "''           | ''       | 0-255     | ''    | icmp type any",
        "''           | ''       | ''        | 128   | icmpv6 type 128",
        "443          | ''       | 8         | 0-255 | tcp 443 (https), icmp type 8, icmpv6 type any",
      })
  void toString_ofPorts_isAsPeopleReadIt(
      String tcp, String udp, String icmp, String icmpv6, String text) {
    assertThat(open(tcp, udp, icmp, icmpv6)).hasToString(text);
  }

  @Test
  void toString_ofOtherProtocols_isTheirNumber() {
    assertThat(others(false, 50, 47)).hasToString("protocol 47, protocol 50");
    assertThat(others(true)).hasToString("every protocol");
  }

  @Test
  void opens_aService_overTcpAndOverUdpWhereItSpeaksThat() {
    assertThat(open("22", "").opens(PortSet.of(22))).isTrue();
    assertThat(open("", "22").opens(PortSet.of(22))).isFalse();
    assertThat(open("", "3389").opens(PortSet.of(3389))).isTrue();
    assertThat(open("", "11211").opens(PortSet.parse("22,11211"))).isTrue();
    assertThat(open("23", "138").opens(PortSet.of(22))).isFalse();
    assertThat(others(true).opens(PortSet.of(22))).isFalse();
    assertThat(open("20-25", "135-140").of(PortSet.parse("22-23,135")))
        .isEqualTo(open("22-23", "135"));
  }

  @Test
  void opensEverything_ofAProtocolOrAllPorts_isTrue() {
    assertThat(others(true).opensEverything()).isTrue();
    assertThat(open("0-65535", "").opensEverything()).isTrue();
    assertThat(open("", "0-65535").opensEverything()).isTrue();
    assertThat(open("1-65535", "0-65534", "0-255", "0-255").opensEverything()).isFalse();
    assertThat(others(false, 50).opensEverything()).isFalse();
  }

  @Test
  void opensOtherThan_authorizedPorts_findsTheRest() {
    PortSet web = PortSet.parse("80,443");

    assertThat(open("80,443", "", "8", "128").opensOtherThan(web, PortSet.empty())).isFalse();
    assertThat(open("443,8443", "53").otherThan(web, PortSet.of(53))).isEqualTo(open("8443", ""));
    assertThat(open("80", "53").otherThan(web, PortSet.empty())).isEqualTo(open("", "53"));
    assertThat(others(false, 47).opensOtherThan(PortSet.all(), PortSet.all())).isTrue();
    assertThat(others(true).opensOtherThan(PortSet.all(), PortSet.all())).isTrue();
  }

  @Test
  void opensIcmpOtherThan_allowedTypes_findsTheRestOfEachFamily() {
    PortSet three = PortSet.of(3);
    PortSet errors = PortSet.range(1, 4);

    assertThat(open("22", "", "3", "1-4").opensIcmpOtherThan(three, errors)).isFalse();
    assertThat(open("22", "", "3,8", "2,128").icmpOtherThan(three, errors))
        .isEqualTo(open("", "", "8", "128"));
    assertThat(open("", "", "1", "").opensIcmpOtherThan(three, errors)).isTrue();
  }

  @Test
  void isEmpty_ofNothing_isTrue() {
    assertThat(open("", "").isEmpty()).isTrue();
    assertThat(open("22", "").isEmpty()).isFalse();
    assertThat(open("", "22").isEmpty()).isFalse();
    assertThat(open("", "", "8", "").isEmpty()).isFalse();
    assertThat(open("", "", "", "8").isEmpty()).isFalse();
    assertThat(others(false, 50).isEmpty()).isFalse();
    assertThat(others(true).isEmpty()).isFalse();
  }

  @Test
  void union_andIntersect_workPartByPart() {
    OpenPorts one = open("20-22", "53", "3", "1");
    OpenPorts two = open("22-24", "54", "3,8", "2");

    assertThat(one.union(two)).isEqualTo(open("20-24", "53-54", "3,8", "1-2"));
    assertThat(one.intersect(two)).isEqualTo(open("22", "", "3", ""));
    assertThat(others(true, 47).union(others(false, 50))).isEqualTo(others(true, 47, 50));
    assertThat(others(true, 47, 50).intersect(others(false, 50))).isEqualTo(others(false, 50));
    assertThat(one.intersects(open("24", "53"))).isTrue();
    assertThat(one.intersects(open("24", "54"))).isFalse();
  }
}
