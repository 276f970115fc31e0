/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.net;

import java.util.Locale;
import java.util.OptionalInt;

/** The IP protocol numbers that AWS calls by name, and its text for any protocol. */
public final class Protocols {

  /** Every protocol and port (SG-5); no protocol number, see {@link Flows#withAllProtocols}. */
  public static final int ALL = -1;

  public static final int ICMP = 1;
  public static final int TCP = 6;
  public static final int UDP = 17;
  public static final int ICMPV6 = 58;

  private Protocols() {}

  /**
   * Reads the protocol of a rule: a name in any case, {@code -1} or a number within 0..255. Returns
   * empty for a text that nobody knows; whoever asks must then treat the protocol as unknown
   * (GEN-1).
   */
  public static OptionalInt parse(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "-1" -> OptionalInt.of(ALL);
      case "icmp" -> OptionalInt.of(ICMP);
      case "tcp" -> OptionalInt.of(TCP);
      case "udp" -> OptionalInt.of(UDP);
      case "icmpv6" -> OptionalInt.of(ICMPV6);
      default -> {
        int number = Decimals.parse(text, 255);
        yield number < 0 ? OptionalInt.empty() : OptionalInt.of(number);
      }
    };
  }

  /** Returns the name of a protocol where AWS has one, and its number otherwise. */
  public static String name(int protocol) {
    return switch (protocol) {
      case ALL -> "all";
      case ICMP -> "icmp";
      case TCP -> "tcp";
      case UDP -> "udp";
      case ICMPV6 -> "icmpv6";
      default -> "protocol " + protocol;
    };
  }
}
