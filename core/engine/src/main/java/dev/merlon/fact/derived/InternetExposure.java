/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import dev.merlon.fact.ec2.NetworkInterface;
import dev.merlon.fact.ec2.NetworkInterfaceGroup;
import dev.merlon.fact.net.AddressFamily;
import dev.merlon.fact.net.Flows;
import dev.merlon.fact.net.PortSet;
import dev.merlon.fact.net.Tri;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the internet can reach of a network interface, through its gateway, VPC Block Public Access,
 * network ACL both ways, return route and security groups (IN-1 to IN-9): {@code must} whatever the
 * missing facts are, {@code may} depending on them (GEN-1). There is one for every network
 * interface. Carries its own doubt, so a rule says {@code fail} on {@code must} and {@code unknown}
 * on {@code may}. An interface without an address on the internet is exposed to nothing, whatever
 * is missing.
 *
 * <pre>{@code
 * $interface : NetworkInterface( $id : networkInterfaceId, $account : account )
 * InternetExposure( networkInterfaceId == $id, account == $account, opens(22) )
 * }</pre>
 *
 * @param must what is open to a wide part of the internet for certain; of a load balancer's
 *     interface, only on the ports that it listens on
 * @param may what is open to a wide part of the internet, for all that is known
 * @param delivered where packets arrive that do something, answered or not
 * @param reach how it comes about
 * @param doubt why {@code may} is more than {@code must}; empty if it is not
 */
public record InternetExposure(
    String networkInterfaceId,
    String account,
    String region,
    OpenPorts must,
    OpenPorts may,
    DeliveredPorts delivered,
    InternetReach reach,
    String doubt) {

  /**
   * Computes what an interface is exposed to.
   *
   * @param interfaceGroups its {@link NetworkInterfaceGroup}s
   * @param subnets the {@link SubnetIngress} of its subnet
   * @param loadBalancers the {@link LoadBalancerPorts} of the load balancer whose interface it is
   */
  public static InternetExposure of(
      NetworkInterface networkInterface,
      Collection<?> interfaceGroups,
      Collection<?> subnets,
      Collection<?> loadBalancers,
      SecurityGroups groups,
      MissingReads missing) {
    InternetReach reach =
        InternetReach.of(networkInterface, interfaceGroups, subnets, groups, missing);
    Answering answering = Answering.of(networkInterface, loadBalancers, missing);
    OpenPorts must = answering.must(reach.must());
    OpenPorts may = answering.may(reach.may());
    DeliveredPorts delivered =
        new DeliveredPorts(
            answering.must(reach.delivered().must()), answering.may(reach.delivered().may()));
    TreeSet<Doubt> doubts = new TreeSet<>();
    if (!may.equals(must) || !delivered.may().equals(delivered.must())) {
      doubts.addAll(reach.doubts());
      if (!answering.doubt().isEmpty()) {
        doubts.add(new Doubt("LOAD_BALANCER_UNKNOWN", answering.doubt()));
      }
    }
    return new InternetExposure(
        networkInterface.networkInterfaceId(),
        networkInterface.account(),
        networkInterface.region(),
        must,
        may,
        delivered,
        reach,
        Doubt.texts(doubts));
  }

  /** On which ports somebody answers: a load balancer only where it listens. */
  private record Answering(@Nullable LoadBalancerPorts ports, boolean everywhere, String doubt) {

    static Answering of(
        NetworkInterface networkInterface, Collection<?> loadBalancers, MissingReads missing) {
      if (networkInterface.loadBalancerName().isEmpty()) {
        return new Answering(null, true, "");
      }
      LoadBalancerPorts ports = Only.of(LoadBalancerPorts.class, loadBalancers);
      if (ports == null) {
        return new Answering(
            null,
            false,
            missing.because(
                "load balancer " + networkInterface.loadBalancerName() + " is not known",
                networkInterface.loadBalancerName().indexOf('/') < 0
                    ? "ClassicLoadBalancer"
                    : "LoadBalancer",
                networkInterface.account(),
                networkInterface.region()));
      }
      return new Answering(ports, false, ports.doubt());
    }

    OpenPorts must(OpenPorts open) {
      LoadBalancerPorts known = ports;
      return everywhere || open.isEmpty()
          ? open
          : known == null ? OpenPorts.NONE : open.onlyOn(known.tcp().must(), known.udp().must());
    }

    OpenPorts may(OpenPorts open) {
      LoadBalancerPorts known = ports;
      return everywhere || open.isEmpty() || known == null || !known.doubt().isEmpty()
          ? open
          : open.onlyOn(known.tcp().may(), known.udp().may());
    }
  }

  /** The VPC of the interface. */
  public String vpcId() {
    return reach.networkInterface().vpcId();
  }

  /** Whether the service on a port is open to a wide part of the internet for certain. */
  public boolean opens(int port) {
    return must.opens(PortSet.of(port));
  }

  /**
   * Whether the service on a port is open to a wide part of the internet, for all that is known.
   */
  public boolean mayOpen(int port) {
    return may.opens(PortSet.of(port));
  }

  /** The conversations that the internet can have with it, by the address that they come from. */
  public Tri<Flows> flows(AddressFamily family) {
    return reach.flows(family);
  }

  /** The packets that arrive although no reply gets back (RET-4). */
  public Tri<Flows> oneWay(AddressFamily family) {
    return reach.oneWay(family);
  }

  /** The ports from which a client has a TCP conversation with it (RET-2). */
  public PortSet clientPorts(AddressFamily family) {
    return reach.clientPorts(family);
  }

  /** How much of the ports that ordinary clients send from gets an answer. */
  public ClientPorts clientPortCoverage(AddressFamily family) {
    return ClientPorts.of(clientPorts(family));
  }

  /** Whether anything of the internet has a conversation with it, wide or not. */
  public Reachability verdict() {
    Tri<Flows> ipv4 = flows(AddressFamily.IPV4);
    Tri<Flows> ipv6 = flows(AddressFamily.IPV6);
    return Reachability.of(
        ipv4.must().isEmpty() && ipv6.must().isEmpty(),
        ipv4.may().isEmpty() && ipv6.may().isEmpty());
  }

  /**
   * What keeps the internet out: every gate that does so alone; if none does, gates that do
   * together and of which none can be left out (IN-10). Empty if something may come in.
   */
  public List<String> blockers(AddressFamily family) {
    return reach.blockers(family);
  }

  /** What is missing, as words: {@code NACL_FACT_MISSING}; empty if the verdict is certain. */
  public SortedSet<String> unknownReasons() {
    TreeSet<String> codes = new TreeSet<>();
    if (verdict() == Reachability.UNKNOWN) {
      reach.doubts().forEach(each -> codes.add(each.code()));
    }
    return codes;
  }

  /**
   * Evidence for a part of what is open: what it is, the way of one packet that gets there, and how
   * much of what ordinary clients send from is answered.
   */
  public SortedMap<String, String> opened(OpenPorts part) {
    TreeMap<String, String> evidence = new TreeMap<>();
    evidence.put("open", part.toString());
    List<String> path = InternetPath.certain(reach, part);
    if (!path.isEmpty()) {
      evidence.put("path", path.get(0));
      evidence.put("reply", path.size() > 1 ? path.get(1) : "");
    } else if (path(part).isEmpty()) {
      evidence.put("oneWay", "packets arrive, replies do not get back");
    } else {
      evidence.put("oneWay", "packets arrive, it is not known whether replies get back");
    }
    for (AddressFamily family : AddressFamily.values()) {
      PortSet ports = clientPorts(family);
      if (!ports.isEmpty() && ClientPorts.of(ports) != ClientPorts.FULL) {
        evidence.put("clientPorts", ports.toString());
      }
    }
    evidence.values().removeIf(String::isEmpty);
    return evidence;
  }

  /**
   * Evidence whether packets to other ports than these are answered: {@code true}, {@code false} or
   * {@code not known}.
   */
  public String answers(PortSet authorizedTcp, PortSet authorizedUdp) {
    boolean certain = must.opensOtherThan(authorizedTcp, authorizedUdp);
    return !certain && may.opensOtherThan(authorizedTcp, authorizedUdp)
        ? "not known"
        : String.valueOf(certain);
  }

  /** The way of one packet that comes in, hop by hop, and of its reply; empty if none may. */
  public List<String> path() {
    return InternetPath.of(reach, OpenPorts.EVERYTHING);
  }

  /** The way of one packet to one of these ports. */
  public List<String> path(OpenPorts part) {
    return InternetPath.of(reach, part);
  }
}
