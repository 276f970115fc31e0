/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import dev.merlon.fact.net.AddressFamily;
import dev.merlon.fact.net.Flows;
import dev.merlon.fact.net.Internet;
import dev.merlon.fact.net.Tri;

/**
 * What an interface with an address in each family would be exposed to.
 *
 * @param ipv4 conversations
 * @param ipv6 conversations
 * @param ipv4OneWay packets that arrive without an answer (RET-4)
 * @param ipv6OneWay packets that arrive without an answer (RET-4)
 */
record Exposed(
    Tri<Flows> ipv4,
    Tri<Flows> ipv6,
    Tri<Flows> ipv4OneWay,
    Tri<Flows> ipv6OneWay,
    OpenPorts must4,
    OpenPorts may4,
    OpenPorts must6,
    OpenPorts may6,
    OpenPorts delivered4Must,
    OpenPorts delivered4May,
    OpenPorts delivered6Must,
    OpenPorts delivered6May) {

  static Exposed of(SubnetIngress subnet, GroupFlows groups) {
    return of(
        Tris.intersect(subnet.conversations(AddressFamily.IPV4), groups.in(AddressFamily.IPV4)),
        Tris.intersect(subnet.conversations(AddressFamily.IPV6), groups.in(AddressFamily.IPV6)),
        Tris.intersect(subnet.delivered(AddressFamily.IPV4), groups.in(AddressFamily.IPV4)),
        Tris.intersect(subnet.delivered(AddressFamily.IPV6), groups.in(AddressFamily.IPV6)));
  }

  private static Exposed of(
      Tri<Flows> ipv4, Tri<Flows> ipv6, Tri<Flows> ipv4Delivered, Tri<Flows> ipv6Delivered) {
    OpenPorts must4 = OpenPorts.wide(ipv4.must());
    OpenPorts must6 = OpenPorts.wide(ipv6.must());
    return new Exposed(
        ipv4,
        ipv6,
        Tris.minus(ipv4Delivered, ipv4),
        Tris.minus(ipv6Delivered, ipv6),
        must4,
        ipv4.isExact() ? must4 : OpenPorts.wide(ipv4.may()),
        must6,
        ipv6.isExact() ? must6 : OpenPorts.wide(ipv6.may()),
        delivered(ipv4.must(), ipv4Delivered.must()),
        delivered(ipv4.may(), ipv4Delivered.may()),
        delivered(ipv6.must(), ipv6Delivered.must()),
        delivered(ipv6.may(), ipv6Delivered.may()));
  }

  /**
   * TCP does nothing without an answer; UDP and others do, so it does not matter whether it is
   * known that they get one.
   */
  private static OpenPorts delivered(Flows conversations, Flows delivered) {
    OpenPorts answered = OpenPorts.wide(conversations);
    return delivered.equals(conversations)
        ? answered
        : OpenPorts.wide(delivered).withTcp(answered.tcp());
  }

  /** Of an interface in a subnet of which nothing is known. */
  static Exposed unknown(GroupFlows groups) {
    Tri<Flows> ipv4 = fromAnywhere(AddressFamily.IPV4, groups);
    Tri<Flows> ipv6 = fromAnywhere(AddressFamily.IPV6, groups);
    return of(ipv4, ipv6, ipv4, ipv6);
  }

  private static Tri<Flows> fromAnywhere(AddressFamily family, GroupFlows groups) {
    return new Tri<>(Flows.none(family), groups.in(family).may().within(Internet.of(family)));
  }

  Tri<Flows> flows(AddressFamily family) {
    return family == AddressFamily.IPV4 ? ipv4 : ipv6;
  }

  Tri<Flows> oneWay(AddressFamily family) {
    return family == AddressFamily.IPV4 ? ipv4OneWay : ipv6OneWay;
  }
}
