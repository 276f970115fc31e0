/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.rules;

import com.fasterxml.jackson.databind.JsonNode;
import dev.merlon.Coverage;
import dev.merlon.Gap;
import dev.merlon.Snapshot;
import dev.merlon.fact.FactType;
import dev.merlon.fact.Resource;
import dev.merlon.fact.ec2.AvailabilityZone;
import dev.merlon.fact.ec2.EgressOnlyInternetGateway;
import dev.merlon.fact.ec2.Instance;
import dev.merlon.fact.ec2.InterfaceAddress;
import dev.merlon.fact.ec2.InternetGateway;
import dev.merlon.fact.ec2.InternetGatewayAttachment;
import dev.merlon.fact.ec2.NatGateway;
import dev.merlon.fact.ec2.NatGatewayAddress;
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
import dev.merlon.fact.ec2.TransitGatewayAttachment;
import dev.merlon.fact.ec2.Vpc;
import dev.merlon.fact.ec2.VpcBlockPublicAccess;
import dev.merlon.fact.ec2.VpcBlockPublicAccessExclusion;
import dev.merlon.fact.ec2.VpcDnsAttributes;
import dev.merlon.fact.ec2.VpcEndpoint;
import dev.merlon.fact.ec2.VpcPeeringConnection;
import dev.merlon.fact.elb.ClassicListener;
import dev.merlon.fact.elb.ClassicLoadBalancer;
import dev.merlon.fact.elb.Listener;
import dev.merlon.fact.elb.LoadBalancer;
import dev.merlon.fact.elb.LoadBalancerAttributes;
import dev.merlon.fact.elb.RegisteredTarget;
import dev.merlon.fact.elb.TargetGroup;
import dev.merlon.fact.elb.TargetGroupAttributes;
import dev.merlon.fact.net.Protocols;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The facts that collectors would have read of the network that a case describes: one account, one
 * Region, of which everything was read. What a case refers to and does not describe is a fact that
 * is missing. A key or value that is not understood here is an error, never left out.
 */
final class NetworkCaseWorld {

  private static final String ACCOUNT = "111122223333";
  private static final String REGION = "eu-west-1";
  private static final Instant TAKEN_AT = Instant.parse("2026-01-01T00:00:00Z");

  /** What AWS has prefix lists of its own for; cases call them {@code pl-s3} and so on. */
  private static final Set<String> SERVICES = Set.of("s3", "dynamodb");

  /** How the ids of targets begin. */
  private static final List<Map.Entry<String, RouteTarget>> TARGETS =
      List.of(
          Map.entry("igw-", RouteTarget.INTERNET_GATEWAY),
          Map.entry("eigw-", RouteTarget.EGRESS_ONLY_INTERNET_GATEWAY),
          Map.entry("nat-", RouteTarget.NAT_GATEWAY),
          Map.entry("vgw-", RouteTarget.VPN_GATEWAY),
          Map.entry("tgw-", RouteTarget.TRANSIT_GATEWAY),
          Map.entry("pcx-", RouteTarget.VPC_PEERING_CONNECTION),
          Map.entry("eni-", RouteTarget.NETWORK_INTERFACE),
          Map.entry("vpce-", RouteTarget.VPC_ENDPOINT),
          Map.entry("cagw-", RouteTarget.CARRIER_GATEWAY),
          Map.entry("lgw-", RouteTarget.LOCAL_GATEWAY),
          Map.entry("core-network-", RouteTarget.CORE_NETWORK),
          Map.entry("arn:aws:networkmanager:", RouteTarget.CORE_NETWORK));

  private static final String GATEWAY_ENDPOINT = "vpce-gw";

  /** A network interface, as far as others refer to it. */
  private record Interface(String id, String vpc, String subnet, String ip, String ipv6) {
    String instance() {
      return "i-" + id;
    }
  }

  private record Endpoint(String id, String vpc) {}

  private final List<Resource> facts = new ArrayList<>();
  private final List<Gap> gaps = new ArrayList<>();

  private String onlyVpc = "";
  private final Map<String, String> vpcBySubnet = new HashMap<>();
  private final Map<String, Interface> interfaces = new HashMap<>();
  private final Map<String, String> loadBalancerByInterface = new HashMap<>();
  private final Map<Endpoint, SortedSet<String>> tablesByEndpoint = new HashMap<>();

  private NetworkCaseWorld() {}

  /**
   * Makes the snapshot of a case.
   *
   * @param world its {@code world}
   * @throws IllegalArgumentException naming the first thing that is not understood
   */
  static Snapshot of(JsonNode world) {
    CaseObject given = CaseObject.of("world", world);
    NetworkCaseWorld made = new NetworkCaseWorld();
    made.addNetwork(given);
    made.addInterfaces(given);
    made.addLoadBalancers(given);
    given.finish();
    return new Snapshot(
        TAKEN_AT,
        made.facts,
        Coverage.of(
            ACCOUNT,
            REGION,
            FactType.all(NetworkCaseWorld.class.getClassLoader()).values().stream()
                .filter(type -> isOfTheNetwork(type.type()))
                .map(FactType::name)
                .toList()),
        made.gaps);
  }

  private static boolean isOfTheNetwork(Class<?> factType) {
    Package in = factType.getPackage();
    return in.equals(Vpc.class.getPackage()) || in.equals(LoadBalancer.class.getPackage());
  }

  /** The ARN of a load balancer of a case, by its id and type. */
  static String loadBalancerArn(String id, String type) {
    return elbArn("loadbalancer", loadBalancerName(id, type));
  }

  private static String loadBalancerName(String id, String type) {
    return switch (type) {
      case "application" -> "app/" + id + "/1";
      case "network" -> "net/" + id + "/1";
      default -> id;
    };
  }

  private static String elbArn(String kind, String id) {
    return "arn:aws:elasticloadbalancing:" + REGION + ":" + ACCOUNT + ":" + kind + "/" + id;
  }

  private static String arn(String kind, String id) {
    return "arn:aws:ec2:" + REGION + ":" + ACCOUNT + ":" + kind + "/" + id;
  }

  private void addGap(Class<?> factType, String arn) {
    gaps.add(new Gap(FactType.nameOf(factType), ACCOUNT, REGION, arn, "the case does not tell it"));
  }

  // ------------------------------------------------------------------------------ VPC

  private void addNetwork(CaseObject world) {
    List<CaseObject> vpcs = world.objects("vpcs");
    vpcs.forEach(this::addVpc);
    if (vpcs.size() == 1) {
      onlyVpc = vpcs.get(0).text("id");
    }
    world.objects("subnets").forEach(this::addSubnet);
    world.objects("igws").forEach(this::addInternetGateway);
    world.objects("routeTables").forEach(this::addRouteTable);
    world.objects("natGateways").forEach(this::addNatGateway);
    addNetworkAcls(world.objects("nacls"));
    world.objects("sgs").forEach(this::addGroup);
    world.objects("prefixLists").forEach(this::addPrefixList);
    tablesByEndpoint.forEach(this::addEndpoint);
    if (world.has("bpa")) {
      addBlockPublicAccess(world.object("bpa"));
    }
  }

  private void addVpc(CaseObject vpc) {
    String id = vpc.text("id");
    facts.add(
        new Vpc(
            arn("vpc", id),
            ACCOUNT,
            REGION,
            id,
            ACCOUNT,
            /* isDefault= */ false,
            vpc.texts("cidrs"),
            vpc.texts("cidrs6"),
            List.of(),
            Map.of()));
    facts.add(
        new VpcDnsAttributes(
            arn("vpc", id),
            ACCOUNT,
            REGION,
            arn("vpc", id),
            id,
            /* enableDnsSupport= */ true,
            /* enableDnsHostnames= */ true));
  }

  private void addSubnet(CaseObject subnet) {
    String id = subnet.text("id");
    String vpc = subnet.text("vpc");
    String zone = subnet.text("az", "az1");
    vpcBySubnet.put(id, vpc);
    facts.add(
        new Subnet(
            arn("subnet", id),
            ACCOUNT,
            REGION,
            id,
            vpc,
            ACCOUNT,
            zone,
            zone,
            subnet.text("cidr", ""),
            subnet.has("cidr6") ? List.of(subnet.text("cidr6")) : List.of(),
            subnet.flag("mapPublicIpOnLaunch", false),
            /* assignIpv6AddressOnCreation= */ false,
            /* defaultForAz= */ false,
            Map.of()));
    facts.add(
        new AvailabilityZone(
            arn("availability-zone", zone),
            ACCOUNT,
            REGION,
            zone,
            zone,
            "availability-zone",
            REGION,
            REGION,
            "available",
            "opt-in-not-required"));
  }

  private void addInternetGateway(CaseObject gateway) {
    String id = gateway.text("id");
    String arn = arn("internet-gateway", id);
    facts.add(new InternetGateway(arn, ACCOUNT, REGION, id, ACCOUNT, Map.of()));
    for (CaseObject attachment : gateway.objects("attachments")) {
      String vpc = attachment.text("vpc");
      String state =
          attachment.oneOf("state", "available", "attached", "attaching", "detaching", "detached");
      facts.add(new InternetGatewayAttachment(arn + "/" + vpc, ACCOUNT, REGION, id, vpc, state));
    }
  }

  private void addRouteTable(CaseObject table) {
    String id = table.text("id");
    String vpc = table.text("vpc");
    addRouteTable(id, vpc, table.objects("routes"));
    if (table.flag("main", false)) {
      addAssociation(id, vpc, /* main= */ true, "", "");
    }
    table.texts("subnets").forEach(subnet -> addAssociation(id, vpc, false, subnet, ""));
    table.texts("gateways").forEach(gateway -> addAssociation(id, vpc, false, "", gateway));
  }

  private void addRouteTable(String id, String vpc, List<CaseObject> routes) {
    facts.add(new RouteTable(arn("route-table", id), ACCOUNT, REGION, id, vpc, ACCOUNT, Map.of()));
    routes.forEach(route -> addRoute(id, vpc, route));
  }

  private void addAssociation(
      String table, String vpc, boolean main, String subnet, String gateway) {
    facts.add(
        new RouteTableAssociation(
            arn("route-table", table) + "/rtbassoc-" + (main ? "main" : subnet + gateway),
            ACCOUNT,
            REGION,
            table,
            vpc,
            main,
            subnet,
            gateway));
  }

  private void addRoute(String table, String vpc, CaseObject route) {
    String block = route.text("dst", "");
    String list = route.text("prefixList", "");
    if (block.isEmpty() == list.isEmpty()) {
      throw route.wrong("needs either \"dst\" or \"prefixList\"");
    }
    String target = route.text("target");
    RouteTarget type = targetType(target, route);
    String origin =
        switch (route.oneOf("origin", "static", "propagated")) {
          case "propagated" -> "EnableVgwRoutePropagation";
          default -> type == RouteTarget.LOCAL ? "CreateRouteTable" : "CreateRoute";
        };
    boolean ipv6 = block.contains(":");
    facts.add(
        new Route(
            arn("route-table", table) + "/" + block + list,
            ACCOUNT,
            REGION,
            table,
            ipv6 ? "" : block,
            ipv6 ? block : "",
            list,
            type,
            target,
            route.oneOf("state", "active", "blackhole"),
            origin));
    addTarget(table, vpc, type, target);
  }

  private static RouteTarget targetType(String target, CaseObject in) {
    if (target.equals("local")) {
      return RouteTarget.LOCAL;
    }
    return TARGETS.stream()
        .filter(known -> target.startsWith(known.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(() -> in.wrong("has an unknown \"target\": " + target));
  }

  /** Cases do not describe these targets; that a route leads there means that they are there. */
  private void addTarget(String table, String vpc, RouteTarget type, String target) {
    switch (type) {
      case EGRESS_ONLY_INTERNET_GATEWAY ->
          facts.add(
              new EgressOnlyInternetGateway(
                  arn("egress-only-internet-gateway", target),
                  ACCOUNT,
                  REGION,
                  target,
                  vpc,
                  "attached",
                  Map.of()));
      case VPC_ENDPOINT ->
          tablesByEndpoint
              .computeIfAbsent(new Endpoint(target, vpc), endpoint -> new TreeSet<>())
              .add(table);
      case TRANSIT_GATEWAY ->
          facts.add(
              new TransitGatewayAttachment(
                  arn("transit-gateway-attachment", target + "-" + vpc),
                  ACCOUNT,
                  REGION,
                  target + "-" + vpc,
                  target,
                  ACCOUNT,
                  "vpc",
                  vpc,
                  ACCOUNT,
                  "available",
                  "",
                  Map.of()));
      case VPC_PEERING_CONNECTION ->
          facts.add(
              new VpcPeeringConnection(
                  arn("vpc-peering-connection", target),
                  ACCOUNT,
                  REGION,
                  target,
                  "active",
                  ACCOUNT,
                  vpc,
                  REGION,
                  List.of(),
                  "444455556666",
                  "vpc-peer",
                  REGION,
                  List.of(),
                  Map.of()));
      default -> {
        // described by the case, or of no type of fact
      }
    }
  }

  private void addEndpoint(Endpoint endpoint, SortedSet<String> tables) {
    String id = endpoint.id();
    boolean gateway = id.startsWith(GATEWAY_ENDPOINT);
    String service = gateway ? id.substring(GATEWAY_ENDPOINT.length()).replaceFirst("^-", "") : "";
    facts.add(
        new VpcEndpoint(
            arn("vpc-endpoint", id),
            ACCOUNT,
            REGION,
            id,
            endpoint.vpc(),
            ACCOUNT,
            gateway ? "Gateway" : "GatewayLoadBalancer",
            gateway ? serviceName(service) : "com.amazonaws.vpce." + REGION + ".vpce-svc-" + id,
            "available",
            "",
            /* privateDnsEnabled= */ false,
            "ipv4",
            gateway ? List.copyOf(tables) : List.of(),
            List.of(),
            List.of(),
            List.of(),
            Map.of()));
  }

  private static String serviceName(String service) {
    return "com.amazonaws." + REGION + "." + service;
  }

  private void addNatGateway(CaseObject gateway) {
    String id = gateway.text("id");
    String subnet = gateway.text("subnet", "");
    String vpc = gateway.text("vpc", vpcBySubnet.getOrDefault(subnet, ""));
    String mode = gateway.oneOf("mode", "zonal", "regional");
    String publicIp = gateway.text("publicIp", "");
    String privateIp = gateway.text("privateIp", "");
    String table = mode.equals("regional") ? "rtb-" + id : "";
    facts.add(
        new NatGateway(
            arn("natgateway", id),
            ACCOUNT,
            REGION,
            id,
            vpc,
            subnet,
            gateway.oneOf("connectivity", "public", "private"),
            mode,
            gateway.oneOf("state", "available", "pending", "failed", "deleting", "deleted"),
            table,
            privateIp.isEmpty() && publicIp.isEmpty()
                ? List.of()
                : List.of(
                    new NatGatewayAddress(
                        publicIp.isEmpty() ? "" : "eipalloc-" + id, "", privateIp, publicIp)),
            Map.of()));
    if (gateway.has("routes")) {
      if (table.isEmpty()) {
        throw gateway.wrong("has \"routes\", which only a regional one has");
      }
      addRouteTable(table, vpc, gateway.objects("routes"));
      addAssociation(table, vpc, /* main= */ false, "", id);
    }
  }

  private void addNetworkAcls(List<CaseObject> acls) {
    Set<String> taken = new HashSet<>();
    acls.forEach(acl -> taken.addAll(acl.texts("subnets")));
    for (CaseObject acl : acls) {
      String id = acl.text("id");
      String vpc = acl.text("vpc");
      boolean isDefault = acl.flag("default", false);
      facts.add(
          new NetworkAcl(
              arn("network-acl", id), ACCOUNT, REGION, id, vpc, ACCOUNT, isDefault, Map.of()));
      Set<String> subnets = new TreeSet<>(acl.texts("subnets"));
      if (isDefault) {
        // AWS lists them, cases do not
        vpcBySubnet.forEach(
            (subnet, in) -> {
              if (in.equals(vpc) && !taken.contains(subnet)) {
                subnets.add(subnet);
              }
            });
      }
      for (String subnet : subnets) {
        facts.add(
            new NetworkAclAssociation(
                arn("network-acl", id) + "/aclassoc-" + subnet, ACCOUNT, REGION, id, subnet));
      }
      acl.objects("entries").forEach(entry -> addEntry(id, entry));
    }
  }

  private void addEntry(String acl, CaseObject entry) {
    String block = entry.text("cidr", "");
    String block6 = entry.text("cidr6", "");
    if (block.isEmpty() == block6.isEmpty()) {
      throw entry.wrong("needs either \"cidr\" or \"cidr6\"");
    }
    int number = entry.number("n");
    boolean egress = entry.flag("egress", false);
    String protocol = entry.text("proto");
    boolean icmp = isIcmp(protocol, entry);
    int from = entry.number("from", -1);
    int to = entry.number("to", -1);
    int icmpType = icmp ? from : -1;
    int icmpCode = icmp ? to : -1;
    if (icmp && entry.has("icmp")) {
      List<Integer> icmpTypeCode = entry.numbers("icmp", "type", "code");
      icmpType = icmpTypeCode.get(0);
      icmpCode = icmpTypeCode.get(1);
    }
    facts.add(
        new NetworkAclEntry(
            arn("network-acl", acl)
                + (egress ? "/egress/" : "/ingress/")
                + number
                + (block.isEmpty() ? "/ipv6" : "/ipv4"),
            ACCOUNT,
            REGION,
            acl,
            egress,
            number,
            Integer.toString(Protocols.parse(protocol).getAsInt()),
            entry.oneOf("action", "allow", "deny"),
            block,
            block6,
            icmp ? -1 : from,
            icmp ? -1 : to,
            entry.number("icmpType", icmpType),
            entry.number("icmpCode", icmpCode)));
  }

  private static boolean isIcmp(String protocol, CaseObject in) {
    OptionalInt number = Protocols.parse(protocol);
    if (number.isEmpty()) {
      throw in.wrong("has an unknown \"proto\": " + protocol);
    }
    return number.getAsInt() == Protocols.ICMP || number.getAsInt() == Protocols.ICMPV6;
  }

  private void addGroup(CaseObject group) {
    String id = group.text("id");
    facts.add(
        new SecurityGroup(
            arn("security-group", id),
            ACCOUNT,
            REGION,
            id,
            id,
            "",
            group.text("vpc", ""),
            ACCOUNT,
            Map.of()));
    addRules(id, /* egress= */ false, group.objects("ingress"));
    addRules(id, /* egress= */ true, group.objects("egress"));
  }

  private void addRules(String group, boolean egress, List<CaseObject> rules) {
    for (int i = 0; i < rules.size(); i++) {
      CaseObject rule = rules.get(i);
      String id = "sgr-" + group + (egress ? "-out-" : "-in-") + i;
      String protocol = rule.text("proto");
      boolean ports = hasPorts(protocol, rule);
      int from = rule.number("from", ports ? 0 : -1);
      int to = rule.number("to", ports ? 65_535 : -1);
      List<SecurityGroupRule> made = new ArrayList<>();
      rule.texts("cidrs")
          .forEach(peer -> made.add(rule(id, group, egress, protocol, from, to, peer, "", "", "")));
      rule.texts("cidrs6")
          .forEach(peer -> made.add(rule(id, group, egress, protocol, from, to, "", peer, "", "")));
      rule.texts("prefixLists")
          .forEach(peer -> made.add(rule(id, group, egress, protocol, from, to, "", "", peer, "")));
      rule.texts("sgs")
          .forEach(peer -> made.add(rule(id, group, egress, protocol, from, to, "", "", "", peer)));
      if (made.isEmpty()) {
        throw rule.wrong("names nobody in \"cidrs\", \"cidrs6\", \"prefixLists\" or \"sgs\"");
      }
      facts.addAll(made);
    }
  }

  private static boolean hasPorts(String protocol, CaseObject in) {
    isIcmp(protocol, in);
    int number = Protocols.parse(protocol).getAsInt();
    return number == Protocols.TCP || number == Protocols.UDP;
  }

  private static SecurityGroupRule rule(
      String id,
      String group,
      boolean egress,
      String protocol,
      int from,
      int to,
      String cidr,
      String cidr6,
      String prefixList,
      String referenced) {
    String unique = id + "-" + cidr + cidr6 + prefixList + referenced;
    return new SecurityGroupRule(
        arn("security-group-rule", unique),
        ACCOUNT,
        REGION,
        unique,
        group,
        egress,
        protocol,
        from,
        to,
        cidr,
        cidr6,
        prefixList,
        referenced,
        "");
  }

  private void addPrefixList(CaseObject list) {
    String id = list.text("id");
    String arn = arn("prefix-list", id);
    String service = id.replaceFirst("^pl-", "");
    boolean ofAws = SERVICES.contains(service);
    List<String> entries = list.texts("entries");
    facts.add(
        new PrefixList(
            arn,
            ACCOUNT,
            REGION,
            id,
            ofAws ? serviceName(service) : service,
            ofAws ? "AWS" : ACCOUNT,
            !entries.isEmpty() && entries.stream().allMatch(entry -> entry.contains(":"))
                ? "IPv6"
                : "IPv4",
            Map.of()));
    entries.forEach(
        entry ->
            facts.add(new PrefixListEntry(arn + "/" + entry, ACCOUNT, REGION, arn, entry, "")));
    if (!list.has("entries")) {
      addGap(PrefixListEntry.class, arn);
    }
  }

  /** A mode that is null was not collected, and the fact is not there. */
  private void addBlockPublicAccess(CaseObject blocking) {
    if (blocking.has("mode")) {
      facts.add(
          new VpcBlockPublicAccess(
              arn("vpc-block-public-access", "options"),
              ACCOUNT,
              REGION,
              blocking.oneOf("mode", "off", "block-bidirectional", "block-ingress"),
              "update-complete",
              "allowed",
              "account"));
    }
    List<CaseObject> exclusions = blocking.objects("exclusions");
    for (int i = 0; i < exclusions.size(); i++) {
      CaseObject exclusion = exclusions.get(i);
      String id = "vpcbpa-exclude-" + i;
      String vpc = exclusion.text("vpc", "");
      String subnet = exclusion.text("subnet", "");
      if (vpc.isEmpty() == subnet.isEmpty()) {
        throw exclusion.wrong("needs either \"vpc\" or \"subnet\"");
      }
      facts.add(
          new VpcBlockPublicAccessExclusion(
              arn("vpc-block-public-access-exclusion", id),
              ACCOUNT,
              REGION,
              id,
              vpc,
              subnet,
              exclusion.oneOf("mode", "allow-bidirectional", "allow-egress"),
              exclusion.text("state", "create-complete"),
              Map.of()));
    }
  }

  // ------------------------------------------------------------------------------ interfaces

  private void addInterfaces(CaseObject world) {
    for (CaseObject balancer : world.objects("loadBalancers")) {
      String name = loadBalancerName(balancer.text("id"), type(balancer));
      balancer.texts("enis").forEach(id -> loadBalancerByInterface.put(id, name));
    }
    world.objects("enis").forEach(this::addInterface);
  }

  private static String type(CaseObject loadBalancer) {
    return loadBalancer.oneOf("type", "application", "network", "classic");
  }

  private void addInterface(CaseObject given) {
    String id = given.text("id");
    String subnet = given.text("subnet");
    List<InterfaceAddress> addresses = new ArrayList<>();
    for (CaseObject address : given.objects("privateIps")) {
      addresses.add(
          new InterfaceAddress(
              address.text("ip"), address.text("publicIp", ""), address.text("carrierIp", "")));
    }
    List<String> ipv6 = given.texts("ipv6");
    Interface known =
        new Interface(
            id,
            given.text("vpc", vpcBySubnet.getOrDefault(subnet, onlyVpc)),
            subnet,
            addresses.isEmpty() ? "" : addresses.get(0).privateIpAddress(),
            ipv6.isEmpty() ? "" : ipv6.get(0));
    interfaces.put(id, known);
    String balancer = loadBalancerByInterface.getOrDefault(id, "");
    boolean ofLoadBalancer = !balancer.isEmpty();
    facts.add(
        new NetworkInterface(
            arn("network-interface", id),
            ACCOUNT,
            REGION,
            id,
            balancer.startsWith("net/") ? "network_load_balancer" : "interface",
            "in-use",
            known.vpc(),
            subnet,
            ACCOUNT,
            ofLoadBalancer ? "amazon-elb" : "",
            ofLoadBalancer,
            ofLoadBalancer ? "amazon-elb" : ACCOUNT,
            ofLoadBalancer ? "" : known.instance(),
            0,
            given.flag("sourceDestCheck", true),
            given.flag("denyAllIgwTraffic", false),
            addresses,
            ipv6,
            given.texts("ipv6Prefixes"),
            ofLoadBalancer ? "ELB " + balancer : "",
            Map.of()));
    for (String group : given.texts("sgs")) {
      facts.add(
          new NetworkInterfaceGroup(
              arn("network-interface", id) + "/" + group, ACCOUNT, REGION, id, group));
    }
    if (!ofLoadBalancer) {
      facts.add(
          new Instance(
              arn("instance", known.instance()),
              ACCOUNT,
              REGION,
              known.instance(),
              known.vpc(),
              subnet,
              ACCOUNT,
              "running",
              "",
              "",
              Map.of()));
    }
  }

  // ------------------------------------------------------------------------------ load balancers

  private void addLoadBalancers(CaseObject world) {
    Map<String, CaseObject> groups = new HashMap<>();
    Map<String, List<CaseObject>> targets = new HashMap<>();
    for (CaseObject group : world.objects("targetGroups")) {
      groups.put(group.text("id"), group);
      targets.put(group.text("id"), group.objects("targets"));
    }
    SortedMap<String, SortedSet<String>> balancersByGroup = new TreeMap<>();
    Set<String> ofClassic = new HashSet<>();
    for (CaseObject balancer : world.objects("loadBalancers")) {
      String type = type(balancer);
      String id = balancer.text("id");
      String arn = loadBalancerArn(id, type);
      List<Interface> nodes =
          balancer.texts("enis").stream()
              .filter(interfaces::containsKey)
              .map(interfaces::get)
              .toList();
      List<String> subnets = nodes.stream().map(Interface::subnet).distinct().toList();
      String vpc = nodes.stream().map(Interface::vpc).findFirst().orElse("");
      String scheme = balancer.oneOf("scheme", "internet-facing", "internal");
      List<CaseObject> listeners = balancer.objects("listeners");
      if (type.equals("classic")) {
        SortedSet<String> instances = new TreeSet<>();
        List<ClassicListener> classic = new ArrayList<>();
        for (CaseObject listener : listeners) {
          String groupId = listener.text("targetGroup");
          CaseObject group = group(groupId, groups, listener);
          if (group.flag("preserveClientIp", false)
              || !group.oneOf("type", "instance", "ip").equals("instance")) {
            throw group.wrong("is not of a kind that a Classic Load Balancer can do");
          }
          ofClassic.add(groupId);
          classic.add(
              new ClassicListener(
                  protocol(listener),
                  listener.number("port"),
                  protocol(group),
                  group.number("port")));
          for (CaseObject target : targets.getOrDefault(groupId, List.of())) {
            instances.add(node(target.text("eni"), target).instance());
          }
        }
        facts.add(
            new ClassicLoadBalancer(
                arn,
                ACCOUNT,
                REGION,
                id,
                scheme,
                vpc,
                subnets,
                balancer.texts("sgs"),
                List.copyOf(instances),
                classic));
      } else {
        facts.add(
            new LoadBalancer(
                arn,
                ACCOUNT,
                REGION,
                id,
                type,
                scheme,
                vpc,
                balancer.oneOf(
                    "ipAddressType",
                    nodes.stream().allMatch(node -> node.ipv6().isEmpty()) ? "ipv4" : "dualstack",
                    "ipv4",
                    "dualstack",
                    "dualstack-without-public-ipv4"),
                "active",
                subnets,
                balancer.texts("sgs")));
        facts.add(new LoadBalancerAttributes(arn, ACCOUNT, REGION, arn, Map.of()));
        for (CaseObject listener : listeners) {
          String groupId = listener.text("targetGroup");
          balancersByGroup.computeIfAbsent(groupId, group -> new TreeSet<>()).add(arn);
          int port = listener.number("port");
          facts.add(
              new Listener(
                  elbArn("listener", loadBalancerName(id, type) + "/" + port),
                  ACCOUNT,
                  REGION,
                  arn,
                  protocol(listener),
                  port,
                  List.of(groupArn(groupId))));
        }
      }
    }
    groups.forEach(
        (id, group) -> {
          SortedSet<String> balancers = balancersByGroup.getOrDefault(id, new TreeSet<>());
          if (!ofClassic.contains(id) || !balancers.isEmpty()) {
            List<CaseObject> registered = targets.getOrDefault(id, List.of());
            addTargetGroup(id, group, registered, List.copyOf(balancers));
          }
        });
  }

  private static CaseObject group(String id, Map<String, CaseObject> groups, CaseObject in) {
    CaseObject group = groups.get(id);
    if (group == null) {
      throw in.wrong("has an unknown \"targetGroup\": " + id);
    }
    return group;
  }

  private Interface node(String id, CaseObject in) {
    Interface node = interfaces.get(id);
    if (node == null) {
      throw in.wrong("has an unknown \"eni\": " + id);
    }
    return node;
  }

  private static String groupArn(String id) {
    return elbArn("targetgroup", id + "/1");
  }

  private static String protocol(CaseObject in) {
    in.text("proto");
    return in.oneOf("proto", "HTTP", "HTTPS", "TCP", "TLS", "UDP", "TCP_UDP", "SSL");
  }

  private void addTargetGroup(
      String id, CaseObject group, List<CaseObject> targets, List<String> balancers) {
    String arn = groupArn(id);
    String type = group.oneOf("type", "instance", "ip");
    String family = group.oneOf("ipAddressType", "ipv4", "ipv6");
    int port = group.number("port");
    String vpc = "";
    for (CaseObject target : targets) {
      String targetId = target.text("ip", "");
      if (targetId.isEmpty()) {
        Interface node = node(target.text("eni"), target);
        vpc = node.vpc();
        targetId =
            type.equals("instance")
                ? node.instance()
                : family.equals("ipv6") ? node.ipv6() : node.ip();
      }
      int targetPort = target.number("port", port);
      facts.add(
          new RegisteredTarget(
              arn + "/" + targetId + "/" + targetPort,
              ACCOUNT,
              REGION,
              arn,
              targetId,
              targetPort,
              "",
              "healthy"));
    }
    facts.add(
        new TargetGroup(
            arn, ACCOUNT, REGION, id, protocol(group), port, type, family, vpc, balancers));
    if (group.has("preserveClientIp")) {
      facts.add(
          new TargetGroupAttributes(
              arn,
              ACCOUNT,
              REGION,
              arn,
              Map.of(
                  "preserve_client_ip.enabled",
                  Boolean.toString(group.flag("preserveClientIp", false)))));
    } else {
      addGap(TargetGroupAttributes.class, arn);
    }
  }
}
