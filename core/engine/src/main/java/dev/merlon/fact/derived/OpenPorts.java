/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import dev.merlon.fact.net.AddressFamily;
import dev.merlon.fact.net.Flows;
import dev.merlon.fact.net.Internet;
import dev.merlon.fact.net.IpSet;
import dev.merlon.fact.net.PortMap;
import dev.merlon.fact.net.PortSet;
import dev.merlon.fact.net.Protocols;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What is open to a wide part of the internet (D2, D5): IPv4 or IPv6 suffices, and the families are
 * never added up (GEN-2).
 *
 * @param icmpTypes the types of ICMP, which is IPv4's
 * @param icmpv6Types the types of ICMPv6, which is IPv6's
 * @param otherProtocols the numbers of other protocols that a rule names
 * @param everyProtocol whether protocols that no rule names are open too, as -1 opens them
 */
public record OpenPorts(
    PortSet tcp,
    PortSet udp,
    PortSet icmpTypes,
    PortSet icmpv6Types,
    SortedSet<Integer> otherProtocols,
    boolean everyProtocol) {

  private static final Set<Integer> NAMED =
      Set.of(Protocols.TCP, Protocols.UDP, Protocols.ICMP, Protocols.ICMPV6);
  private static final PortSet ALSO_OVER_UDP = PortSet.parse("135,137-139,3389,11211");
  private static final int CODES = 256;

  static final OpenPorts NONE = of(Flows.none(AddressFamily.IPV4), Flows.none(AddressFamily.IPV6));
  static final OpenPorts EVERYTHING =
      of(Flows.all(AddressFamily.IPV4), Flows.all(AddressFamily.IPV6));

  public OpenPorts {
    otherProtocols = Collections.unmodifiableSortedSet(new TreeSet<>(otherProtocols));
  }

  /** The ports open to a wide part of the internet. */
  static OpenPorts of(Flows ipv4, Flows ipv6) {
    return of(ipv4, Internet::isWide).union(of(ipv6, Internet::isWide));
  }

  /** The ports of one family open to a wide part of the internet. */
  static OpenPorts wide(Flows flows) {
    return of(flows, Internet::isWide);
  }

  OpenPorts withTcp(PortSet ports) {
    return new OpenPorts(ports, udp, icmpTypes, icmpv6Types, otherProtocols, everyProtocol);
  }

  /** The keys of {@link PortMap} that are open of a protocol. */
  PortSet keys(int protocol) {
    return switch (protocol) {
      case Protocols.TCP -> tcp;
      case Protocols.UDP -> udp;
      case Protocols.ICMP -> keysOf(icmpTypes);
      case Protocols.ICMPV6 -> keysOf(icmpv6Types);
      default ->
          everyProtocol || otherProtocols.contains(protocol) ? PortSet.all() : PortSet.empty();
    };
  }

  private static PortSet keysOf(PortSet types) {
    PortSet keys = PortSet.empty();
    for (int type = 0; type < CODES && !types.isEmpty(); type++) {
      if (types.contains(type)) {
        keys = keys.union(PortSet.range(type * CODES, type * CODES + CODES - 1));
      }
    }
    return keys;
  }

  /** The ports that only some TCP and UDP ports are left of. */
  OpenPorts onlyOn(PortSet tcpPorts, PortSet udpPorts) {
    return new OpenPorts(
        tcp.intersect(tcpPorts),
        udp.intersect(udpPorts),
        PortSet.empty(),
        PortSet.empty(),
        new TreeSet<>(),
        /* everyProtocol= */ false);
  }

  static OpenPorts of(Flows flows, Predicate<IpSet> enough) {
    boolean ipv4 = flows.family() == AddressFamily.IPV4;
    TreeSet<Integer> others = new TreeSet<>();
    for (int protocol : flows.protocols()) {
      if (!NAMED.contains(protocol) && !flows.protocol(protocol).where(enough).isEmpty()) {
        others.add(protocol);
      }
    }
    return new OpenPorts(
        flows.protocol(Protocols.TCP).where(enough),
        flows.protocol(Protocols.UDP).where(enough),
        ipv4 ? types(flows.protocol(Protocols.ICMP), enough) : PortSet.empty(),
        ipv4 ? PortSet.empty() : types(flows.protocol(Protocols.ICMPV6), enough),
        others,
        !flows.otherProtocols().where(enough).isEmpty());
  }

  private static PortSet types(PortMap icmp, Predicate<IpSet> enough) {
    PortSet keys = icmp.where(enough);
    if (keys.equals(PortSet.all())) {
      return PortSet.range(0, CODES - 1);
    }
    PortSet types = PortSet.empty();
    for (int type = 0; type < CODES && !keys.isEmpty(); type++) {
      if (keys.intersects(PortSet.range(type * CODES, type * CODES + CODES - 1))) {
        types = types.union(PortSet.of(type));
      }
    }
    return types;
  }

  /**
   * Whether the service on one of these ports is open: over TCP, and over UDP where the service
   * speaks that too (RPC, NetBIOS, RDP, memcached).
   */
  public boolean opens(PortSet services) {
    return !of(services).isEmpty();
  }

  /** What {@link #opens} finds. */
  public OpenPorts of(PortSet services) {
    return new OpenPorts(
        tcp.intersect(services),
        udp.intersect(services).intersect(ALSO_OVER_UDP),
        PortSet.empty(),
        PortSet.empty(),
        new TreeSet<>(),
        /* everyProtocol= */ false);
  }

  /** Whether every protocol, every TCP port or every UDP port is open. */
  public boolean opensEverything() {
    return everyProtocol || tcp.equals(PortSet.all()) || udp.equals(PortSet.all());
  }

  /**
   * Whether a TCP or UDP port besides these is open, or a protocol other than TCP, UDP and ICMP:
   * those have no ports to authorize.
   */
  public boolean opensOtherThan(PortSet authorizedTcp, PortSet authorizedUdp) {
    return !otherThan(authorizedTcp, authorizedUdp).isEmpty();
  }

  /** What {@link #opensOtherThan} finds. */
  public OpenPorts otherThan(PortSet authorizedTcp, PortSet authorizedUdp) {
    return new OpenPorts(
        tcp.minus(authorizedTcp),
        udp.minus(authorizedUdp),
        PortSet.empty(),
        PortSet.empty(),
        otherProtocols,
        everyProtocol);
  }

  /** Whether a type of ICMP or ICMPv6 besides these is open. */
  public boolean opensIcmpOtherThan(PortSet allowedTypesIpv4, PortSet allowedTypesIpv6) {
    return !icmpOtherThan(allowedTypesIpv4, allowedTypesIpv6).isEmpty();
  }

  /** What {@link #opensIcmpOtherThan} finds. */
  public OpenPorts icmpOtherThan(PortSet allowedTypesIpv4, PortSet allowedTypesIpv6) {
    return new OpenPorts(
        PortSet.empty(),
        PortSet.empty(),
        icmpTypes.minus(allowedTypesIpv4),
        icmpv6Types.minus(allowedTypesIpv6),
        new TreeSet<>(),
        /* everyProtocol= */ false);
  }

  /** Whether nothing is open. */
  public boolean isEmpty() {
    return tcp.isEmpty()
        && udp.isEmpty()
        && icmpTypes.isEmpty()
        && icmpv6Types.isEmpty()
        && otherProtocols.isEmpty()
        && !everyProtocol;
  }

  OpenPorts union(OpenPorts other) {
    TreeSet<Integer> protocols = new TreeSet<>(otherProtocols);
    protocols.addAll(other.otherProtocols);
    return new OpenPorts(
        tcp.union(other.tcp),
        udp.union(other.udp),
        icmpTypes.union(other.icmpTypes),
        icmpv6Types.union(other.icmpv6Types),
        protocols,
        everyProtocol || other.everyProtocol);
  }

  OpenPorts intersect(OpenPorts other) {
    TreeSet<Integer> protocols = new TreeSet<>(otherProtocols);
    protocols.retainAll(other.otherProtocols);
    return new OpenPorts(
        tcp.intersect(other.tcp),
        udp.intersect(other.udp),
        icmpTypes.intersect(other.icmpTypes),
        icmpv6Types.intersect(other.icmpv6Types),
        protocols,
        everyProtocol && other.everyProtocol);
  }

  boolean intersects(OpenPorts other) {
    return !intersect(other).isEmpty();
  }

  /** As people read it: {@code tcp 22 (ssh), udp 53 (dns), icmp all types}. */
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    if (everyProtocol) {
      parts.add("every protocol");
    }
    add(parts, "tcp", tcp, PortSet.all(), "all ports");
    add(parts, "udp", udp, PortSet.all(), "all ports");
    add(parts, "icmp type", icmpTypes, PortSet.range(0, CODES - 1), "any");
    add(parts, "icmpv6 type", icmpv6Types, PortSet.range(0, CODES - 1), "any");
    otherProtocols.forEach(protocol -> parts.add("protocol " + protocol));
    return String.join(", ", parts);
  }

  private static void add(
      List<String> parts, String protocol, PortSet ports, PortSet all, String allOfThem) {
    if (!ports.isEmpty()) {
      parts.add(
          protocol
              + " "
              + (ports.equals(all) ? allOfThem : ports + ServiceNames.among(protocol, ports)));
    }
  }
}
