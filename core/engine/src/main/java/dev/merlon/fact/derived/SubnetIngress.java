/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import dev.merlon.fact.net.AddressFamily;
import dev.merlon.fact.net.Flows;
import dev.merlon.fact.net.IpSet;
import dev.merlon.fact.net.Tri;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * What can come from the internet to the door of every interface of a subnet: the gates together.
 * Its interfaces share it, so it is computed once. There is one for every subnet.
 *
 * @param network what decides about the traffic of the subnet
 * @param gates in the order of the way
 * @param ipv4 conversations, whose replies get back
 * @param ipv6 conversations, whose replies get back
 * @param ipv4Delivered what arrives, whatever becomes of replies
 * @param ipv6Delivered what arrives, whatever becomes of replies
 */
public record SubnetIngress(
    String subnetId,
    String account,
    String region,
    SubnetNetwork network,
    List<IngressGate> gates,
    Tri<Flows> ipv4,
    Tri<Flows> ipv6,
    Tri<Flows> ipv4Delivered,
    Tri<Flows> ipv6Delivered) {

  public SubnetIngress {
    gates = List.copyOf(gates);
  }

  /**
   * Puts the gates behind each other.
   *
   * @param gates the {@link IngressGate}s of the subnet, in any order
   */
  public static SubnetIngress of(SubnetNetwork network, Collection<?> gates) {
    List<IngressGate> sorted = new ArrayList<>();
    gates.forEach(gate -> sorted.add((IngressGate) gate));
    sorted.sort(Comparator.comparingInt(IngressGate::order).thenComparing(IngressGate::name));
    return new SubnetIngress(
        network.subnetId(),
        network.account(),
        network.region(),
        network,
        sorted,
        through(AddressFamily.IPV4, sorted, network, false),
        through(AddressFamily.IPV6, sorted, network, false),
        through(AddressFamily.IPV4, sorted, network, true),
        through(AddressFamily.IPV6, sorted, network, true));
  }

  private static Tri<Flows> through(
      AddressFamily family, List<IngressGate> gates, SubnetNetwork network, boolean inboundOnly) {
    Tri<Flows> flows = Tris.everywhere(universe(family, network));
    for (IngressGate gate : gates) {
      if (gate.inbound() || !inboundOnly) {
        flows = Tris.intersect(flows, gate.flows(family));
      }
    }
    return flows;
  }

  /** Where what comes in comes from (IN-9). */
  private static Tri<IpSet> universe(AddressFamily family, SubnetNetwork network) {
    return EffectiveInternetGateway.internetOf(network.gateway(), family);
  }

  /** The addresses that may be the internet's, for a gate that is asked alone. */
  IpSet internet(AddressFamily family) {
    return universe(family, network).may();
  }

  Tri<Flows> conversations(AddressFamily family) {
    return family == AddressFamily.IPV4 ? ipv4 : ipv6;
  }

  Tri<Flows> delivered(AddressFamily family) {
    return family == AddressFamily.IPV4 ? ipv4Delivered : ipv6Delivered;
  }

  List<Doubt> doubts() {
    List<Doubt> doubts = new ArrayList<>();
    gates.forEach(gate -> doubts.addAll(gate.doubts()));
    EffectiveInternetGateway gateway = network.gateway();
    if (gateway == null) {
      doubts.add(network.whyNoGateway());
    } else if (!gateway.blocksKnown()) {
      doubts.addAll(gateway.doubts());
    }
    return doubts;
  }
}
