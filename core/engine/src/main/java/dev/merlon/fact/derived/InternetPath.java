/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import dev.merlon.fact.ec2.NetworkInterface;
import dev.merlon.fact.net.AddressFamily;
import dev.merlon.fact.net.Cidr;
import dev.merlon.fact.net.Flows;
import dev.merlon.fact.net.PortSet;
import dev.merlon.fact.net.Protocols;
import dev.merlon.fact.net.Replies;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The way of one packet from the internet to an interface and of its reply, replayed through the
 * gates: the lowest port and the lowest source of what is reached.
 */
final class InternetPath {

  private static final int CODES = 256;
  private static final int UNNAMED = 253; // a protocol that no rule names stands for all of them

  private final InternetReach reach;
  private final int protocol;
  private final int key;
  private final Cidr source;
  private final boolean certain;

  private InternetPath(InternetReach reach, int protocol, int key, Cidr source, boolean certain) {
    this.reach = reach;
    this.protocol = protocol;
    this.key = key;
    this.source = source;
    this.certain = certain;
  }

  /** The way in and the way back, a line each; empty if nothing of this may come in. */
  static List<String> of(InternetReach reach, OpenPorts part) {
    List<String> certain = certain(reach, part);
    return certain.isEmpty() ? of(reach, part, /* certain= */ false) : certain;
  }

  /** The way in and the way back, a line each; empty if nothing of this comes in for certain. */
  static List<String> certain(InternetReach reach, OpenPorts part) {
    return of(reach, part, /* certain= */ true);
  }

  private static List<String> of(InternetReach reach, OpenPorts part, boolean certain) {
    for (AddressFamily family : AddressFamily.values()) {
      Flows flows = certain ? reach.flows(family).must() : reach.flows(family).may();
      Set<Integer> protocols =
          new TreeSet<>(
              List.of(Protocols.TCP, Protocols.UDP, Protocols.ICMP, Protocols.ICMPV6, UNNAMED));
      protocols.addAll(flows.protocols());
      for (int protocol : protocols) {
        PortSet keys =
            flows
                .protocol(protocol)
                .where(addresses -> !addresses.isEmpty())
                .intersect(part.keys(protocol));
        if (!keys.isEmpty()) {
          int key = keys.lowest();
          Cidr source = flows.protocol(protocol).at(key).lowest();
          return new InternetPath(reach, protocol, key, source, certain).lines();
        }
      }
    }
    return List.of();
  }

  private List<String> lines() {
    NetworkInterface networkInterface = reach.networkInterface();
    List<String> in = new ArrayList<>();
    List<String> back = new ArrayList<>();
    in.add("internet " + source.address());
    SubnetIngress subnet = reach.subnet();
    if (subnet == null) {
      in.add("subnet " + networkInterface.subnetId() + " unknown");
    } else {
      for (IngressGate gate : subnet.gates()) {
        (gate.inbound() ? in : back).addAll(hops(gate, subnet.network()));
      }
    }
    in.add(group());
    String address = InterfaceDoor.publicAddress(networkInterface, source.family());
    in.add(networkInterface.networkInterfaceId() + (address.isEmpty() ? "" : " (" + address + ")"));
    if (!networkInterface.attachmentInstanceId().isEmpty()) {
      in.add(networkInterface.attachmentInstanceId());
    } else if (!networkInterface.loadBalancerName().isEmpty()) {
      in.add("load balancer " + networkInterface.loadBalancerName());
    }
    List<String> lines = new ArrayList<>();
    lines.add((certain ? "" : "perhaps ") + packet() + ": " + String.join(" -> ", in));
    if (!back.isEmpty()) {
      lines.add("reply: " + String.join(" -> ", back));
    }
    return List.copyOf(lines);
  }

  /** What is passed at a gate; one that a user's rule inserted has but its name. */
  private List<String> hops(IngressGate gate, SubnetNetwork network) {
    return switch (gate.name()) {
      case IngressGate.NO_ATTACHED_IGW -> List.of(gateway(network), network.vpcId());
      case IngressGate.BPA -> List.of();
      case IngressGate.NACL_IN -> List.of(entry(network.aclFlows(), /* egress= */ false));
      case IngressGate.NO_RETURN_ROUTE_TO_IGW -> List.of(route(network.paths()));
      case IngressGate.NACL_OUT_RETURN -> List.of(entry(network.aclFlows(), /* egress= */ true));
      default -> List.of(gate.name());
    };
  }

  private static String gateway(SubnetNetwork network) {
    EffectiveInternetGateway gateway = network.gateway();
    return gateway == null || gateway.internetGatewayId().isEmpty()
        ? "internet gateway unknown"
        : gateway.internetGatewayId();
  }

  private String entry(@Nullable NetworkAclFlows acl, boolean egress) {
    return acl == null
        ? "network ACL unknown"
        : acl.decisive(egress, protocol, egress ? reply(acl) : key, source);
  }

  private String route(@Nullable RoutePaths paths) {
    if (paths == null) {
      return "route table unknown";
    }
    RouteHop hop = paths.of(source.family()).routeOf(source);
    return paths.routeTableId() + " " + (hop == null ? "route unknown" : hop);
  }

  private String packet() {
    if (protocol == UNNAMED) {
      return "every protocol";
    }
    return Protocols.name(protocol)
        + switch (protocol) {
          case Protocols.TCP, Protocols.UDP -> "/" + key;
          case Protocols.ICMP, Protocols.ICMPV6 -> "/" + key / CODES;
          default -> "";
        };
  }

  /** What the reply goes to: a port that the client sent from, or the type that answers. */
  private int reply(NetworkAclFlows acl) {
    if (protocol == Protocols.TCP || protocol == Protocols.UDP) {
      PortSet ports =
          acl.out(source.family())
              .may()
              .protocol(protocol)
              .where(addresses -> addresses.contains(source));
      PortSet ordinary = ports.intersect(Replies.EPHEMERAL_PORTS);
      return ordinary.isEmpty()
          ? ports.isEmpty() ? Replies.EPHEMERAL_PORTS.lowest() : ports.lowest()
          : ordinary.lowest();
    }
    if (protocol == Protocols.ICMPV6 && key / CODES == 128) {
      return 129 * CODES;
    }
    return protocol == Protocols.ICMP && key / CODES == 8 ? 0 : key;
  }

  private String group() {
    NetworkInterface networkInterface = reach.networkInterface();
    for (String id : reach.groupIds()) {
      GroupExposure group =
          reach.index().find(networkInterface.account(), networkInterface.region(), id);
      if (group == null) {
        return "security group " + id + " unknown";
      }
      for (GroupRule rule : group.rules()) {
        Flows flows = rule.flows(source.family()).may();
        if (!rule.egress() && flows.contains(protocol, key, source)) {
          return id
              + " "
              + rule.rule().securityGroupRuleId()
              + " "
              + rule.traffic()
              + " "
              + rule.addresses();
        }
      }
    }
    return reach.groupIds().isEmpty() && reach.groups().in(source.family()).isExact()
        ? "no security group"
        : "security group rule unknown";
  }
}
