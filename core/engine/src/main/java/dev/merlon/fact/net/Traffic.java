/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.net;

import java.util.OptionalInt;

/**
 * The protocol and ports that a rule names, as security groups and network ACLs both write them
 * (SG-5, NACL-4).
 *
 * @param protocol a number within 0..255 or {@link Protocols#ALL}
 * @param lo the first key of {@link PortMap}: a port, or the type and code of ICMP
 * @param hi the last key
 * @param understood whether the rule matches just this; otherwise it matches no more than this
 */
public record Traffic(int protocol, int lo, int hi, boolean understood) {

  private static final int CODES = 256;
  private static final int ANY = -1;

  /**
   * Reads the protocol and ports of a rule.
   *
   * @param from the first port or the ICMP type, -1 for all
   * @param to the last port or the ICMP code, -1 for all
   */
  public static Traffic of(String protocol, int from, int to) {
    OptionalInt parsed = Protocols.parse(protocol);
    if (parsed.isEmpty()) {
      return new Traffic(Protocols.ALL, 0, PortSet.LAST, false);
    }
    int number = parsed.getAsInt();
    return switch (number) {
      case Protocols.TCP, Protocols.UDP ->
          from >= 0 && from <= to && to <= PortSet.LAST
              ? new Traffic(number, from, to, true)
              : new Traffic(number, 0, PortSet.LAST, false);
      case Protocols.ICMP, Protocols.ICMPV6 -> icmp(number, from, to);
      default -> new Traffic(number, 0, PortSet.LAST, true);
    };
  }

  private static Traffic icmp(int protocol, int type, int code) {
    if (type < ANY || type >= CODES || code < ANY || code >= CODES) {
      return new Traffic(protocol, 0, PortSet.LAST, false);
    }
    if (type == ANY) {
      return new Traffic(protocol, 0, PortSet.LAST, true);
    }
    int first = type * CODES;
    return code == ANY
        ? new Traffic(protocol, first, first + CODES - 1, true)
        : new Traffic(protocol, first + code, first + code, true);
  }

  /** Returns the relation of this traffic and the addresses. */
  public Flows with(IpSet addresses) {
    Flows none = Flows.none(addresses.family());
    return protocol == Protocols.ALL
        ? none.withAllProtocols(addresses)
        : none.with(protocol, lo, hi, addresses);
  }

  /**
   * Returns it as people write it: {@code tcp/22}, {@code tcp/8000-9000}, {@code icmp/8}, {@code
   * all}.
   */
  @Override
  public String toString() {
    if (protocol == Protocols.ALL) {
      return "all";
    }
    String name = Protocols.name(protocol);
    if (lo == 0 && hi == PortSet.LAST) {
      return name;
    }
    if (protocol == Protocols.ICMP || protocol == Protocols.ICMPV6) {
      return name + "/" + lo / CODES;
    }
    return name + "/" + PortSet.range(lo, hi);
  }
}
