/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import dev.merlon.fact.ec2.InterfaceAddress;
import dev.merlon.fact.ec2.NetworkInterface;
import dev.merlon.fact.net.AddressFamily;
import dev.merlon.fact.net.Cidr;
import dev.merlon.fact.net.IpSet;
import dev.merlon.fact.net.PortSet;
import dev.merlon.fact.net.Protocols;
import dev.merlon.fact.net.Replies;
import dev.merlon.fact.net.Traffic;
import dev.merlon.fact.net.Tri;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** From an interface of a load balancer to a target (LB-1 to LB-6). */
final class BackHop {

  private final LoadBalancerFront front;
  private final List<ForwardedFlow> entering;
  private final Forwarding forwarding;
  private final @Nullable TargetSide target;
  private final @Nullable SubnetNetwork here;
  private final @Nullable SubnetNetwork there;

  /**
   * @param entering what comes to the load balancer through one before it
   */
  BackHop(
      LoadBalancerFront front,
      List<ForwardedFlow> entering,
      Forwarding forwarding,
      @Nullable TargetSide target) {
    this.front = front;
    this.entering = List.copyOf(entering);
    this.forwarding = forwarding;
    this.target = target;
    SubnetIngress ingress = front.reach().subnet();
    this.here = ingress == null ? null : ingress.network();
    this.there = target == null ? null : target.subnet();
  }

  /** What gets through; flows that lead nowhere are left out. */
  List<ForwardedFlow> flows() {
    List<ForwardedFlow> flows = new ArrayList<>();
    for (int protocol : protocols()) {
      for (AddressFamily family : AddressFamily.values()) {
        Tri<IpSet> clients = clients(protocol, family);
        Tri<IpSet> sources = clients.may().isEmpty() ? clients : through(protocol, family, clients);
        if (!sources.may().isEmpty()) {
          flows.add(
              new ForwardedFlow(
                  family, protocol, forwarding.listenerPort(), forwarding.targetPort(), sources));
        }
      }
    }
    return flows;
  }

  /** Who gets to the listener, on the way of the internet or through a load balancer before it. */
  private Tri<IpSet> clients(int protocol, AddressFamily family) {
    Tri<IpSet> clients =
        Tris.at(front.reach().flows(family), protocol, PortSet.of(forwarding.listenerPort()));
    for (ForwardedFlow flow : entering) {
      if (flow.family() == family
          && flow.protocol() == protocol
          && flow.targetPort() == forwarding.listenerPort()) {
        clients = Tris.unionOf(clients, flow.sources());
      }
    }
    return clients;
  }

  private List<Integer> protocols() {
    return switch (forwarding.protocol().toUpperCase(Locale.ROOT)) {
      case "UDP", "QUIC" -> List.of(Protocols.UDP);
      case "TCP_UDP", "TCP_QUIC" -> List.of(Protocols.TCP, Protocols.UDP);
      default -> List.of(Protocols.TCP);
    };
  }

  private Tri<IpSet> through(int protocol, AddressFamily family, Tri<IpSet> clients) {
    Cidr address = targetAddress();
    int port = forwarding.targetPort();
    if (address == null || target == null || port < 1 || port > 65_535 || !sameVpc()) {
      return new Tri<>(IpSet.empty(family), clients.may());
    }
    Hop hop = new Hop(protocol, PortSet.of(port), address, target);
    Tri<IpSet> translated = Tris.onlyIf(hop.fromLoadBalancer(), clients);
    if (family != address.family() || !forwarding.preservesClient().may()) {
      return translated;
    }
    Tri<IpSet> preserved = hop.fromClients(family, clients);
    return forwarding.preservesClient().must()
        ? preserved
        : new Tri<>(
            translated.must().intersect(preserved.must()), translated.may().union(preserved.may()));
  }

  /** Peered and other networks are not followed. */
  private boolean sameVpc() {
    return forwarding.target().vpcId().equals(front.networkInterface().vpcId());
  }

  private @Nullable Cidr targetAddress() {
    if (!forwarding.targetAddress().isEmpty()) {
      return InterfaceDoor.parse(forwarding.targetAddress());
    }
    List<Cidr> own = addresses(forwarding.target(), AddressFamily.IPV4);
    return own.isEmpty() ? null : own.get(0);
  }

  private static List<Cidr> addresses(NetworkInterface of, AddressFamily family) {
    List<Cidr> addresses = new ArrayList<>();
    Collection<String> texts =
        family == AddressFamily.IPV6
            ? of.ipv6Addresses()
            : of.privateIpAddresses().stream().map(InterfaceAddress::privateIpAddress).toList();
    for (String text : texts) {
      Cidr address = InterfaceDoor.parse(text);
      if (address != null) {
        addresses.add(address);
      }
    }
    return addresses;
  }

  /** One protocol and port of the target. */
  private final class Hop {
    private final int protocol;
    private final PortSet port;
    private final Cidr address;
    private final AddressFamily family;
    private final TargetSide side;

    Hop(int protocol, PortSet port, Cidr address, TargetSide side) {
      this.protocol = protocol;
      this.port = port;
      this.address = address;
      this.family = address.family();
      this.side = side;
    }

    /** Whether the target takes what comes from the load balancer's own address (LB-2). */
    Tri<Boolean> fromLoadBalancer() {
      Tri<Boolean> any = Tris.NO;
      for (Cidr source : addresses(front.networkInterface(), family)) {
        Tri<Boolean> group =
            Tris.or(
                Tris.contains(Tris.at(side.groups().in(family), protocol, port), source),
                references(side.groupIds(), /* egress= */ false, front.reach().groupIds()));
        any = Tris.or(any, Tris.and(group, acls(source)));
      }
      return Tris.and(any, leavesLoadBalancer(Replies.EPHEMERAL_PORTS));
    }

    /** Which clients the target takes, where it sees their addresses (LB-4, LB-5). */
    Tri<IpSet> fromClients(AddressFamily clientFamily, Tri<IpSet> clients) {
      Tri<IpSet> group = Tris.at(side.groups().in(clientFamily), protocol, port);
      group =
          Tris.unionOf(
              group,
              Tris.onlyIf(
                  references(side.groupIds(), /* egress= */ false, front.reach().groupIds()),
                  Tri.exactly(IpSet.all(clientFamily))));
      Tri<IpSet> taken = Tris.intersectionOf(clients, group);
      if (!sameSubnet()) {
        NetworkAclFlows acl = there == null ? null : there.aclFlows();
        taken =
            acl == null
                ? new Tri<>(IpSet.empty(clientFamily), taken.may())
                : Tris.intersectionOf(
                    Tris.intersectionOf(taken, Tris.at(acl.in(clientFamily), protocol, port)),
                    Tris.at(acl.out(clientFamily), protocol, Replies.CLIENT_PORTS));
      }
      return Tris.onlyIf(leavesLoadBalancer(Replies.CLIENT_PORTS), taken);
    }

    /** Whether groups and network ACL at the load balancer let it go to the target. */
    private Tri<Boolean> leavesLoadBalancer(PortSet replyPorts) {
      Tri<Boolean> group =
          Tris.or(
              Tris.contains(Tris.at(front.reach().groups().out(family), protocol, port), address),
              references(front.reach().groupIds(), /* egress= */ true, side.groupIds()));
      boolean classic = forwarding.kind().equals("classic");
      if (sameSubnet() && !classic) {
        return group; // LB-6
      }
      NetworkAclFlows acl = here == null ? null : here.aclFlows();
      if (acl == null) {
        return Tris.and(group, Tris.PERHAPS);
      }
      Tri<Boolean> out = Tris.contains(Tris.at(acl.out(family), protocol, port), address);
      Tri<Boolean> reply =
          sameSubnet()
              ? Tris.YES
              : Tris.contains(Tris.at(acl.in(family), protocol, replyPorts), address);
      return Tris.and(group, Tris.and(out, reply));
    }

    /**
     * Whether the network ACL at the target lets in what comes from an address, and answers out.
     */
    private Tri<Boolean> acls(Cidr source) {
      if (sameSubnet()) {
        return Tris.YES; // LB-6
      }
      NetworkAclFlows acl = there == null ? null : there.aclFlows();
      return acl == null
          ? Tris.PERHAPS
          : Tris.and(
              Tris.contains(Tris.at(acl.in(family), protocol, port), source),
              Tris.contains(Tris.at(acl.out(family), protocol, Replies.EPHEMERAL_PORTS), source));
    }

    private boolean sameSubnet() {
      return front.networkInterface().subnetId().equals(forwarding.target().subnetId());
    }

    /** Whether a rule of some groups names one of the other side's groups (SG-3). */
    private Tri<Boolean> references(List<String> groups, boolean egress, List<String> others) {
      Tri<Boolean> any = Tris.NO;
      for (String id : groups) {
        GroupExposure group =
            front
                .reach()
                .index()
                .find(forwarding.target().account(), forwarding.target().region(), id);
        if (group == null) {
          any = Tris.or(any, Tris.PERHAPS);
          continue;
        }
        if (group.rulesMissing()) {
          any = Tris.or(any, Tris.PERHAPS);
        }
        for (GroupRule rule : group.rules()) {
          if (rule.egress() == egress && others.contains(rule.rule().referencedGroupId())) {
            Traffic traffic = rule.traffic();
            boolean matches =
                traffic.with(IpSet.of(address)).contains(protocol, port.lowest(), address);
            any = Tris.or(any, new Tri<>(matches && traffic.understood(), matches));
          }
        }
      }
      return any;
    }
  }
}
