/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import dev.merlon.SlowAddress.Block;
import dev.merlon.fact.FactType;
import dev.merlon.fact.Resource;
import dev.merlon.fact.ec2.EgressOnlyInternetGateway;
import dev.merlon.fact.ec2.InterfaceAddress;
import dev.merlon.fact.ec2.InternetGatewayAttachment;
import dev.merlon.fact.ec2.NatGateway;
import dev.merlon.fact.ec2.NetworkAcl;
import dev.merlon.fact.ec2.NetworkAclAssociation;
import dev.merlon.fact.ec2.NetworkAclEntry;
import dev.merlon.fact.ec2.NetworkInterface;
import dev.merlon.fact.ec2.NetworkInterfaceGroup;
import dev.merlon.fact.ec2.PrefixList;
import dev.merlon.fact.ec2.PrefixListEntry;
import dev.merlon.fact.ec2.Route;
import dev.merlon.fact.ec2.RouteTable;
import dev.merlon.fact.ec2.RouteTableAssociation;
import dev.merlon.fact.ec2.RouteTarget;
import dev.merlon.fact.ec2.SecurityGroup;
import dev.merlon.fact.ec2.SecurityGroupRule;
import dev.merlon.fact.ec2.Subnet;
import dev.merlon.fact.ec2.Vpc;
import dev.merlon.fact.ec2.VpcBlockPublicAccess;
import dev.merlon.fact.ec2.VpcBlockPublicAccessExclusion;
import dev.merlon.fact.ec2.VpcEndpoint;
import dev.merlon.fact.elb.ClassicListener;
import dev.merlon.fact.elb.ClassicLoadBalancer;
import dev.merlon.fact.elb.Listener;
import dev.merlon.fact.elb.ListenerRule;
import dev.merlon.fact.elb.LoadBalancer;
import dev.merlon.fact.elb.RegisteredTarget;
import dev.merlon.fact.elb.TargetGroup;
import dev.merlon.fact.elb.TargetGroupAttributes;
import dev.merlon.fact.net.AddressFamily;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Says of single packets what the network of one Region of one account does with them, by asking
 * one fact after the other: slow, obvious, and without any code of the derivations. The names of
 * rules are those of the specification.
 */
final class SlowNetwork {

  /** The way out of an egress whose route is not known. */
  static final String ANY = "ANY";

  private static final int TCP = 6;
  private static final int UDP = 17;
  private static final int ICMP = 1;
  private static final int ICMPV6 = 58;
  private static final int ALL = -1;
  private static final int LAST_PORT = 65535;
  private static final int CODES = 256;
  private static final int FIRST_EPHEMERAL = 1024;

  private static final List<String> NOT_INTERNET =
      List.of(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "224.0.0.0/3");
  private static final List<Block> INTERNET_IPV4_NOT = blocks(NOT_INTERNET);
  private static final List<Block> INTERNET_IPV6 = blocks(List.of("2000::/3"));

  /** Blocks at whose ends the internet begins or ends. */
  static List<String> edges() {
    List<String> edges = new ArrayList<>(NOT_INTERNET);
    edges.add("2000::/3");
    return edges;
  }

  /** One packet, or the first one of a conversation. */
  record Packet(AddressFamily family, int protocol, int key, BigInteger address) {
    @Override
    public String toString() {
      return "protocol " + protocol + " key " + key + " of " + SlowAddress.text(family, address);
    }
  }

  /** Whom a security group rule may name: an address, and the groups of an interface. */
  private record Peer(
      AddressFamily family, @Nullable BigInteger address, Set<String> groups, Three more) {}

  private final Snapshot snapshot;
  private final String account;
  private final String region;
  private final Map<Class<?>, List<Resource>> facts = new HashMap<>();

  SlowNetwork(Snapshot snapshot, String account, String region) {
    this.snapshot = snapshot;
    this.account = account;
    this.region = region;
    for (Resource fact : snapshot.facts()) {
      if (fact.account().equals(account) && fact.region().equals(region)) {
        facts.computeIfAbsent(fact.getClass(), type -> new ArrayList<>()).add(fact);
      }
    }
  }

  private static List<Block> blocks(List<String> texts) {
    List<Block> blocks = new ArrayList<>();
    for (String text : texts) {
      Block block = SlowAddress.block(text);
      if (block == null) {
        throw new IllegalArgumentException(text);
      }
      blocks.add(block);
    }
    return blocks;
  }

  @SuppressWarnings("unchecked") // the list of a class has nothing else
  <T extends Resource> List<T> all(Class<T> type) {
    return (List<T>) facts.getOrDefault(type, List.of());
  }

  boolean gap(Class<? extends Resource> type, String arn) {
    return snapshot.gaps().stream()
        .anyMatch(
            gap ->
                gap.factType().equals(FactType.nameOf(type))
                    && gap.account().equals(account)
                    && gap.region().equals(region)
                    && (gap.arn() == null || gap.arn().equals(arn)));
  }

  private boolean gap(Class<? extends Resource> type) {
    return gap(type, "");
  }

  // ---- from the internet to an interface

  /** IN-1 to IN-9. */
  Three conversation(NetworkInterface to, Packet packet) {
    return delivered(to, packet).and(returns(to, packet));
  }

  /** RET-4. */
  Three oneWay(NetworkInterface to, Packet packet) {
    return delivered(to, packet).and(returns(to, packet).not());
  }

  /**
   * The same by a rougher rule: what is perhaps delivered and is certainly answered then is said to
   * be one way perhaps.
   */
  Three coarseOneWay(NetworkInterface to, Packet packet) {
    return delivered(to, packet).and(conversation(to, packet).not());
  }

  private Three returns(NetworkInterface to, Packet packet) {
    if (!isKnown(to.subnetId())) {
      return Three.MAYBE;
    }
    return returnRoute(to, packet.family(), packet.address()).and(reply(to, packet));
  }

  private Three delivered(NetworkInterface to, Packet packet) {
    return gates(to, packet).values().stream().reduce(Three.YES, Three::and);
  }

  /** What each gate says of a packet on its way in. */
  private Map<String, Three> gates(NetworkInterface to, Packet packet) {
    AddressFamily family = packet.family();
    Peer peer = new Peer(family, packet.address(), Set.of(), Three.NO);
    Map<String, Three> gates = new TreeMap<>();
    boolean outOnly = to.interfaceType().equals("nat_gateway");
    gates.put("takes traffic", Three.of(!outOnly && !to.denyAllIgwTraffic()));
    gates.put("address", publicAddress(to, family));
    if (gates.containsValue(Three.NO)) {
      return gates; // nothing else matters, and most interfaces are such
    }
    gates.put("groups", groups(to, false, packet.protocol(), packet.key(), peer));
    if (!isKnown(to.subnetId())) {
      gates.put("subnet", Three.MAYBE);
      gates.put("internet", internet("", family, packet.address()));
      return gates;
    }
    gates.put("vpc", own(to.subnetId()));
    gates.put(
        "igw",
        Three.of(!attached(to.vpcId()).isEmpty()).or(moreGateways(to.vpcId(), to.subnetId())));
    gates.put("bpa", blockedIn(to));
    gates.put("edge", edge(to, family));
    gates.put("acl", acl(to.subnetId(), false, packet));
    gates.put("internet", internet(to.vpcId(), family, packet.address()));
    return gates;
  }

  /** The same for people, with the gates on the way out. */
  String explain(NetworkInterface to, Packet packet) {
    Map<String, Three> gates = gates(to, packet);
    gates.put("return route", returnRoute(to, packet.family(), packet.address()));
    gates.put("reply", reply(to, packet));
    return gates.toString();
  }

  /** GEN-3, IN-9. */
  Three internet(String vpcId, AddressFamily family, BigInteger address) {
    boolean outside =
        family == AddressFamily.IPV4
            ? INTERNET_IPV4_NOT.stream().noneMatch(block -> block.contains(family, address))
            : INTERNET_IPV6.stream().anyMatch(block -> block.contains(family, address));
    if (!outside) {
      return Three.NO;
    }
    if (vpcs(vpcId).isEmpty()) {
      return Three.MAYBE;
    }
    Three is = Three.YES;
    for (Vpc vpc : vpcs(vpcId)) {
      List<String> texts = new ArrayList<>(vpc.cidrBlocks());
      texts.addAll(vpc.ipv6CidrBlocks());
      for (String text : texts) {
        Block block = SlowAddress.block(text);
        if (block == null) {
          is = Three.MAYBE;
        } else if (block.contains(family, address)) {
          return Three.NO;
        }
      }
    }
    return is;
  }

  private List<Vpc> vpcs(String vpcId) {
    return all(Vpc.class).stream().filter(vpc -> vpc.vpcId().equals(vpcId)).toList();
  }

  private boolean isKnown(String subnetId) {
    return all(Subnet.class).stream().anyMatch(subnet -> subnet.subnetId().equals(subnetId));
  }

  /** Whether a subnet is known to be this account's, which sees all of it then. */
  private Three own(String subnetId) {
    boolean own =
        isKnown(subnetId)
            && all(Subnet.class).stream()
                .filter(subnet -> subnet.subnetId().equals(subnetId))
                .allMatch(subnet -> subnet.ownerId().isEmpty() || subnet.ownerId().equals(account));
    return Three.of(own).or(Three.MAYBE);
  }

  /** ADR-1, ADR-2. */
  Three publicAddress(NetworkInterface of, AddressFamily family) {
    Three found = Three.NO;
    if (family == AddressFamily.IPV4) {
      for (InterfaceAddress address : of.privateIpAddresses()) {
        found = found.or(Three.of(!address.publicIp().isEmpty()));
        found = found.or(address.carrierIp().isEmpty() ? Three.NO : Three.MAYBE);
      }
      return found;
    }
    for (String text : of.ipv6Addresses()) {
      found = found.or(global(of, text + "/128"));
    }
    for (String text : of.ipv6Prefixes()) {
      found = found.or(global(of, text));
    }
    return found;
  }

  private Three global(NetworkInterface of, String text) {
    Block block = SlowAddress.block(text);
    if (block == null || block.family() != AddressFamily.IPV6) {
      return Three.MAYBE;
    }
    if (INTERNET_IPV6.stream().noneMatch(in -> in.contains(block.family(), block.first()))) {
      return Three.NO;
    }
    Three isPublic = Three.YES;
    for (Vpc vpc : vpcs(of.vpcId())) {
      for (String own : vpc.privateIpv6CidrBlocks()) {
        Block inner = SlowAddress.block(own);
        if (inner == null || inner.contains(AddressFamily.IPV6, block.first())) {
          isPublic = Three.MAYBE;
        }
      }
    }
    return isPublic;
  }

  /** IGW-1. */
  private Set<String> attached(String vpcId) {
    Set<String> gateways = new TreeSet<>();
    for (InternetGatewayAttachment attachment : all(InternetGatewayAttachment.class)) {
      if (attachment.vpcId().equals(vpcId)
          && Set.of("available", "attached").contains(attachment.state())) {
        gateways.add(attachment.internetGatewayId());
      }
    }
    return gateways;
  }

  /** Whether a gateway may be attached that is not known; there is at most one. */
  private Three moreGateways(String vpcId, String subnetId) {
    boolean more =
        vpcs(vpcId).isEmpty()
            || (attached(vpcId).isEmpty()
                && (gap(InternetGatewayAttachment.class) || own(subnetId) != Three.YES));
    return more ? Three.MAYBE : Three.NO;
  }

  // ---- Block Public Access

  private enum Exclusion {
    NONE,
    EGRESS,
    BIDIRECTIONAL,
    UNSURE
  }

  /** BPA-2 to BPA-5. */
  private Exclusion exclusion(String vpcId, String subnetId) {
    if (gap(VpcBlockPublicAccessExclusion.class)) {
      return Exclusion.UNSURE;
    }
    Set<Exclusion> found = new TreeSet<>();
    for (VpcBlockPublicAccessExclusion exclusion : all(VpcBlockPublicAccessExclusion.class)) {
      boolean ofAny = !exclusion.subnetId().isEmpty() && subnetId.isEmpty();
      boolean of =
          (!exclusion.vpcId().isEmpty() && exclusion.vpcId().equals(vpcId))
              || (!exclusion.subnetId().isEmpty() && exclusion.subnetId().equals(subnetId));
      if (!Set.of("create-complete", "update-complete").contains(exclusion.state())) {
        continue;
      }
      if (ofAny) {
        found.add(Exclusion.UNSURE);
      } else if (of) {
        found.add(
            switch (exclusion.internetGatewayExclusionMode()) {
              case "allow-bidirectional" -> Exclusion.BIDIRECTIONAL;
              case "allow-egress" -> Exclusion.EGRESS;
              default -> Exclusion.UNSURE;
            });
      }
    }
    return found.isEmpty()
        ? Exclusion.NONE
        : found.size() == 1 ? found.iterator().next() : Exclusion.UNSURE;
  }

  private String blockMode(String subnetId) {
    Set<String> modes = new TreeSet<>();
    for (VpcBlockPublicAccess access : all(VpcBlockPublicAccess.class)) {
      modes.add(access.internetGatewayBlockMode());
    }
    return modes.size() == 1 && own(subnetId) == Three.YES ? modes.iterator().next() : "";
  }

  /** BPA-1: what comes in through an internet gateway. */
  private Three blockedIn(NetworkInterface to) {
    return switch (blockMode(to.subnetId())) {
      case "off" -> Three.YES;
      case "block-bidirectional", "block-ingress" ->
          switch (exclusion(to.vpcId(), to.subnetId())) {
            case NONE, EGRESS -> Three.NO;
            case BIDIRECTIONAL -> Three.YES;
            case UNSURE -> Three.MAYBE;
          };
      default -> Three.MAYBE;
    };
  }

  /** BPA-1, BPA-3: what goes out of an interface with an address of its own. */
  private Three blockedOut(NetworkInterface from) {
    String mode = blockMode(from.subnetId());
    Exclusion exclusion = exclusion(from.vpcId(), from.subnetId());
    return mode.equals("block-bidirectional") && exclusion == Exclusion.EGRESS
        ? Three.MAYBE
        : blockedIn(from);
  }

  /** BPA-1, BPA-3: what goes out through something that lets nothing in. */
  private Three blockedOutOnly(String vpcId, String subnetId, String knownBy) {
    return switch (blockMode(knownBy)) {
      case "off", "block-ingress" -> Three.YES;
      case "block-bidirectional" ->
          switch (exclusion(vpcId, subnetId)) {
            case NONE -> Three.NO;
            case EGRESS, BIDIRECTIONAL -> Three.YES;
            case UNSURE -> Three.MAYBE;
          };
      default -> Three.MAYBE;
    };
  }

  // ---- routes

  /** What decides for an address; several if nobody knows which of them does. */
  record Lookup(boolean unknown, List<Route> best) {}

  private static final Lookup UNKNOWN = new Lookup(true, List.of());

  /** RT-2: the table of a subnet, or null if that is not known. */
  private @Nullable String tableOf(String vpcId, String subnetId) {
    if (subnetId.isEmpty()) {
      return null;
    }
    Set<String> explicit = new TreeSet<>();
    Set<String> main = new TreeSet<>();
    for (RouteTableAssociation association : all(RouteTableAssociation.class)) {
      if (association.subnetId().equals(subnetId)) {
        explicit.add(association.routeTableId());
      } else if (association.main() && association.vpcId().equals(vpcId)) {
        main.add(association.routeTableId());
      }
    }
    if (explicit.isEmpty() && (gap(RouteTableAssociation.class) || own(subnetId) != Three.YES)) {
      return null;
    }
    Set<String> tables = explicit.isEmpty() ? main : explicit;
    return tables.size() == 1 ? tables.iterator().next() : null;
  }

  /** RT-1, RT-3, RT-4. */
  Lookup lookup(@Nullable String table, AddressFamily family, BigInteger address) {
    if (table == null
        || gap(Route.class)
        || all(RouteTable.class).stream().noneMatch(one -> one.routeTableId().equals(table))) {
      return UNKNOWN;
    }
    List<Route> best = new ArrayList<>();
    long rank = -1;
    boolean local = false;
    for (Route route : all(Route.class)) {
      if (!route.routeTableId().equals(table)) {
        continue;
      }
      List<Block> destinations = destinations(route, family);
      if (destinations == null) {
        return UNKNOWN;
      }
      for (Block block : destinations) {
        if (!block.contains(family, address)) {
          continue;
        }
        int kind = route.isPropagated() ? 0 : route.destinationPrefixListId().isEmpty() ? 2 : 1;
        long itsRank = block.length() * 3L + kind;
        if (itsRank > rank) {
          best.clear();
          rank = itsRank;
        }
        if (itsRank == rank && !best.contains(route)) {
          best.add(route);
        }
        local |= route.targetType() == RouteTarget.LOCAL;
      }
    }
    if (local && best.stream().allMatch(Route::isPropagated)) {
      return new Lookup(
          false,
          all(Route.class).stream()
              .filter(route -> route.routeTableId().equals(table))
              .filter(route -> route.targetType() == RouteTarget.LOCAL)
              .limit(1)
              .toList());
    }
    return new Lookup(false, best);
  }

  /** The blocks of a route in one family, or null if they are not known. */
  private @Nullable List<Block> destinations(Route route, AddressFamily family) {
    if (!route.destinationPrefixListId().isEmpty()) {
      List<Block> blocks = new ArrayList<>();
      return entries(route.destinationPrefixListId(), blocks) ? blocks : null;
    }
    String ipv4 = route.destinationCidrBlock();
    String ipv6 = route.destinationIpv6CidrBlock();
    if (ipv4.isEmpty() && ipv6.isEmpty()) {
      return null;
    }
    String text = family == AddressFamily.IPV4 ? ipv4 : ipv6;
    if (text.isEmpty()) {
      return List.of();
    }
    Block block = SlowAddress.block(text);
    return block == null ? null : List.of(block);
  }

  /** Adds the known entries of a list; returns whether there can be no others. */
  private boolean entries(String prefixListId, Collection<Block> blocks) {
    boolean known = false;
    for (PrefixList list : all(PrefixList.class)) {
      if (list.prefixListId().equals(prefixListId)) {
        known = !gap(PrefixListEntry.class, list.arn());
        for (PrefixListEntry entry : all(PrefixListEntry.class)) {
          if (entry.prefixListArn().equals(list.arn())) {
            Block block = SlowAddress.block(entry.cidr());
            known &= block != null;
            if (block != null) {
              blocks.add(block);
            }
          }
        }
      }
    }
    return known;
  }

  /** RET-1. */
  private Three returnRoute(NetworkInterface from, AddressFamily family, BigInteger to) {
    Lookup lookup = lookup(tableOf(from.vpcId(), from.subnetId()), family, to);
    return throughGateway(lookup, from.vpcId(), from.subnetId(), /* onward= */ false);
  }

  /** Whether a route leads to the internet gateway of the VPC, or onward to where nobody knows. */
  private Three throughGateway(Lookup lookup, String vpcId, String subnetId, boolean onward) {
    if (lookup.unknown()) {
      return Three.MAYBE;
    }
    if (lookup.best().isEmpty()) {
      return Three.NO;
    }
    List<Three> outcomes = new ArrayList<>();
    for (Route route : lookup.best()) {
      Three to =
          switch (route.targetType()) {
            case INTERNET_GATEWAY -> toGateway(route.targetId(), vpcId, subnetId);
            case NETWORK_INTERFACE, OTHER, ODB_NETWORK -> Three.MAYBE;
            case VPC_ENDPOINT -> isGatewayEndpoint(route.targetId()) ? Three.NO : Three.MAYBE;
            case TRANSIT_GATEWAY, VPN_GATEWAY, CORE_NETWORK, CARRIER_GATEWAY, LOCAL_GATEWAY ->
                onward ? Three.MAYBE : Three.NO; // EGR-6
            default -> Three.NO;
          };
      outcomes.add(to.and(active(route)));
    }
    return Three.oneOf(outcomes);
  }

  private static Three active(Route route) {
    return switch (route.state()) {
      case "active" -> Three.YES;
      case "blackhole" -> Three.NO;
      default -> Three.MAYBE;
    };
  }

  private Three toGateway(String gatewayId, String vpcId, String subnetId) {
    return Three.of(attached(vpcId).contains(gatewayId)).or(moreGateways(vpcId, subnetId));
  }

  private boolean isGatewayEndpoint(String endpointId) {
    List<VpcEndpoint> found =
        all(VpcEndpoint.class).stream()
            .filter(endpoint -> endpoint.vpcEndpointId().equals(endpointId))
            .toList();
    return !found.isEmpty()
        && found.stream().allMatch(endpoint -> endpoint.vpcEndpointType().equals("Gateway"));
  }

  /** RT-5, IN-4. */
  private Three edge(NetworkInterface to, AddressFamily family) {
    Set<String> gateways = attached(to.vpcId());
    Set<String> tables = new TreeSet<>();
    for (RouteTableAssociation association : all(RouteTableAssociation.class)) {
      if (gateways.contains(association.gatewayId())) {
        tables.add(association.routeTableId());
      }
    }
    if (tables.isEmpty()) {
      return gap(RouteTableAssociation.class) ? Three.MAYBE : Three.YES;
    }
    Three undiverted = Three.MAYBE;
    for (Block block : addresses(to, family)) {
      for (BigInteger address : List.of(block.first(), block.last())) {
        Three here = Three.YES;
        for (String table : tables) {
          Lookup lookup = lookup(table, family, address);
          boolean local =
              !lookup.unknown()
                  && !lookup.best().isEmpty()
                  && lookup.best().stream()
                      .allMatch(route -> route.targetType() == RouteTarget.LOCAL);
          here = here.and(local ? Three.YES : Three.MAYBE);
        }
        undiverted = undiverted.or(here);
      }
    }
    return undiverted;
  }

  /** Where packets from an internet gateway arrive at an interface (ADR-4). */
  private static List<Block> addresses(NetworkInterface of, AddressFamily family) {
    List<String> texts = new ArrayList<>();
    if (family == AddressFamily.IPV4) {
      of.privateIpAddresses().stream()
          .filter(address -> !address.publicIp().isEmpty())
          .forEach(address -> texts.add(address.privateIpAddress() + "/32"));
    } else {
      of.ipv6Addresses().forEach(address -> texts.add(address + "/128"));
      texts.addAll(of.ipv6Prefixes());
    }
    List<Block> blocks = new ArrayList<>();
    for (String text : texts) {
      Block block = SlowAddress.block(text);
      if (block != null
          && (family == AddressFamily.IPV4
              || INTERNET_IPV6.get(0).contains(family, block.first()))) {
        blocks.add(block);
      }
    }
    return blocks;
  }

  // ---- network ACLs

  /** NACL-1 to NACL-5. */
  private Three acl(String subnetId, boolean egress, Packet packet) {
    Set<String> acls = new TreeSet<>();
    for (NetworkAclAssociation association : all(NetworkAclAssociation.class)) {
      if (!subnetId.isEmpty() && association.subnetId().equals(subnetId)) {
        acls.add(association.networkAclId());
      }
    }
    if (acls.size() != 1 || !isKnown(subnetId) || gap(NetworkAclEntry.class)) {
      return Three.MAYBE;
    }
    String aclId = acls.iterator().next();
    if (all(NetworkAcl.class).stream().noneMatch(acl -> acl.networkAclId().equals(aclId))) {
      return Three.MAYBE;
    }
    List<NetworkAclEntry> entries = new ArrayList<>();
    for (NetworkAclEntry entry : all(NetworkAclEntry.class)) {
      if (entry.networkAclId().equals(aclId) && entry.egress() == egress) {
        entries.add(entry);
      }
    }
    entries.sort(Comparator.comparingInt(NetworkAclEntry::ruleNumber));
    return first(entries, packet);
  }

  private static Three first(List<NetworkAclEntry> entries, Packet packet) {
    if (entries.isEmpty()) {
      return Three.NO;
    }
    NetworkAclEntry entry = entries.get(0);
    Three matches = matches(entry, packet);
    Three rest =
        matches == Three.YES ? Three.NO : first(entries.subList(1, entries.size()), packet);
    Three outcome =
        switch (entry.ruleAction()) {
          case "allow" -> Three.YES;
          case "deny" -> Three.NO;
          default -> Three.MAYBE;
        };
    return switch (matches) {
      case YES -> outcome;
      case NO -> rest;
      case MAYBE -> Three.oneOf(List.of(outcome, rest));
    };
  }

  private static Three matches(NetworkAclEntry entry, Packet packet) {
    boolean ipv4 = packet.family() == AddressFamily.IPV4;
    String text = ipv4 ? entry.cidrBlock() : entry.ipv6CidrBlock();
    String other = ipv4 ? entry.ipv6CidrBlock() : entry.cidrBlock();
    if (text.isEmpty() && !other.isEmpty()) {
      return Three.NO;
    }
    Block block = SlowAddress.block(text);
    Three address =
        block == null ? Three.MAYBE : Three.of(block.contains(packet.family(), packet.address()));
    Integer protocol = protocol(entry.protocol());
    if (protocol == null) {
      return address.and(Three.MAYBE);
    }
    if (protocol == ALL) {
      return address;
    }
    if (protocol != packet.protocol()) {
      return Three.NO;
    }
    return switch (protocol) {
      case TCP, UDP -> address.and(inRange(entry.fromPort(), entry.toPort(), packet.key()));
      case ICMP, ICMPV6 ->
          address
              .and(is(entry.icmpType(), packet.key() / CODES))
              .and(entry.icmpType() < 0 ? Three.YES : is(entry.icmpCode(), packet.key() % CODES));
      default -> address;
    };
  }

  private static Three inRange(int from, int to, int port) {
    if (from == ALL && to == ALL) {
      return Three.YES;
    }
    return 0 <= from && from <= to && to <= LAST_PORT
        ? Three.of(from <= port && port <= to)
        : Three.MAYBE;
  }

  private static Three is(int wanted, int value) {
    if (wanted == ALL) {
      return Three.YES;
    }
    return 0 <= wanted && wanted < CODES ? Three.of(wanted == value) : Three.MAYBE;
  }

  private static @Nullable Integer protocol(String text) {
    return switch (text) {
      case "tcp" -> TCP;
      case "udp" -> UDP;
      case "icmp" -> ICMP;
      case "icmpv6" -> ICMPV6;
      case "-1" -> ALL;
      default ->
          text.matches("0|[1-9][0-9]{0,2}") && Integer.parseInt(text) <= 255
              ? Integer.valueOf(text)
              : null;
    };
  }

  /** RET-2, RET-3: whether some answer gets out of the subnet. */
  private Three reply(NetworkInterface from, Packet packet) {
    int protocol = packet.protocol();
    String subnetId = from.subnetId();
    AddressFamily family = packet.family();
    if (protocol == TCP || protocol == UDP) {
      return somePort(
          1, port -> acl(subnetId, true, new Packet(family, protocol, port, packet.address())));
    }
    int echo = protocol == ICMP ? 8 : 128;
    int answer = protocol == ICMP ? 0 : 129;
    if (protocol != ICMP && protocol != ICMPV6) {
      return acl(subnetId, true, packet);
    }
    int key = packet.key();
    boolean isEcho = key / CODES == echo; // other messages are answered as they came
    return acl(
        subnetId,
        true,
        new Packet(
            family, protocol, isEcho ? answer * CODES + key % CODES : key, packet.address()));
  }

  /** Whether the answer of a TCP conversation gets out when the client has this port. */
  Three clientPort(NetworkInterface from, AddressFamily family, BigInteger client, int port) {
    return acl(from.subnetId(), true, new Packet(family, TCP, port, client));
  }

  private interface OfPort {
    Three at(int port);
  }

  /** Asks all ports at which the answer can change. */
  private Three somePort(int first, OfPort question) {
    Three some = Three.NO;
    for (int port : ports()) {
      if (first <= port && some != Three.YES) {
        some = some.or(question.at(port));
      }
    }
    return some;
  }

  private @Nullable Set<Integer> ports;

  /** The ends of all port ranges of entries, and the ports beside them. */
  Set<Integer> ports() {
    if (ports == null) {
      Set<Integer> all = new TreeSet<>(List.of(1, FIRST_EPHEMERAL, LAST_PORT));
      for (NetworkAclEntry entry : all(NetworkAclEntry.class)) {
        for (int end : List.of(entry.fromPort(), entry.toPort())) {
          for (int port = end - 1; port <= end + 1; port++) {
            if (1 <= port && port <= LAST_PORT) {
              all.add(port);
            }
          }
        }
      }
      ports = all;
    }
    return ports;
  }

  // ---- security groups

  /** IN-6, SG-1, LB-3. */
  private Three groups(NetworkInterface of, boolean egress, int protocol, int key, Peer peer) {
    Three more = gap(NetworkInterfaceGroup.class) ? Three.MAYBE : Three.NO;
    Set<String> groupIds = groupsOf(of);
    if (groupIds.isEmpty() && of.requesterManaged()) {
      boolean network = of.description().startsWith("ELB net/");
      return network && more == Three.NO ? Three.YES : Three.MAYBE; // else a service decides
    }
    Three allowed = more;
    for (String groupId : groupIds) {
      if (all(SecurityGroup.class).stream().noneMatch(group -> group.groupId().equals(groupId))) {
        allowed = allowed.or(Three.MAYBE); // SG-7
        continue;
      }
      if (gap(SecurityGroupRule.class)) {
        allowed = allowed.or(Three.MAYBE);
      }
      for (SecurityGroupRule rule : all(SecurityGroupRule.class)) {
        if (rule.groupId().equals(groupId) && rule.egress() == egress) {
          allowed = allowed.or(allows(rule, protocol, key, peer));
        }
      }
    }
    return allowed;
  }

  private Set<String> groupsOf(NetworkInterface of) {
    Set<String> ids = new TreeSet<>();
    for (NetworkInterfaceGroup group : all(NetworkInterfaceGroup.class)) {
      if (group.networkInterfaceId().equals(of.networkInterfaceId())) {
        ids.add(group.groupId());
      }
    }
    return ids;
  }

  /** SG-2 to SG-5. */
  private Three allows(SecurityGroupRule rule, int protocol, int key, Peer peer) {
    Integer its = protocol(rule.ipProtocol());
    if (its == null) {
      return Three.MAYBE;
    }
    if (its != ALL && its != protocol) {
      return Three.NO;
    }
    int from = rule.fromPort();
    int to = rule.toPort();
    if (its == TCP || its == UDP) {
      if (from < 0 || to < from || to > LAST_PORT) {
        return Three.MAYBE;
      }
      if (key < from || to < key) {
        return Three.NO;
      }
    } else if (its == ICMP || its == ICMPV6) {
      if (from < -1 || from >= CODES || to < -1 || to >= CODES) {
        return Three.MAYBE;
      }
      if (from >= 0 && (key / CODES != from || (to >= 0 && key % CODES != to))) {
        return Three.NO;
      }
    }
    return names(rule, peer);
  }

  private Three names(SecurityGroupRule rule, Peer peer) {
    BigInteger address = peer.address();
    if (address == null) {
      return Three.MAYBE;
    }
    List<Block> blocks = new ArrayList<>();
    boolean certain = true;
    for (String text : List.of(rule.cidrIpv4(), rule.cidrIpv6())) {
      if (!text.isEmpty()) {
        Block block = SlowAddress.block(text);
        certain &= block != null;
        if (block != null) {
          blocks.add(block);
        }
      }
    }
    if (!rule.prefixListId().isEmpty()) {
      certain &= entries(rule.prefixListId(), blocks);
    } else if (rule.cidrIpv4().isEmpty()
        && rule.cidrIpv6().isEmpty()
        && rule.referencedGroupId().isEmpty()) {
      certain = false;
    }
    if (blocks.stream().anyMatch(block -> block.contains(peer.family(), address))) {
      return Three.YES;
    }
    Three group = Three.NO;
    if (!rule.referencedGroupId().isEmpty()) {
      group = Three.of(peer.groups().contains(rule.referencedGroupId())).or(peer.more());
    }
    return certain ? group : group.or(Three.MAYBE);
  }

  // ---- from an interface to the internet

  /** EGR-1 to EGR-6: the ways that a TCP packet to an address and port may take and be answered. */
  SortedMap<String, Three> egress(
      NetworkInterface from, AddressFamily family, int port, BigInteger address) {
    Packet out = new Packet(family, TCP, port, address);
    Peer peer = new Peer(family, address, Set.of(), Three.NO);
    Three common =
        internet(from.vpcId(), family, address)
            .and(own(from.subnetId()))
            .and(groups(from, true, TCP, port, peer))
            .and(acl(from.subnetId(), true, out));
    Three answered =
        common.and(somePort(FIRST_EPHEMERAL, own -> backIn(from.subnetId(), family, address, own)));
    SortedMap<String, Three> ways = new TreeMap<>();
    if (!isKnown(from.subnetId())) {
      Three allowed = internet("", family, address).and(groups(from, true, TCP, port, peer));
      put(ways, ANY, allowed.and(Three.MAYBE));
      return ways;
    }
    if (vpcs(from.vpcId()).isEmpty()) {
      put(ways, ANY, answered.and(Three.MAYBE));
      return ways;
    }
    Lookup lookup = lookup(tableOf(from.vpcId(), from.subnetId()), family, address);
    if (lookup.unknown()) {
      put(ways, ANY, answered.and(Three.MAYBE));
      return ways;
    }
    Three sure = lookup.best().size() == 1 ? Three.YES : Three.MAYBE;
    for (Route route : lookup.best()) {
      Three taken = sure.and(active(route));
      switch (route.targetType()) {
        case INTERNET_GATEWAY ->
            put(
                ways,
                "IGW",
                taken
                    .and(answered)
                    .and(toGateway(route.targetId(), from.vpcId(), from.subnetId()))
                    .and(publicAddress(from, family))
                    .and(from.denyAllIgwTraffic() ? Three.MAYBE : Three.YES)
                    .and(blockedOut(from)));
        case NAT_GATEWAY ->
            put(ways, "NAT", taken.and(common).and(nat(from, out, route.targetId())));
        case EGRESS_ONLY_INTERNET_GATEWAY ->
            put(
                ways,
                "EIGW",
                taken
                    .and(answered)
                    .and(Three.of(family == AddressFamily.IPV6))
                    .and(egressOnly(route.targetId(), from.vpcId()))
                    .and(publicAddress(from, family))
                    .and(blockedOutOnly(from.vpcId(), from.subnetId(), from.subnetId())));
        case VPC_ENDPOINT -> {
          if (!isGatewayEndpoint(route.targetId())) {
            put(ways, "GWLBE", taken.and(answered).and(Three.MAYBE));
          }
        }
        case TRANSIT_GATEWAY -> put(ways, "TGW", taken.and(answered).and(Three.MAYBE));
        case VPN_GATEWAY -> put(ways, "VGW", taken.and(answered).and(Three.MAYBE));
        case NETWORK_INTERFACE -> put(ways, "APPLIANCE", taken.and(answered).and(Three.MAYBE));
        case CORE_NETWORK -> put(ways, "CORE_NETWORK", taken.and(answered).and(Three.MAYBE));
        case CARRIER_GATEWAY -> put(ways, "CARRIER", taken.and(answered).and(Three.MAYBE));
        case LOCAL_GATEWAY -> put(ways, "LOCAL_GATEWAY", taken.and(answered).and(Three.MAYBE));
        case ODB_NETWORK, OTHER -> put(ways, "OTHER", taken.and(answered).and(Three.MAYBE));
        case LOCAL, VPC_PEERING_CONNECTION -> {} // PEER-1
      }
    }
    return ways;
  }

  private static void put(SortedMap<String, Three> ways, String way, Three is) {
    if (is != Three.NO) {
      ways.merge(way, is, Three::or);
    }
  }

  /** Whether an answer to one of our ports gets into the subnet. */
  private Three backIn(String subnetId, AddressFamily family, BigInteger peer, int port) {
    return acl(subnetId, false, new Packet(family, TCP, port, peer));
  }

  /** EGR-4. */
  private Three egressOnly(String gatewayId, String vpcId) {
    List<EgressOnlyInternetGateway> found =
        all(EgressOnlyInternetGateway.class).stream()
            .filter(gateway -> gateway.egressOnlyInternetGatewayId().equals(gatewayId))
            .toList();
    boolean attached = false;
    for (EgressOnlyInternetGateway gateway : found) {
      attached |=
          gateway.vpcId().equals(vpcId)
              && Set.of("attached", "available").contains(gateway.state());
    }
    boolean unknown = found.isEmpty();
    return attached ? Three.YES : unknown ? Three.MAYBE : Three.NO;
  }

  /** EGR-2, EGR-3, EGR-5, with the answer. */
  private Three nat(NetworkInterface from, Packet out, String natId) {
    AddressFamily family = out.family();
    BigInteger address = out.address();
    if (family == AddressFamily.IPV6) {
      return Three.NO;
    }
    List<NatGateway> found =
        all(NatGateway.class).stream().filter(nat -> nat.natGatewayId().equals(natId)).toList();
    if (found.size() != 1) {
      Three answered =
          somePort(FIRST_EPHEMERAL, own -> backIn(from.subnetId(), family, address, own));
      return Three.MAYBE.and(answered);
    }
    NatGateway nat = found.get(0);
    if (!nat.state().equals("available") || nat.connectivityType().equals("private")) {
      return Three.NO;
    }
    Three outside = nat.connectivityType().equals("public") ? Three.YES : Three.MAYBE;
    boolean regional =
        nat.availabilityMode().equals("regional")
            || (nat.subnetId().isEmpty() && !nat.routeTableId().isEmpty());
    boolean zonal = !nat.subnetId().isEmpty() && !regional;
    if (!regional && !zonal) {
      Three answered =
          somePort(FIRST_EPHEMERAL, own -> backIn(from.subnetId(), family, address, own));
      return Three.MAYBE.and(answered);
    }
    String table =
        regional
            ? (nat.routeTableId().isEmpty() ? null : nat.routeTableId())
            : isKnown(nat.subnetId()) ? tableOf(nat.vpcId(), nat.subnetId()) : null;
    outside =
        outside.and(
            throughGateway(
                lookup(table, family, address),
                nat.vpcId(),
                regional ? from.subnetId() : nat.subnetId(),
                /* onward= */ true));
    Three ours = blockedOutOnly(from.vpcId(), from.subnetId(), from.subnetId());
    Three its =
        regional
            ? blockedOutOnly(nat.vpcId(), "none", from.subnetId())
            : blockedOutOnly(nat.vpcId(), nat.subnetId(), nat.subnetId());
    outside = outside.and(Three.oneOf(List.of(ours, its)));
    if (regional) {
      return outside.and(
          somePort(FIRST_EPHEMERAL, own -> backIn(from.subnetId(), family, address, own)));
    }
    outside =
        outside
            .and(acl(nat.subnetId(), true, out))
            .and(somePort(FIRST_EPHEMERAL, port -> backIn(nat.subnetId(), family, address, port)));
    Three inside = Three.NO;
    for (InterfaceAddress own : from.privateIpAddresses()) {
      BigInteger client = SlowAddress.address(own.privateIpAddress());
      if (client == null) {
        inside = inside.or(Three.MAYBE);
        continue;
      }
      Packet toNat = new Packet(family, TCP, out.key(), client);
      Three back =
          somePort(
              FIRST_EPHEMERAL,
              port ->
                  acl(nat.subnetId(), true, new Packet(family, TCP, port, client))
                      .and(backIn(from.subnetId(), family, address, port)));
      inside = inside.or(acl(nat.subnetId(), false, toNat).and(back));
    }
    return outside.and(inside);
  }

  // ---- service paths

  /** SVC-1: which ways an address of a subnet's traffic may take; {@link #ANY} if any. */
  Set<String> hops(Subnet from, AddressFamily family, BigInteger address) {
    Lookup lookup = lookup(tableOf(from.vpcId(), from.subnetId()), family, address);
    if (lookup.unknown()) {
      return Set.of(ANY);
    }
    Set<String> hops = new TreeSet<>();
    for (Route route : lookup.best()) {
      String hop =
          switch (route.targetType()) {
            case VPC_ENDPOINT -> endpointHop(route.targetId());
            case VPC_PEERING_CONNECTION -> "PEERING";
            case NETWORK_INTERFACE -> "APPLIANCE";
            case NAT_GATEWAY -> "NAT";
            case OTHER, ODB_NETWORK -> "OTHER";
            default -> route.targetType().name();
          };
      hops.add(route.state().equals("blackhole") ? "NONE" : hop);
    }
    return hops.isEmpty() ? Set.of("NONE") : hops;
  }

  private String endpointHop(String endpointId) {
    Set<String> types = new TreeSet<>();
    for (VpcEndpoint endpoint : all(VpcEndpoint.class)) {
      if (endpoint.vpcEndpointId().equals(endpointId)) {
        types.add(endpoint.vpcEndpointType());
      }
    }
    return types.size() != 1
        ? ANY
        : switch (types.iterator().next()) {
          case "Gateway" -> "GATEWAY_ENDPOINT";
          default -> "GATEWAY_LOAD_BALANCER_ENDPOINT";
        };
  }

  // ---- load balancers

  /** One way of a load balancer to a target: what it listens for, and where it sends that. */
  record Link(int protocol, int listenerPort, int targetPort) {}

  /** A load balancer of any kind. */
  record Balancer(String arn, String name, String type) {}

  /** All load balancers. */
  List<Balancer> balancers() {
    List<Balancer> found = new ArrayList<>();
    for (LoadBalancer one : all(LoadBalancer.class)) {
      String end = one.arn().replaceFirst(".*:loadbalancer/", "");
      found.add(new Balancer(one.arn(), end, one.type()));
    }
    for (ClassicLoadBalancer one : all(ClassicLoadBalancer.class)) {
      found.add(new Balancer(one.arn(), one.loadBalancerName(), "classic"));
    }
    return found;
  }

  /** A target as it was registered: which of its interfaces, and at which addresses. */
  private record Aim(
      NetworkInterface at, AddressFamily family, @Nullable BigInteger address, Three preserved) {}

  /**
   * LB-1 to LB-7: from which sources a load balancer brings its clients to an interface.
   *
   * @return by way; a way that no listener has is not among them
   */
  Map<Link, Three> balanced(
      Balancer by, NetworkInterface to, AddressFamily family, BigInteger client) {
    Map<Link, Three> links = new HashMap<>();
    if (by.type().equals("classic")) {
      for (ClassicLoadBalancer one : all(ClassicLoadBalancer.class)) {
        if (one.arn().equals(by.arn())
            && to.attachmentDeviceIndex() == 0
            && one.instanceIds().contains(to.attachmentInstanceId())) {
          for (ClassicListener listener : one.listeners()) {
            Link link = new Link(TCP, listener.loadBalancerPort(), listener.instancePort());
            Aim aim = new Aim(to, AddressFamily.IPV4, first(to, AddressFamily.IPV4), Three.NO);
            links.merge(link, through(by, aim, link, family, client), Three::or);
          }
        }
      }
      return links;
    }
    for (Listener listener : all(Listener.class)) {
      if (!listener.loadBalancerArn().equals(by.arn())) {
        continue;
      }
      Set<String> groups = new TreeSet<>(listener.targetGroupArns());
      for (ListenerRule rule : all(ListenerRule.class)) {
        if (rule.listenerArn().equals(listener.arn())) {
          groups.addAll(rule.targetGroupArns());
        }
      }
      for (TargetGroup group : all(TargetGroup.class)) {
        if (groups.contains(group.arn())) {
          for (RegisteredTarget target : all(RegisteredTarget.class)) {
            if (target.targetGroupArn().equals(group.arn())) {
              for (int protocol : protocols(listener.protocol())) {
                int port = target.port() > 0 ? target.port() : group.port();
                Link link = new Link(protocol, listener.port(), port);
                for (Aim aim : aims(by, group, target, to)) {
                  links.merge(link, through(by, aim, link, family, client), Three::or);
                }
              }
            }
          }
        }
      }
    }
    return links;
  }

  private static List<Integer> protocols(String ofListener) {
    return switch (ofListener) {
      case "HTTP", "HTTPS", "TCP", "TLS" -> List.of(TCP);
      case "UDP" -> List.of(UDP);
      case "TCP_UDP" -> List.of(TCP, UDP);
      default -> List.of();
    };
  }

  private List<Aim> aims(
      Balancer by, TargetGroup group, RegisteredTarget target, NetworkInterface to) {
    AddressFamily family =
        group.ipAddressType().equals("ipv6") ? AddressFamily.IPV6 : AddressFamily.IPV4;
    Three preserved = preserved(by, group);
    if (group.targetType().equals("instance")) {
      boolean is =
          to.attachmentDeviceIndex() == 0
              && !target.targetId().isEmpty()
              && to.attachmentInstanceId().equals(target.targetId());
      return is ? List.of(new Aim(to, family, first(to, family), preserved)) : List.of();
    }
    if (group.targetType().equals("ip") && to.vpcId().equals(group.vpcId())) {
      BigInteger wanted = SlowAddress.address(target.targetId());
      for (InterfaceAddress address : to.privateIpAddresses()) {
        BigInteger its = SlowAddress.address(address.privateIpAddress());
        if (wanted != null && !target.targetId().contains(":") && wanted.equals(its)) {
          return List.of(new Aim(to, AddressFamily.IPV4, its, preserved));
        }
      }
      for (String address : to.ipv6Addresses()) {
        BigInteger its = SlowAddress.address(address);
        if (wanted != null && target.targetId().contains(":") && wanted.equals(its)) {
          return List.of(new Aim(to, AddressFamily.IPV6, its, preserved));
        }
      }
    }
    if (group.targetType().equals("alb")) {
      for (Balancer other : balancers()) {
        if (other.arn().equals(target.targetId()) && interfaces(other).contains(to)) {
          return List.of(new Aim(to, family, first(to, family), preserved));
        }
      }
    }
    return List.of();
  }

  /** LB-4. */
  private Three preserved(Balancer by, TargetGroup group) {
    if (!by.type().equals("network")) {
      return Three.NO;
    }
    List<TargetGroupAttributes> found =
        all(TargetGroupAttributes.class).stream()
            .filter(one -> one.targetGroupArn().equals(group.arn()))
            .toList();
    if (found.size() != 1) {
      return Three.MAYBE;
    }
    String value = found.get(0).attributes().getOrDefault("preserve_client_ip.enabled", "");
    return switch (value) {
      case "true" -> Three.YES;
      case "false" -> Three.NO;
      case "" ->
          Three.of(
              !group.targetType().equals("ip")
                  || Set.of("UDP", "TCP_UDP").contains(group.protocol()));
      default -> Three.MAYBE;
    };
  }

  private static @Nullable BigInteger first(NetworkInterface of, AddressFamily family) {
    List<String> texts =
        family == AddressFamily.IPV4
            ? of.privateIpAddresses().stream().map(InterfaceAddress::privateIpAddress).toList()
            : of.ipv6Addresses();
    return texts.isEmpty() ? null : SlowAddress.address(texts.get(0));
  }

  /** The interfaces of a load balancer. */
  List<NetworkInterface> interfaces(Balancer of) {
    return all(NetworkInterface.class).stream()
        .filter(one -> one.requesterManaged() && one.description().equals("ELB " + of.name()))
        .toList();
  }

  private Three through(Balancer by, Aim aim, Link link, AddressFamily family, BigInteger client) {
    List<NetworkInterface> nodes = interfaces(by);
    Three some = gap(NetworkInterface.class) ? Three.MAYBE : Three.NO;
    for (NetworkInterface node : nodes) {
      Packet in = new Packet(family, link.protocol(), link.listenerPort(), client);
      Three front = conversation(node, in);
      if (front != Three.NO) {
        some = some.or(front.and(back(by, node, aim, link, family, client)));
      }
    }
    return some;
  }

  private Three back(
      Balancer by,
      NetworkInterface node,
      Aim aim,
      Link link,
      AddressFamily clientFamily,
      BigInteger client) {
    // across families a client's address is never preserved
    Three preserved = clientFamily == aim.family() ? aim.preserved() : Three.NO;
    BigInteger own = first(node, aim.family());
    if (!node.vpcId().equals(aim.at().vpcId())) {
      return Three.MAYBE; // how they reach each other is not known
    }
    if (own == null || aim.address() == null) {
      Three more = gap(NetworkInterfaceGroup.class) ? Three.MAYBE : Three.NO;
      Peer target = new Peer(aim.family(), aim.address(), groupsOf(aim.at()), more);
      Peer seen = new Peer(aim.family(), null, groupsOf(node), more);
      return Three.MAYBE
          .and(groups(node, true, link.protocol(), link.targetPort(), target))
          .and(groups(aim.at(), false, link.protocol(), link.targetPort(), seen));
    }
    return switch (preserved) {
      case YES -> back(by, node, aim, aim.address(), link, client, 1);
      case NO -> back(by, node, aim, aim.address(), link, own, FIRST_EPHEMERAL);
      case MAYBE ->
          Three.oneOf(
              List.of(
                  back(by, node, aim, aim.address(), link, client, 1),
                  back(by, node, aim, aim.address(), link, own, FIRST_EPHEMERAL)));
    };
  }

  private Three back(
      Balancer by,
      NetworkInterface node,
      Aim aim,
      BigInteger target,
      Link link,
      BigInteger seen,
      int firstPort) {
    AddressFamily family = aim.family();
    NetworkInterface to = aim.at();
    int protocol = link.protocol();
    int port = link.targetPort();
    Three more = gap(NetworkInterfaceGroup.class) ? Three.MAYBE : Three.NO;
    Three allowed =
        groups(node, true, protocol, port, new Peer(family, target, groupsOf(to), more))
            .and(groups(to, false, protocol, port, new Peer(family, seen, groupsOf(node), more)));
    String there = to.subnetId();
    String here = node.subnetId();
    Three leaves = acl(here, true, new Packet(family, protocol, port, target));
    if (here.equals(there) && !here.isEmpty()) {
      return by.type().equals("classic") ? allowed.and(leaves) : allowed;
    }
    return allowed
        .and(leaves)
        .and(acl(there, false, new Packet(family, protocol, port, seen)))
        .and(
            somePort(
                firstPort,
                back ->
                    acl(there, true, new Packet(family, protocol, back, seen))
                        .and(acl(here, false, new Packet(family, protocol, back, target)))));
  }
}
