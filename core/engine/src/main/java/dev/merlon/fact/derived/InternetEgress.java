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
import dev.merlon.fact.net.RoutePartition;
import dev.merlon.fact.net.Tri;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How an interface gets out to the internet (EGR-1 to EGR-6). There is one for every network
 * interface. Carries its own doubt.
 *
 * @param networkInterface the interface
 * @param groups what its security groups let through
 * @param ownDoubts why something is not known of the interface and its groups
 * @param subnet what decides about the traffic of its subnet; null if that is not known
 * @param gateways the gateways of its VPC that let out only; null if they are not known
 */
public record InternetEgress(
    String networkInterfaceId,
    String account,
    String region,
    NetworkInterface networkInterface,
    GroupFlows groups,
    List<Doubt> ownDoubts,
    @Nullable SubnetNetwork subnet,
    @Nullable EgressGateways gateways) {

  public InternetEgress {
    ownDoubts = List.copyOf(ownDoubts);
  }

  /**
   * Joins what decides.
   *
   * @param exposure what an interface is exposed to, which knows its subnet and groups
   * @param gateways the {@link EgressGateways} of its VPC
   */
  public static InternetEgress of(InternetExposure exposure, Collection<?> gateways) {
    SubnetIngress ingress = exposure.reach().subnet();
    return of(
        exposure.reach().networkInterface(),
        exposure.reach().groups(),
        exposure.reach().doubtsBesidesSubnet(),
        ingress == null ? null : ingress.network(),
        gateways);
  }

  static InternetEgress of(
      NetworkInterface networkInterface,
      GroupFlows groups,
      List<Doubt> ownDoubts,
      @Nullable SubnetNetwork subnet,
      Collection<?> gateways) {
    return new InternetEgress(
        networkInterface.networkInterfaceId(),
        networkInterface.account(),
        networkInterface.region(),
        networkInterface,
        groups,
        ownDoubts,
        subnet,
        Only.of(EgressGateways.class, gateways));
  }

  /** Where routes lead that end at the internet gateway which is attached. */
  static Tri<IpSet> toInternetGateway(
      AddressFamily family, RoutePaths paths, EffectiveInternetGateway gateway) {
    return paths
        .of(family)
        .where(hop -> gateway.isReachedBy(hop).must(), hop -> gateway.isReachedBy(hop).may());
  }

  /**
   * How TCP to a port of the internet gets out.
   *
   * @throws IllegalArgumentException if the port is not within 0..65535
   */
  public EgressPath to(AddressFamily family, int port) {
    return new Query(family, PortSet.of(port)).answer();
  }

  /** One question. */
  private final class Query {
    private final AddressFamily family;
    private final PortSet port;
    private final Map<EgressMode, Tri<IpSet>> found = new EnumMap<>(EgressMode.class);
    private final TreeSet<Doubt> doubts = new TreeSet<>(ownDoubts);
    private boolean unknownWays; // routes of which nothing is known have no mode

    Query(AddressFamily family, PortSet port) {
      this.family = family;
      this.port = port;
    }

    EgressPath answer() {
      SubnetNetwork network = subnet;
      EffectiveInternetGateway gateway = network == null ? null : network.gateway();
      RoutePaths paths = network == null ? null : network.paths();
      Tri<IpSet> allowed = allowed(network, gateway);
      if (network == null || gateway == null || paths == null) {
        unknownWays = !allowed.may().isEmpty();
        doubts.add(
            network == null
                ? new Doubt(
                    "SUBNET_FACT_MISSING",
                    "subnet " + networkInterface.subnetId() + " is not known")
                : gateway == null ? network.whyNoGateway() : network.whyNoPaths());
      } else {
        RoutePartition<RouteHop> routes = paths.of(family);
        direct(network, gateway, routes, allowed);
        nat(network, routes, allowed);
        egressOnly(network, gateway, routes, allowed);
        others(routes, allowed);
        if (routes.isIncomplete()) {
          unknownWays = !allowed.may().isEmpty();
        }
        doubts.addAll(paths.doubts());
        doubts.addAll(gateway.doubts());
      }
      return path();
    }

    /** What groups and the subnet's network ACL let out, and the replies of which they let in. */
    private Tri<IpSet> allowed(
        @Nullable SubnetNetwork network, @Nullable EffectiveInternetGateway gateway) {
      Tri<IpSet> addresses =
          and(
              EffectiveInternetGateway.internetOf(gateway, family),
              Tris.at(groups.out(family), Protocols.TCP, port));
      NetworkAclFlows acl = network == null ? null : network.aclFlows();
      if (acl == null) {
        if (network != null) {
          doubts.add(network.whyNoAcl());
        }
        return new Tri<>(IpSet.empty(family), addresses.may());
      }
      doubts.addAll(acl.doubts());
      return and(and(addresses, out(acl)), in(acl));
    }

    private Tri<IpSet> out(NetworkAclFlows acl) {
      return Tris.at(acl.out(family), Protocols.TCP, port);
    }

    private Tri<IpSet> in(NetworkAclFlows acl) {
      return Tris.at(acl.in(family), Protocols.TCP, Replies.EPHEMERAL_PORTS);
    }

    /** By the internet gateway, with an address of its own (EGR-1). */
    private void direct(
        SubnetNetwork network,
        EffectiveInternetGateway gateway,
        RoutePartition<RouteHop> routes,
        Tri<IpSet> allowed) {
      Tri<Boolean> address = InterfaceDoor.hasAddress(networkInterface, family, gateway);
      if (networkInterface.denyAllIgwTraffic() && address.may()) {
        address = Tris.PERHAPS;
        doubts.add(
            new Doubt(
                "ENI_DENIES_IGW",
                "AWS does not say whether an interface that takes nothing from internet gateways"
                    + " gets out through one"));
      }
      Tri<IpSet> routed =
          routes.byKnownRoutes(
              hop -> gateway.isReachedBy(hop).must(), hop -> gateway.isReachedBy(hop).may());
      EffectiveBlockPublicAccess block = network.blockPublicAccess();
      add(
          EgressMode.IGW,
          Tris.onlyIf(Tris.and(address, block.directEgress()), and(routed, allowed)));
      bpaDoubt(block);
    }

    private void bpaDoubt(EffectiveBlockPublicAccess block) {
      if (!block.doubt().isEmpty()) {
        doubts.add(new Doubt(IngressGate.BPA_STATE_UNKNOWN, block.doubt()));
      }
    }

    /** By NAT gateways, whose subnets filter too (EGR-2, EGR-3). */
    private void nat(SubnetNetwork network, RoutePartition<RouteHop> routes, Tri<IpSet> allowed) {
      if (family == AddressFamily.IPV6) {
        return;
      }
      for (String id : targets(routes, allowed.may(), RouteHop.Way.NAT_GATEWAY)) {
        Tri<IpSet> routed = and(towards(routes, RouteHop.Way.NAT_GATEWAY, id), allowed);
        NatPath nat = gateways == null ? null : gateways.nat(id);
        if (nat == null) {
          add(EgressMode.NAT, new Tri<>(IpSet.empty(family), routed.may()));
          doubts.add(
              new Doubt(
                  "NAT_FACT_MISSING",
                  gateways == null
                      ? "NAT gateway " + id + " is not known"
                      : gateways
                          .missing()
                          .because(
                              "NAT gateway " + id + " is not known",
                              "NatGateway",
                              account,
                              region)));
          continue;
        }
        doubts.addAll(nat.doubts());
        Tri<IpSet> translated = and(routed, nat.internet());
        add(
            EgressMode.NAT,
            nat.regional()
                ? Tris.onlyIf(network.blockPublicAccess().natEgress(), translated)
                : throughSubnetOf(nat, network, translated));
      }
    }

    private Tri<IpSet> throughSubnetOf(NatPath nat, SubnetNetwork network, Tri<IpSet> translated) {
      SubnetNetwork natSubnet = nat.subnet();
      if (natSubnet == null) {
        return new Tri<>(IpSet.empty(family), translated.may());
      }
      EffectiveBlockPublicAccess here = network.blockPublicAccess();
      EffectiveBlockPublicAccess there = natSubnet.blockPublicAccess();
      Tri<Boolean> block = here.agreesWith(there) ? here.natEgress() : Tris.PERHAPS;
      if (!here.agreesWith(there)) {
        doubts.add(
            new Doubt(
                IngressGate.BPA_STATE_UNKNOWN,
                "VPC Block Public Access treats "
                    + here.subnetId()
                    + " and "
                    + there.subnetId()
                    + " differently"));
      }
      bpaDoubt(here);
      Tri<IpSet> passed = Tris.onlyIf(block, translated);
      NetworkAclFlows acl = natSubnet.aclFlows();
      if (acl == null) {
        doubts.add(natSubnet.whyNoAcl());
        return new Tri<>(IpSet.empty(family), passed.may());
      }
      doubts.addAll(acl.doubts());
      passed = and(and(passed, out(acl)), in(acl));
      Tri<Boolean> client = Tris.NO;
      for (InterfaceAddress address : networkInterface.privateIpAddresses()) {
        client = Tris.or(client, passes(acl, address.privateIpAddress()));
      }
      return Tris.onlyIf(client, passed);
    }

    /** Whether the NAT gateway's subnet takes packets from a client, and lets replies out to it. */
    private Tri<Boolean> passes(NetworkAclFlows acl, String privateIpAddress) {
      Cidr client = InterfaceDoor.parse(privateIpAddress);
      if (client == null) {
        return Tris.PERHAPS;
      }
      return client.family() != family
          ? Tris.NO
          : Tris.and(
              Tris.contains(Tris.at(acl.in(family), Protocols.TCP, port), client),
              Tris.contains(
                  Tris.at(acl.out(family), Protocols.TCP, Replies.EPHEMERAL_PORTS), client));
    }

    /** By egress-only internet gateways (EGR-4). */
    private void egressOnly(
        SubnetNetwork network,
        EffectiveInternetGateway gateway,
        RoutePartition<RouteHop> routes,
        Tri<IpSet> allowed) {
      if (family == AddressFamily.IPV4) {
        return;
      }
      RouteHop.Way way = RouteHop.Way.EGRESS_ONLY_INTERNET_GATEWAY;
      for (String id : targets(routes, allowed.may(), way)) {
        Tri<Boolean> works = gateways == null ? Tris.PERHAPS : gateways.letsOut(id);
        Tri<Boolean> open =
            Tris.and(
                works,
                Tris.and(
                    InterfaceDoor.hasAddress(networkInterface, family, gateway),
                    network.blockPublicAccess().natEgress()));
        add(EgressMode.EIGW, Tris.onlyIf(open, and(towards(routes, way, id), allowed)));
        bpaDoubt(network.blockPublicAccess());
        if (!works.isExact()) {
          doubts.add(
              new Doubt(
                  "EIGW_FACT_MISSING", "egress-only internet gateway " + id + " is not known"));
        }
      }
    }

    /**
     * By what this library does not look behind (EGR-6); a peering leads to no internet (PEER-1).
     */
    private void others(RoutePartition<RouteHop> routes, Tri<IpSet> allowed) {
      for (RouteHop.Way way : RouteHop.Way.values()) {
        EgressMode mode =
            switch (way) {
              case TRANSIT_GATEWAY -> EgressMode.TGW;
              case VPN_GATEWAY -> EgressMode.VGW;
              case APPLIANCE -> EgressMode.APPLIANCE;
              case GATEWAY_LOAD_BALANCER_ENDPOINT, ENDPOINT -> EgressMode.GWLBE;
              case CARRIER_GATEWAY -> EgressMode.CARRIER;
              case LOCAL_GATEWAY -> EgressMode.LOCAL_GATEWAY;
              case CORE_NETWORK -> EgressMode.CORE_NETWORK;
              case OTHER -> EgressMode.OTHER;
              case LOCAL,
                  INTERNET_GATEWAY,
                  EGRESS_ONLY_INTERNET_GATEWAY,
                  NAT_GATEWAY,
                  PEERING,
                  GATEWAY_ENDPOINT ->
                  null;
            };
        if (mode != null) {
          Tri<IpSet> routed =
              routes.byKnownRoutes(hop -> false, hop -> hop.mayForward() && hop.way() == way);
          IpSet may = routed.may().intersect(allowed.may());
          add(mode, new Tri<>(IpSet.empty(family), may));
          if (!may.isEmpty()) {
            doubts.add(
                new Doubt(
                    "EGRESS_NOT_MODELLED", "what lies behind a " + mode + " is not modelled"));
          }
        }
      }
    }

    private Set<String> targets(
        RoutePartition<RouteHop> routes, IpSet addresses, RouteHop.Way way) {
      Set<String> ids = new LinkedHashSet<>();
      for (RouteHop hop : routes.candidates(addresses)) {
        if (hop.way() == way) {
          ids.add(hop.route().targetId());
        }
      }
      return ids;
    }

    private Tri<IpSet> towards(RoutePartition<RouteHop> routes, RouteHop.Way way, String id) {
      return routes.byKnownRoutes(
          hop -> hop.forwards() && hop.leadsTo(way, id),
          hop -> hop.mayForward() && hop.leadsTo(way, id));
    }

    private Tri<IpSet> and(Tri<IpSet> one, Tri<IpSet> other) {
      return Tris.intersectionOf(one, other);
    }

    private void add(EgressMode mode, Tri<IpSet> addresses) {
      if (!addresses.may().isEmpty()) {
        found.merge(mode, addresses, Tris::unionOf);
      }
    }

    private EgressPath path() {
      TreeSet<EgressMode> modes = new TreeSet<>();
      TreeSet<EgressMode> maybe = new TreeSet<>();
      TreeMap<EgressMode, IpSet> destinations = new TreeMap<>();
      found.forEach(
          (mode, addresses) -> {
            if (addresses.must().isEmpty()) {
              maybe.add(mode);
            } else {
              modes.add(mode);
              destinations.put(mode, addresses.must());
            }
          });
      Reachability verdict = Reachability.of(modes.isEmpty(), found.isEmpty() && !unknownWays);
      return new EgressPath(
          verdict,
          modes,
          maybe,
          destinations,
          verdict == Reachability.UNKNOWN ? Doubt.texts(doubts) : "");
    }
  }
}
