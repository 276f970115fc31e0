/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import dev.merlon.fact.ec2.NetworkInterface;
import dev.merlon.fact.net.AddressFamily;
import dev.merlon.fact.net.Flows;
import dev.merlon.fact.net.Internet;
import dev.merlon.fact.net.IpSet;
import dev.merlon.fact.net.PortSet;
import dev.merlon.fact.net.Protocols;
import dev.merlon.fact.net.Replies;
import dev.merlon.fact.net.Tri;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How an interface is reached: its addresses, its subnet and its groups. Thread-safe.
 *
 * @param networkInterface the interface
 * @param groupIds its security groups, in order
 * @param groups what these let through
 * @param subnet its subnet; null if that is not known
 * @param exposed what subnet and groups let through; null if nothing could matter
 * @param open4 whether what the internet sends to an IPv4 address of it arrives, as far as
 *     addresses and the gateway's own route table go
 * @param open6 the same of IPv6
 * @param ownDoubts why something is not known of the interface itself; subnet and groups have
 *     theirs
 * @param index where the rules of its groups are
 */
public record InternetReach(
    NetworkInterface networkInterface,
    List<String> groupIds,
    GroupFlows groups,
    @Nullable SubnetIngress subnet,
    @Nullable Exposed exposed,
    Tri<Boolean> open4,
    Tri<Boolean> open6,
    List<Doubt> ownDoubts,
    SecurityGroups index) {

  private static final String NAT_GATEWAY = "nat_gateway";
  private static final String NETWORK_LOAD_BALANCER = "net/";

  static InternetReach of(
      NetworkInterface networkInterface,
      Collection<?> interfaceGroups,
      Collection<?> subnets,
      SecurityGroups index,
      MissingReads missing) {
    SubnetIngress subnet = Only.of(SubnetIngress.class, subnets);
    EffectiveInternetGateway gateway = subnet == null ? null : subnet.network().gateway();
    Tri<Boolean> open4 = open(networkInterface, AddressFamily.IPV4, gateway);
    Tri<Boolean> open6 = open(networkInterface, AddressFamily.IPV6, gateway);
    String account = networkInterface.account();
    String region = networkInterface.region();
    List<String> ids = SecurityGroups.ids(interfaceGroups);
    List<Doubt> doubts = new ArrayList<>();
    String groupKey = String.join(" ", ids);
    GroupFlows groups;
    if (missing.concern("NetworkInterfaceGroup", account, region)) {
      groupKey = groupKey + " and others";
      groups = index.flows(account, region, ids).union(GroupFlows.UNKNOWN); // more only let in more
      doubts.add(
          new Doubt(
              "SG_FACT_MISSING",
              missing.because(
                  "the security groups of "
                      + networkInterface.networkInterfaceId()
                      + " are not known",
                  "NetworkInterfaceGroup",
                  account,
                  region)));
    } else if (!ids.isEmpty()) {
      groups = index.flows(account, region, ids);
    } else if (networkInterface.loadBalancerName().startsWith(NETWORK_LOAD_BALANCER)) {
      groupKey = "all";
      groups = GroupFlows.ALL; // LB-3
    } else if (networkInterface.requesterManaged()) {
      groupKey = "unknown";
      groups = GroupFlows.UNKNOWN;
      doubts.add(
          new Doubt(
              "SG_FACT_MISSING",
              "what a service lets in through "
                  + networkInterface.networkInterfaceId()
                  + ", which has no security group, is not known"));
    } else {
      groups = GroupFlows.NONE;
    }
    boolean matters = open4.may() || open6.may();
    Exposed exposed = null;
    if (matters) {
      exposed = subnet == null ? Exposed.unknown(groups) : index.exposed(subnet, groupKey, groups);
      for (AddressFamily family : AddressFamily.values()) {
        doubts.addAll(InterfaceDoor.doubts(networkInterface, family, gateway));
      }
      if (subnet == null) {
        doubts.add(
            new Doubt(
                "SUBNET_FACT_MISSING",
                missing.because(
                    networkInterface.subnetId().isEmpty()
                        ? networkInterface.networkInterfaceId() + " is in no subnet"
                        : "subnet " + networkInterface.subnetId() + " is not known",
                    "Subnet",
                    account,
                    region)));
      }
    }
    return new InternetReach(
        networkInterface, ids, groups, subnet, exposed, open4, open6, List.copyOf(doubts), index);
  }

  /** A NAT gateway answers nobody who was not asked first. */
  private static Tri<Boolean> open(
      NetworkInterface networkInterface,
      AddressFamily family,
      @Nullable EffectiveInternetGateway gateway) {
    return networkInterface.interfaceType().equals(NAT_GATEWAY)
        ? Tris.NO
        : InterfaceDoor.isOpen(networkInterface, family, gateway);
  }

  private Tri<Boolean> open(AddressFamily family) {
    return family == AddressFamily.IPV4 ? open4 : open6;
  }

  OpenPorts must() {
    Exposed found = exposed;
    return found == null ? OpenPorts.NONE : must(found.must4(), found.must6());
  }

  OpenPorts may() {
    Exposed found = exposed;
    return found == null ? OpenPorts.NONE : may(found.may4(), found.may6());
  }

  DeliveredPorts delivered() {
    Exposed found = exposed;
    return found == null
        ? new DeliveredPorts(OpenPorts.NONE, OpenPorts.NONE)
        : new DeliveredPorts(
            must(found.delivered4Must(), found.delivered6Must()),
            may(found.delivered4May(), found.delivered6May()));
  }

  private OpenPorts must(OpenPorts ipv4, OpenPorts ipv6) {
    return union(open4.must() ? ipv4 : OpenPorts.NONE, open6.must() ? ipv6 : OpenPorts.NONE);
  }

  private OpenPorts may(OpenPorts ipv4, OpenPorts ipv6) {
    return union(open4.may() ? ipv4 : OpenPorts.NONE, open6.may() ? ipv6 : OpenPorts.NONE);
  }

  /** Most interfaces have one family, and share what they are exposed to. */
  private static OpenPorts union(OpenPorts one, OpenPorts other) {
    return one.isEmpty() ? other : other.isEmpty() ? one : one.union(other);
  }

  Tri<Flows> flows(AddressFamily family) {
    Exposed found = exposed;
    return found == null
        ? Tri.exactly(Flows.none(family))
        : Tris.given(open(family), found.flows(family));
  }

  Tri<Flows> oneWay(AddressFamily family) {
    Exposed found = exposed;
    return found == null
        ? Tri.exactly(Flows.none(family))
        : Tris.given(open(family), found.oneWay(family));
  }

  PortSet clientPorts(AddressFamily family) {
    Tri<Flows> flows = flows(family);
    Flows conversations = flows.must().isEmpty() ? flows.may() : flows.must();
    IpSet clients = conversations.protocol(Protocols.TCP).at(PortSet.all());
    if (clients.isEmpty()) {
      return PortSet.empty();
    }
    NetworkAclFlows acl = subnet == null ? null : subnet.network().aclFlows();
    return acl == null
        ? Replies.CLIENT_PORTS
        : acl.out(family)
            .may()
            .protocol(Protocols.TCP)
            .where(addresses -> addresses.intersects(clients))
            .intersect(Replies.CLIENT_PORTS);
  }

  List<Doubt> doubts() {
    TreeSet<Doubt> doubts = new TreeSet<>(doubtsBesidesSubnet());
    if (subnet != null) {
      doubts.addAll(subnet.doubts());
    }
    doubts.removeIf(doubt -> doubt.text().isEmpty());
    return List.copyOf(doubts);
  }

  /** Why something is not known of the interface and its groups. */
  List<Doubt> doubtsBesidesSubnet() {
    TreeSet<Doubt> doubts = new TreeSet<>(ownDoubts);
    for (String id : groupIds) {
      GroupExposure group = index.find(networkInterface.account(), networkInterface.region(), id);
      if (group == null) {
        doubts.add(new Doubt("SG_FACT_MISSING", "security group " + id + " is not known"));
      } else if (!group.doubt().isEmpty()) {
        doubts.add(new Doubt("SG_RULE_UNRESOLVED", group.doubt()));
      }
    }
    return List.copyOf(doubts);
  }

  /** A gate that is asked alone. */
  private record Gate(String name, int order, Flows may) {}

  List<String> blockers(AddressFamily family) {
    IpSet internet = subnet == null ? Internet.of(family) : subnet.internet(family);
    List<Gate> gates = gates(family);
    List<String> alone = new ArrayList<>();
    for (Gate gate : gates) {
      if (gate.may().within(internet).isEmpty()) {
        alone.add(gate.name());
      }
    }
    if (!alone.isEmpty() || !through(gates, internet).isEmpty()) {
      return List.copyOf(alone);
    }
    List<Gate> core = new ArrayList<>(gates);
    for (Gate gate : gates) {
      List<Gate> others = new ArrayList<>(core);
      others.remove(gate);
      if (through(others, internet).isEmpty()) {
        core = others;
      }
    }
    return core.stream().map(Gate::name).toList();
  }

  private static Flows through(List<Gate> gates, IpSet internet) {
    Flows flows = Flows.none(internet.family()).withAllProtocols(internet);
    for (Gate gate : gates) {
      flows = flows.intersect(gate.may());
    }
    return flows;
  }

  private List<Gate> gates(AddressFamily family) {
    EffectiveInternetGateway gateway = subnet == null ? null : subnet.network().gateway();
    Flows all = Flows.all(family);
    Flows none = Flows.none(family);
    List<Gate> gates = new ArrayList<>();
    boolean nat = networkInterface.interfaceType().equals(NAT_GATEWAY);
    gates.add(
        new Gate(
            "NO_PUBLIC_ADDRESS",
            0,
            InterfaceDoor.hasAddress(networkInterface, family, gateway).may() ? all : none));
    gates.add(new Gate("ENI_DENIES_IGW", 1, networkInterface.denyAllIgwTraffic() ? none : all));
    gates.add(new Gate("NAT_GATEWAY_TAKES_NO_CONNECTIONS", 2, nat ? none : all));
    gates.add(new Gate("SG_IN", 40, groups.in(family).may()));
    if (subnet != null) {
      for (IngressGate gate : subnet.gates()) {
        gates.add(new Gate(gate.name(), gate.order(), gate.flows(family).may()));
      }
    }
    gates.sort(Comparator.comparingInt(Gate::order));
    return gates;
  }
}
