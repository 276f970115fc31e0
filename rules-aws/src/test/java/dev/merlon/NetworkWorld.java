/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import dev.merlon.fact.Resource;
import dev.merlon.fact.ec2.AvailabilityZone;
import dev.merlon.fact.ec2.EgressOnlyInternetGateway;
import dev.merlon.fact.ec2.ElasticIpAddress;
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
import dev.merlon.fact.ec2.Route;
import dev.merlon.fact.ec2.RouteTable;
import dev.merlon.fact.ec2.RouteTableAssociation;
import dev.merlon.fact.ec2.RouteTarget;
import dev.merlon.fact.ec2.Subnet;
import dev.merlon.fact.ec2.TransitGatewayAttachment;
import dev.merlon.fact.ec2.TransitGatewayRouteTable;
import dev.merlon.fact.ec2.Vpc;
import dev.merlon.fact.ec2.VpcBlockPublicAccess;
import dev.merlon.fact.ec2.VpcBlockPublicAccessExclusion;
import dev.merlon.fact.ec2.VpcDnsAttributes;
import dev.merlon.fact.ec2.VpcEndpoint;
import dev.merlon.fact.ec2.VpcEndpointService;
import dev.merlon.fact.ec2.VpcEndpointServicePermission;
import dev.merlon.fact.ec2.VpcPeeringConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Two VPCs with all that decides what reaches their interfaces and what these reach: mostly as AWS
 * would have it, so that much is reachable, and now and then odd or incomplete. Its groups and
 * prefix lists are those of {@link Ec2World}, its load balancers those of {@link
 * LoadBalancingWorld}.
 */
final class NetworkWorld implements ServiceWorld {

  private static final int VPCS = 2;
  private static final int SUBNETS = 4;
  private static final int INTERFACES = 7;
  private static final int BALANCERS = 4; // the first interface of a load balancer
  private static final int OPEN_PORT_RULE = 100;
  private static final int LAST_RULE = 32767;
  private static final int EDGE_TABLE = 4;
  private static final int NAT_TABLE = 5;

  private static final List<String> BLOCKS =
      List.of(
          "0.0.0.0/0",
          "0.0.0.0/0",
          "0.0.0.0/1",
          "128.0.0.0/1",
          "48.0.0.0/4",
          "198.0.0.0/8",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "203.0.113.9/32",
          "10.0.0.0/8",
          "10.0.1.0/24",
          "10.1.0.0/16",
          "10.1.3.0/26");
  private static final List<String> BLOCKS_IPV6 =
      List.of(
          "::/0",
          "::/0",
          "2000::/3",
          "2000::/4",
          "2600:1f00::/24",
          "2001:db8::/32",
          "2001:db8:0:1::/64",
          "2001:db8:aaaa::/48",
          "fc00::/7");
  private static final List<String> MALFORMED = List.of("0.0.0.0", "1.2.3.4/33", "10.0.0/8");
  private static final List<Integer> PORTS =
      List.of(22, 53, 80, 443, 1023, 1024, 3389, 8080, 32768, 61000, 65535);
  private static final List<RouteTarget> OTHER_TARGETS =
      List.of(
          RouteTarget.OTHER,
          RouteTarget.INTERNET_GATEWAY,
          RouteTarget.INTERNET_GATEWAY,
          RouteTarget.NAT_GATEWAY,
          RouteTarget.NAT_GATEWAY,
          RouteTarget.EGRESS_ONLY_INTERNET_GATEWAY,
          RouteTarget.VPN_GATEWAY,
          RouteTarget.TRANSIT_GATEWAY,
          RouteTarget.VPC_PEERING_CONNECTION,
          RouteTarget.NETWORK_INTERFACE,
          RouteTarget.VPC_ENDPOINT,
          RouteTarget.CARRIER_GATEWAY,
          RouteTarget.LOCAL_GATEWAY,
          RouteTarget.CORE_NETWORK,
          RouteTarget.ODB_NETWORK);

  @Override
  public Set<Class<? extends Resource>> types() {
    return Set.of(
        AvailabilityZone.class,
        EgressOnlyInternetGateway.class,
        ElasticIpAddress.class,
        Instance.class,
        InternetGateway.class,
        InternetGatewayAttachment.class,
        NatGateway.class,
        NetworkAcl.class,
        NetworkAclAssociation.class,
        NetworkAclEntry.class,
        NetworkInterface.class,
        NetworkInterfaceGroup.class,
        Route.class,
        RouteTable.class,
        RouteTableAssociation.class,
        Subnet.class,
        TransitGatewayAttachment.class,
        TransitGatewayRouteTable.class,
        Vpc.class,
        VpcBlockPublicAccess.class,
        VpcBlockPublicAccessExclusion.class,
        VpcDnsAttributes.class,
        VpcEndpoint.class,
        VpcEndpointService.class,
        VpcEndpointServicePermission.class,
        VpcPeeringConnection.class);
  }

  @Override
  public void add(
      Random random,
      List<String> accounts,
      String account,
      String region,
      Consumer<Resource> facts) {
    if (!region.equals(Resource.GLOBAL)) {
      String other =
          random.nextInt(16) == 0 ? accounts.get(random.nextInt(accounts.size())) : account;
      new Place(random, accounts, account, region, facts, other, random.nextInt(12) == 0).add();
    }
  }

  /**
   * One Region of one account.
   *
   * @param sharedBy the owner of the second VPC, mostly the account itself
   * @param swapped whether each VPC has the gateway that the routes of the other one name
   */
  private record Place(
      Random random,
      List<String> accounts,
      String account,
      String region,
      Consumer<Resource> facts,
      String sharedBy,
      boolean swapped) {

    void add() {
      for (int vpc = 0; vpc < VPCS; vpc++) {
        vpc(vpc);
        gateways(vpc);
      }
      for (int subnet = 0; subnet < SUBNETS; subnet++) {
        subnet(subnet);
      }
      routeTables();
      natGateways();
      acls();
      blockPublicAccess();
      endpoints();
      neighbours();
      for (int i = 0; i < INTERFACES; i++) {
        networkInterface(i);
      }
      instances();
    }

    private <T> T one(List<T> of) {
      return of.get(random.nextInt(of.size()));
    }

    private boolean oneIn(int chances) {
      return random.nextInt(chances) == 0;
    }

    private String id(String prefix, int number) {
      return prefix + "-" + region.charAt(0) + account.charAt(0) + number;
    }

    private String arn(String kind, String id) {
      return "arn:aws:ec2:" + region + ":" + account + ":" + kind + "/" + id;
    }

    private String mostly(String usual, int chances, String... others) {
      return oneIn(chances) ? one(List.of(others)) : usual;
    }

    private String owner(int chances) {
      return oneIn(chances) ? one(accounts) : account;
    }

    private String ownerOf(int vpc) {
      return vpc == 0 ? account : sharedBy;
    }

    private void vpc(int number) {
      String vpcId = id("vpc", number);
      String block = "2001:db8:" + number + "::/56";
      if (!oneIn(16)) {
        boolean ipv6 = !oneIn(3);
        List<String> blocks = new ArrayList<>(List.of("10." + number + ".0.0/16"));
        if (oneIn(5)) {
          blocks.add("198.51.100.0/25");
        }
        if (oneIn(40)) {
          blocks.add(one(MALFORMED));
        }
        facts.accept(
            new Vpc(
                arn("vpc", vpcId),
                account,
                region,
                vpcId,
                ownerOf(number),
                oneIn(3),
                blocks,
                ipv6 ? List.of(block) : List.of(),
                ipv6 && oneIn(8) ? List.of(block) : List.of(),
                Map.of()));
      }
      if (!oneIn(8)) {
        facts.accept(
            new VpcDnsAttributes(
                arn("vpc", vpcId),
                account,
                region,
                arn("vpc", vpcId),
                vpcId,
                !oneIn(5),
                random.nextBoolean()));
      }
    }

    private void gateways(int vpc) {
      String gatewayId = id("igw", vpc);
      String arn = arn("internet-gateway", gatewayId);
      if (!oneIn(16)) {
        facts.accept(new InternetGateway(arn, account, region, gatewayId, account, Map.of()));
      }
      if (!oneIn(8)) {
        String vpcId = id("vpc", swapped ? 1 - vpc : vpc);
        facts.accept(
            new InternetGatewayAttachment(
                arn + "/" + vpcId,
                account,
                region,
                gatewayId,
                vpcId,
                mostly("available", 5, "attached", "detaching", "attaching")));
      }
      if (!oneIn(6)) {
        String egressOnly = id("eigw", vpc);
        facts.accept(
            new EgressOnlyInternetGateway(
                arn("egress-only-internet-gateway", egressOnly),
                account,
                region,
                egressOnly,
                id("vpc", oneIn(10) ? 1 - vpc : vpc),
                mostly("attached", 6, "available", "detached"),
                Map.of()));
      }
    }

    private int vpcOf(int subnet) {
      return subnet * VPCS / SUBNETS;
    }

    private void subnet(int number) {
      int vpc = vpcOf(number);
      String subnetId = id("subnet", number);
      if (!oneIn(12)) {
        facts.accept(
            new Subnet(
                arn("subnet", subnetId),
                account,
                region,
                subnetId,
                id("vpc", vpc),
                ownerOf(vpc),
                region + "a",
                "az1",
                oneIn(12) ? "" : "10." + vpc + "." + number + ".0/24",
                oneIn(3) ? List.of() : List.of("2001:db8:" + vpc + ":" + number + "::/64"),
                oneIn(3),
                oneIn(3),
                oneIn(3),
                Map.of()));
      }
      if (number == 0) {
        facts.accept(
            new AvailabilityZone(
                arn("availability-zone", region + "a"),
                account,
                region,
                region + "a",
                "az1",
                "availability-zone",
                region,
                region,
                "available",
                "opt-in-not-required"));
      }
    }

    // ---- routes

    /** A main table and another one for each VPC, one for an edge, and one for a NAT gateway. */
    private void routeTables() {
      for (int table = 0; table <= NAT_TABLE; table++) {
        int vpc = table >= EDGE_TABLE ? 0 : table % VPCS;
        String tableId = id("rtb", table);
        if (!oneIn(20)) {
          facts.accept(
              new RouteTable(
                  arn("route-table", tableId),
                  account,
                  region,
                  tableId,
                  id("vpc", vpc),
                  account,
                  Map.of()));
        }
        if (table < VPCS && !oneIn(12)) {
          association(tableId, vpc, "main", true, "", "");
        }
        routes(table, vpc);
      }
      for (int subnet = 0; subnet < SUBNETS; subnet++) {
        int vpc = vpcOf(subnet);
        if (oneIn(2)) {
          String tableId = id("rtb", oneIn(20) ? random.nextInt(9) : vpc + VPCS);
          association(tableId, vpc, "s" + subnet, false, id("subnet", subnet), "");
        }
      }
      if (oneIn(4)) {
        String gatewayId = id("igw", swapped ? 1 : 0);
        association(id("rtb", EDGE_TABLE), 0, "edge", false, "", gatewayId);
      }
      if (oneIn(2)) {
        association(id("rtb", NAT_TABLE), 0, "nat", false, "", id("nat", 2));
      }
    }

    private void association(
        String tableId, int vpc, String name, boolean main, String subnetId, String gatewayId) {
      facts.accept(
          new RouteTableAssociation(
              arn("route-table", tableId) + "/rtbassoc-" + name,
              account,
              region,
              tableId,
              id("vpc", vpc),
              main,
              subnetId,
              gatewayId));
    }

    private void routes(int table, int vpc) {
      String tableId = id("rtb", table);
      Set<String> taken = new TreeSet<>();
      if (table == EDGE_TABLE || !oneIn(30)) {
        local(tableId, "10." + vpc + ".0.0/16", taken);
      }
      if (table == EDGE_TABLE || !oneIn(3)) {
        local(tableId, "2001:db8:" + vpc + "::/56", taken);
      }
      if (table == EDGE_TABLE) {
        if (oneIn(2)) {
          String to = "10." + vpc + "." + random.nextInt(2) + ".0/24";
          route(tableId, to, one(OTHER_TARGETS), vpc, taken);
        }
        return;
      }
      if (oneIn(6)) {
        route(tableId, "0.0.0.0/1", usual(table, false), vpc, taken);
        route(tableId, "128.0.0.0/1", usual(table, false), vpc, taken);
      } else if (!oneIn(12)) {
        route(tableId, "0.0.0.0/0", usual(table, false), vpc, taken);
      }
      if (!oneIn(4)) {
        route(tableId, "::/0", usual(table, true), vpc, taken);
      }
      int many = oneIn(2) ? 0 : random.nextInt(4);
      for (int i = 0; i < many; i++) {
        route(tableId, one(oneIn(3) ? BLOCKS_IPV6 : BLOCKS), one(OTHER_TARGETS), vpc, taken);
      }
      if (oneIn(5)) {
        RouteTarget target = oneIn(3) ? one(OTHER_TARGETS) : RouteTarget.VPC_ENDPOINT;
        route(tableId, id("pl", random.nextInt(4)), target, vpc, taken);
      }
      if (oneIn(40)) {
        route(tableId, one(MALFORMED), one(OTHER_TARGETS), vpc, taken);
      }
    }

    private RouteTarget usual(int table, boolean ipv6) {
      if (table == NAT_TABLE || !oneIn(3)) {
        return RouteTarget.INTERNET_GATEWAY;
      }
      if (oneIn(2)) {
        return ipv6 ? RouteTarget.EGRESS_ONLY_INTERNET_GATEWAY : RouteTarget.NAT_GATEWAY;
      }
      return oneIn(2) ? RouteTarget.INTERNET_GATEWAY : one(OTHER_TARGETS);
    }

    private void local(String tableId, String destination, Set<String> taken) {
      add(tableId, destination, RouteTarget.LOCAL, "local", "active", "CreateRouteTable", taken);
    }

    private void route(
        String tableId, String destination, RouteTarget target, int vpc, Set<String> taken) {
      String targetId =
          switch (target) {
            case LOCAL -> "local";
            case INTERNET_GATEWAY -> id("igw", oneIn(8) ? random.nextInt(3) : vpc);
            case EGRESS_ONLY_INTERNET_GATEWAY -> id("eigw", oneIn(8) ? random.nextInt(3) : vpc);
            case NAT_GATEWAY -> id("nat", vpc + VPCS * random.nextInt(2));
            case VPN_GATEWAY -> id("vgw", 0);
            case TRANSIT_GATEWAY -> id("tgw", 0);
            case VPC_PEERING_CONNECTION -> id("pcx", 0);
            case NETWORK_INTERFACE -> id("eni", random.nextInt(INTERFACES));
            case VPC_ENDPOINT -> id("vpce", oneIn(8) ? 9 : 3 * vpc + random.nextInt(3));
            case CARRIER_GATEWAY -> id("cagw", 0);
            case LOCAL_GATEWAY -> id("lgw", 0);
            case CORE_NETWORK -> "arn:aws:networkmanager::" + account + ":core-network/core";
            case ODB_NETWORK -> "arn:aws:odb:" + region + ":" + account + ":odb-network/odb";
            case OTHER -> "";
          };
      String origin =
          !destination.startsWith("pl-") && oneIn(8) ? "EnableVgwRoutePropagation" : "CreateRoute";
      add(tableId, destination, target, targetId, mostly("active", 10, "blackhole"), origin, taken);
    }

    /** One route for each destination and kind of route, as AWS has it. */
    private void add(
        String tableId,
        String destination,
        RouteTarget target,
        String targetId,
        String state,
        String origin,
        Set<String> taken) {
      if (!taken.add(destination + origin.startsWith("Enable"))) {
        return;
      }
      boolean list = destination.startsWith("pl-");
      boolean ipv6 = destination.contains(":");
      facts.accept(
          new Route(
              arn("route-table", tableId)
                  + "/"
                  + destination
                  + (origin.startsWith("E") ? "/p" : ""),
              account,
              region,
              tableId,
              list || ipv6 ? "" : destination,
              ipv6 ? destination : "",
              list ? destination : "",
              target,
              targetId,
              state,
              origin));
    }

    /** Two in subnets, one for the whole Region, and none of the last id. */
    private void natGateways() {
      for (int number = 0; number < 3; number++) {
        if (oneIn(8)) {
          continue;
        }
        String natId = id("nat", number);
        boolean regional = number == 2;
        int subnet = (number % VPCS) * SUBNETS / VPCS + random.nextInt(SUBNETS / VPCS);
        facts.accept(
            new NatGateway(
                arn("natgateway", natId),
                account,
                region,
                natId,
                id("vpc", regional ? 0 : vpcOf(subnet)),
                regional ? "" : id("subnet", oneIn(20) ? 9 : subnet),
                mostly("public", 7, "private"),
                regional ? mostly("regional", 10, "") : mostly("zonal", 4, ""),
                mostly("available", 6, "failed", "deleted", "pending"),
                regional ? mostly(id("rtb", NAT_TABLE), 5, "", id("rtb", 8)) : "",
                List.of(
                    new NatGatewayAddress(
                        "eipalloc-" + number,
                        "",
                        "10." + vpcOf(subnet) + "." + subnet + ".5",
                        "203.0.113.99")),
                Map.of()));
      }
    }

    // ---- network ACLs

    private void acls() {
      for (int number = 0; number < 4; number++) {
        String aclId = id("acl", number);
        if (!oneIn(20)) {
          facts.accept(
              new NetworkAcl(
                  arn("network-acl", aclId),
                  account,
                  region,
                  aclId,
                  id("vpc", number % VPCS),
                  account,
                  number < VPCS,
                  Map.of()));
        }
        for (boolean egress : new boolean[] {false, true}) {
          if (number < VPCS || oneIn(4)) {
            open(aclId, egress);
          } else {
            custom(aclId, egress);
          }
        }
      }
      for (int subnet = 0; subnet < SUBNETS; subnet++) {
        if (!oneIn(16)) {
          String aclId = id("acl", oneIn(30) ? 9 : vpcOf(subnet) + (oneIn(3) ? VPCS : 0));
          facts.accept(
              new NetworkAclAssociation(
                  arn("network-acl", aclId) + "/aclassoc-" + subnet,
                  account,
                  region,
                  aclId,
                  id("subnet", subnet)));
        }
      }
    }

    private void open(String aclId, boolean egress) {
      entry(aclId, egress, OPEN_PORT_RULE, "-1", "allow", "0.0.0.0/0", -1, -1, -1, -1);
      entry(aclId, egress, LAST_RULE, "-1", "deny", "0.0.0.0/0", -1, -1, -1, -1);
      entry(aclId, egress, OPEN_PORT_RULE + 1, "-1", "allow", "::/0", -1, -1, -1, -1);
      entry(aclId, egress, LAST_RULE + 1, "-1", "deny", "::/0", -1, -1, -1, -1);
    }

    /** Numbers that do not ascend; those of AWS deny what is left, or somebody forgot to say so. */
    private void custom(String aclId, boolean egress) {
      Set<Integer> taken = new TreeSet<>();
      int many = random.nextInt(6);
      for (int i = 0; i < many; i++) {
        int number = 1 + random.nextInt(200);
        if (!taken.add(number)) {
          continue;
        }
        String protocol = one(List.of("6", "6", "6", "17", "-1", "-1", "1", "58", "47"));
        if (oneIn(30)) {
          protocol = one(List.of("tcp", "quic", "256", ""));
        }
        int from = -1;
        int to = -1;
        int type = -1;
        int code = -1;
        if (protocol.equals("6") || protocol.equals("17") || protocol.equals("tcp")) {
          if (!oneIn(4)) {
            from = oneIn(4) ? 0 : one(PORTS);
            to = oneIn(2) ? from : Math.max(from, one(PORTS));
          }
          if (oneIn(40)) {
            to = from - 1;
          }
        } else if (protocol.equals("1") || protocol.equals("58")) {
          type = one(List.of(-1, 0, 8, 128, 129, 3));
          code = type < 0 || !oneIn(3) ? -1 : random.nextInt(3);
        }
        String block = one(oneIn(3) ? BLOCKS_IPV6 : BLOCKS);
        String action = oneIn(3) ? "deny" : "allow";
        entry(
            aclId,
            egress,
            number,
            protocol,
            oneIn(60) ? "" : action,
            oneIn(40) ? one(MALFORMED) : block,
            from,
            to,
            type,
            code);
      }
      if (oneIn(2)) {
        entry(aclId, egress, 250, "-1", "allow", "0.0.0.0/0", -1, -1, -1, -1);
      }
      if (oneIn(2)) {
        entry(aclId, egress, 251, "-1", "allow", "::/0", -1, -1, -1, -1);
      }
      if (!oneIn(6)) {
        entry(aclId, egress, LAST_RULE, "-1", "deny", "0.0.0.0/0", -1, -1, -1, -1);
        entry(aclId, egress, LAST_RULE + 1, "-1", "deny", "::/0", -1, -1, -1, -1);
      }
    }

    private void entry(
        String aclId,
        boolean egress,
        int number,
        String protocol,
        String action,
        String block,
        int from,
        int to,
        int type,
        int code) {
      boolean ipv6 = block.contains(":");
      facts.accept(
          new NetworkAclEntry(
              arn("network-acl", aclId)
                  + (egress ? "/egress/" : "/ingress/")
                  + number
                  + (ipv6 ? "/ipv6" : "/ipv4"),
              account,
              region,
              aclId,
              egress,
              number,
              protocol,
              action,
              ipv6 ? "" : block,
              ipv6 ? block : "",
              from,
              to,
              type,
              code));
    }

    // ---- Block Public Access

    private void blockPublicAccess() {
      String arn = "arn:aws:ec2:" + region + ":" + account + ":vpc-block-public-access-options";
      if (!oneIn(12)) {
        facts.accept(
            new VpcBlockPublicAccess(
                arn,
                account,
                region,
                mostly("off", 5, "block-bidirectional", "block-ingress", "block-bidirectional"),
                mostly("default-state", 2, "update-complete"),
                "allowed",
                "account"));
      }
      int many = random.nextInt(4);
      for (int i = 0; i < many; i++) {
        String exclusionId = id("vpcbpa-exclude", i);
        boolean ofVpc = oneIn(2);
        facts.accept(
            new VpcBlockPublicAccessExclusion(
                arn("vpc-block-public-access-exclusion", exclusionId),
                account,
                region,
                exclusionId,
                ofVpc ? id("vpc", random.nextInt(VPCS)) : "",
                ofVpc ? "" : id("subnet", random.nextInt(SUBNETS)),
                mostly("allow-bidirectional", 2, "allow-egress"),
                mostly(
                    "create-complete",
                    3,
                    "update-complete",
                    "create-in-progress",
                    "delete-complete",
                    "delete-in-progress"),
                Map.of()));
      }
    }

    // ---- endpoints, and what else is connected

    /**
     * In each VPC a gateway endpoint, one of a Gateway Load Balancer, and an interface endpoint.
     */
    private void endpoints() {
      List<String> types = List.of("Gateway", "GatewayLoadBalancer", "Interface");
      for (int number = 0; number < VPCS * types.size(); number++) {
        if (oneIn(6)) {
          continue;
        }
        int vpc = number / types.size();
        String type = types.get(number % types.size());
        boolean gateway = type.equals("Gateway");
        String endpointId = id("vpce", number);
        String service = gateway ? one(List.of("s3", "dynamodb")) : one(List.of("sqs", "s3"));
        facts.accept(
            new VpcEndpoint(
                arn("vpc-endpoint", endpointId),
                account,
                region,
                endpointId,
                id("vpc", vpc),
                account,
                type,
                "com.amazonaws." + region + "." + service,
                mostly("available", 8, "Available", "pending"),
                oneIn(2) ? "" : "{\"Statement\":[]}",
                oneIn(2),
                "ipv4",
                gateway ? List.of(id("rtb", vpc + VPCS * random.nextInt(2))) : List.of(),
                gateway ? List.of() : List.of(id("subnet", random.nextInt(SUBNETS))),
                type.equals("Interface") ? List.of(id("sg", random.nextInt(4))) : List.of(),
                List.of(),
                Map.of()));
      }
      if (oneIn(2)) {
        String serviceId = id("vpce-svc", 0);
        String arn = arn("vpc-endpoint-service", serviceId);
        facts.accept(
            new VpcEndpointService(
                arn,
                account,
                region,
                serviceId,
                "com.amazonaws.vpce." + region + "." + serviceId,
                "Available",
                oneIn(2),
                List.of(),
                List.of(),
                Map.of()));
        String principal = one(List.of("*", "arn:aws:iam::" + one(accounts) + ":root"));
        facts.accept(
            new VpcEndpointServicePermission(
                arn + "/" + principal, account, region, arn, principal, "All"));
      }
    }

    private void neighbours() {
      if (oneIn(2)) {
        String peeringId = id("pcx", 0);
        facts.accept(
            new VpcPeeringConnection(
                arn("vpc-peering-connection", peeringId),
                account,
                region,
                peeringId,
                mostly("active", 4, "deleted", "pending-acceptance"),
                account,
                id("vpc", 0),
                region,
                List.of("10.0.0.0/16"),
                one(accounts),
                id("vpc", 1),
                region,
                List.of("10.1.0.0/16"),
                Map.of()));
      }
      if (oneIn(2)) {
        String attachmentId = id("tgw-attach", 0);
        facts.accept(
            new TransitGatewayAttachment(
                arn("transit-gateway-attachment", attachmentId),
                account,
                region,
                attachmentId,
                id("tgw", 0),
                one(accounts),
                "vpc",
                id("vpc", random.nextInt(VPCS)),
                account,
                "available",
                id("tgw-rtb", 0),
                Map.of()));
        facts.accept(
            new TransitGatewayRouteTable(
                arn("transit-gateway-route-table", id("tgw-rtb", 0)),
                account,
                region,
                id("tgw-rtb", 0),
                id("tgw", 0),
                "available",
                true,
                oneIn(2),
                Map.of()));
      }
    }

    // ---- interfaces

    /** Four of instances; the others are of the load balancers of {@link LoadBalancingWorld}. */
    private void networkInterface(int number) {
      String interfaceId = id("eni", number);
      String arn = arn("network-interface", interfaceId);
      boolean balances = number >= BALANCERS;
      int subnet =
          balances
              ? LoadBalancingWorld.vpcOf(number - BALANCERS) * SUBNETS / VPCS + random.nextInt(2)
              : random.nextInt(SUBNETS);
      int vpc = vpcOf(subnet);
      String type = balances && number == 5 ? "network_load_balancer" : "interface";
      if (!balances && oneIn(6)) {
        type = one(List.of("network_load_balancer", "vpc_endpoint", "nat_gateway"));
      }
      if (!oneIn(12)) {
        List<InterfaceAddress> addresses = new ArrayList<>();
        addresses.add(address("10." + vpc + "." + subnet + ".1" + number, 3));
        if (!balances && oneIn(4)) {
          addresses.add(address("10." + vpc + "." + subnet + ".2" + number, 2));
        }
        List<String> ipv6 = new ArrayList<>();
        if (oneIn(2)) {
          ipv6.add("2001:db8:" + vpc + ":" + subnet + "::1" + number);
        }
        if (oneIn(8)) {
          ipv6.add(one(List.of("fd00:ec2::1", "2001:db8:ffff::1", "nonsense")));
        }
        facts.accept(
            new NetworkInterface(
                arn,
                account,
                region,
                interfaceId,
                type,
                mostly("in-use", 6, "available"),
                id("vpc", vpc),
                oneIn(25) ? one(List.of("", id("subnet", 9))) : id("subnet", subnet),
                owner(20),
                balances || oneIn(3) ? "amazon-elb" : "",
                balances || type.equals("network_load_balancer") || oneIn(4),
                oneIn(4) ? "amazon-elb" : account,
                balances ? "" : id("i", number),
                oneIn(6) ? 1 : 0,
                !oneIn(6),
                oneIn(12),
                !balances && oneIn(30) ? List.of() : addresses,
                ipv6,
                oneIn(8)
                    ? List.of("2001:db8:" + vpc + ":" + subnet + ":" + number + "::/80")
                    : List.of(),
                balances ? "ELB " + LoadBalancingWorld.nameOf(number - BALANCERS) : "",
                Map.of()));
      }
      if (balances) {
        for (int group : LoadBalancingWorld.groupsOf(number - BALANCERS, region)) {
          String groupId = id("sg", group);
          facts.accept(
              new NetworkInterfaceGroup(
                  arn + "/" + groupId, account, region, interfaceId, groupId));
        }
        return;
      }
      if ((type.equals("network_load_balancer") && oneIn(2)) || oneIn(25)) {
        return;
      }
      Set<String> groups = new TreeSet<>();
      int many = 1 + random.nextInt(3);
      for (int i = 0; i < many; i++) {
        String owner = owner(10);
        int group = oneIn(30) ? 9 : random.nextInt(4);
        groups.add("sg-" + region.charAt(0) + owner.charAt(0) + group);
      }
      for (String groupId : groups) {
        facts.accept(
            new NetworkInterfaceGroup(arn + "/" + groupId, account, region, interfaceId, groupId));
      }
    }

    private InterfaceAddress address(String privateAddress, int chances) {
      return new InterfaceAddress(
          privateAddress,
          !oneIn(chances) ? "203.0.113.1" + random.nextInt(10) : "",
          oneIn(20) ? "155.146.1.1" : "");
    }

    private void instances() {
      for (int number = 0; number < 4; number++) {
        String instanceId = id("i", number);
        if (!oneIn(10)) {
          int subnet = random.nextInt(SUBNETS);
          facts.accept(
              new Instance(
                  arn("instance", instanceId),
                  account,
                  region,
                  instanceId,
                  id("vpc", vpcOf(subnet)),
                  id("subnet", subnet),
                  account,
                  mostly("running", 4, "stopped", "terminated"),
                  oneIn(2) ? "" : "arn:aws:iam::" + account + ":instance-profile/web",
                  "",
                  Map.of()));
        }
        if (oneIn(3)) {
          facts.accept(
              new ElasticIpAddress(
                  arn("elastic-ip", id("eipalloc", number)),
                  account,
                  region,
                  id("eipalloc", number),
                  "203.0.113.1" + number,
                  "",
                  oneIn(2) ? "" : id("eni", number),
                  account,
                  "",
                  Map.of()));
        }
      }
    }
  }
}
