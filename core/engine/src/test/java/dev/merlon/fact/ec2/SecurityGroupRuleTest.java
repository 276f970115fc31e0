/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SecurityGroupRuleTest {

  /** Written {@code protocol from to peer}, or {@code egress protocol from to peer}. */
  private static SecurityGroupRule rule(String id, String text) {
    boolean egress = text.startsWith("egress ");
    String[] parts = text.replace("egress ", "").split(" ", -1);
    String peer = parts[3];
    boolean list = peer.startsWith("pl-");
    boolean group = peer.startsWith("sg-");
    boolean ipv6 = peer.contains(":");
    return new SecurityGroupRule(
        id,
        "1",
        "r",
        id,
        "sg-1",
        egress,
        parts[0],
        Integer.parseInt(parts[1]),
        Integer.parseInt(parts[2]),
        list || group || ipv6 ? "" : peer,
        ipv6 ? peer : "",
        list ? peer : "",
        group ? peer : "",
        "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // ports
        "tcp 22 22 10.0.0.0/8            | tcp 22 22 10.0.0.0/8            | true",
        "tcp 20 30 10.0.0.0/8            | tcp 22 22 10.0.0.0/8            | true",
        "tcp 22 22 10.0.0.0/8            | tcp 20 30 10.0.0.0/8            | false",
        "tcp 22 25 10.0.0.0/8            | tcp 24 28 10.0.0.0/8            | false",
        "tcp 22 22 10.0.0.0/8            | udp 22 22 10.0.0.0/8            | false",
        // addresses, not their text
        "tcp 22 22 0.0.0.0/0             | tcp 22 22 10.1.2.0/24           | true",
        "tcp 22 22 10.1.2.0/24           | tcp 22 22 10.1.2.9/24           | true",
        "tcp 22 22 10.1.2.0/24           | tcp 22 22 10.1.0.0/16           | false",
        "tcp 22 22 2001:DB8:0::/32       | tcp 22 22 2001:db8:1::/48       | true",
        "tcp 22 22 0.0.0.0/0             | tcp 22 22 ::/0                  | false",
        "tcp 22 22 ::/0                  | tcp 22 22 0.0.0.0/0             | false",
        // protocols
        "-1 -1 -1 10.0.0.0/8             | tcp 22 22 10.0.0.0/8            | true",
        "-1 -1 -1 10.0.0.0/8             | -1 -1 -1 10.0.0.0/8             | true",
        "tcp 0 65535 10.0.0.0/8          | -1 -1 -1 10.0.0.0/8             | false",
        "6 22 22 10.0.0.0/8              | TCP 22 22 10.0.0.0/8            | true",
        "50 -1 -1 10.0.0.0/8             | 50 -1 -1 10.0.0.0/8             | true",
        "50 -1 -1 10.0.0.0/8             | 51 -1 -1 10.0.0.0/8             | false",
        // ICMP types and codes
        "icmp -1 -1 10.0.0.0/8           | icmp 8 0 10.0.0.0/8             | true",
        "icmp 8 -1 10.0.0.0/8            | icmp 8 0 10.0.0.0/8             | true",
        "icmp 8 0 10.0.0.0/8             | icmp 8 0 10.0.0.0/8             | true",
        "icmp 8 0 10.0.0.0/8             | icmp 8 -1 10.0.0.0/8            | false",
        "icmp 8 -1 10.0.0.0/8            | icmp 3 -1 10.0.0.0/8            | false",
        "icmp 8 -1 10.0.0.0/8            | icmp -1 -1 10.0.0.0/8           | false",
        "icmpv6 -1 -1 ::/0               | icmpv6 128 0 2001:db8::/32      | true",
        "icmp -1 -1 0.0.0.0/0            | icmpv6 -1 -1 0.0.0.0/0          | false",
        // direction
        "egress tcp 22 22 0.0.0.0/0      | tcp 22 22 0.0.0.0/0             | false",
        "egress -1 -1 -1 0.0.0.0/0       | egress tcp 22 22 10.0.0.0/8     | true",
        // prefix lists and groups are compared by id
        "tcp 22 22 pl-1                  | tcp 22 22 pl-1                  | true",
        "tcp 22 22 pl-1                  | tcp 22 22 pl-2                  | false",
        "tcp 22 22 0.0.0.0/0             | tcp 22 22 pl-1                  | false",
        "tcp 22 22 pl-1                  | tcp 22 22 10.0.0.0/8            | false",
        "tcp 22 22 sg-2                  | tcp 22 22 sg-2                  | true",
        "tcp 22 22 sg-2                  | tcp 22 22 sg-3                  | false",
        "tcp 22 22 sg-2                  | tcp 22 22 pl-1                  | false",
        "tcp 22 22 0.0.0.0/0             | tcp 22 22 sg-2                  | false",
        // what is not understood covers nothing
        "ttcp 22 22 0.0.0.0/0            | ttcp 22 22 0.0.0.0/0            | false",
        "-1 -1 -1 0.0.0.0/0              | ttcp 22 22 0.0.0.0/0            | false",
        "tcp 22 22 10.0.0.0/33           | tcp 22 22 10.0.0.0/8            | false",
        "tcp 22 22 0.0.0.0/0             | tcp 22 22 ten/8                 | false",
      })
  void covers_anotherRule_whenAllItLetsThroughGetsThroughThisOne(
      String mine, String other, boolean covers) {
    assertThat(rule("sgr-1", mine).covers(rule("sgr-2", other))).isEqualTo(covers);
  }

  @Test
  void covers_itself_isFalse() {
    SecurityGroupRule rule = rule("sgr-1", "tcp 22 22 0.0.0.0/0");

    assertThat(rule.covers(rule)).isFalse();
    assertThat(rule.covers(rule("sgr-1", "tcp 22 22 10.0.0.0/8"))).isFalse();
  }
}
