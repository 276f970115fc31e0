/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.rules;

import dev.merlon.Coverage;
import dev.merlon.Snapshot;
import dev.merlon.fact.Resource;
import dev.merlon.fact.ec2.InterfaceAddress;
import dev.merlon.fact.ec2.InternetGateway;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes the network of one large account: VPCs of ten subnets with route tables, network ACLs and
 * groups of their own. Rules and routes are random, and so nastier than those that people write;
 * which groups an interface has depends on its subnet, as it does where people work.
 *
 * @param interfaces how many interfaces there are, evenly in the subnets
 * @param subnets how many subnets; a VPC has ten
 * @param tables how many route tables of some 22 routes, the first of each VPC being its main one
 * @param acls how many network ACLs of 13 rules in and 9 out
 * @param groups how many security groups of 1 to 30 rules
 * @param setsPerSubnet how many sets of 1 to 3 groups the interfaces of a subnet choose from
 * @param publicPercent how many in a hundred interfaces have a public IPv4 address
 * @param ipv6Percent how many in a hundred interfaces have an IPv6 address
 */
record LargeNetwork(
    int interfaces,
    int subnets,
    int tables,
    int acls,
    int groups,
    int setsPerSubnet,
    int publicPercent,
    int ipv6Percent) {

  private static final String ACCOUNT = "123456789012";
  private static final String REGION = "eu-west-1";
  private static final int SUBNETS_PER_VPC = 10;
  private static final int ROUTES = 20; // beside the local and the default ones
  private static final int ENTRIES_IN = 13;
  private static final int ENTRIES_OUT = 9;
  private static final int LISTS = 20;

  /** The network that performance is promised for, with this many interfaces. */
  static LargeNetwork of(int interfaces) {
    return new LargeNetwork(interfaces, 2000, 600, 300, 4000, 5, 20, 5);
  }

  /** The same in small: everything is in proportion to the interfaces. */
  static LargeNetwork inProportion(int interfaces) {
    int share = 100_000 / interfaces;
    return new LargeNetwork(
        interfaces, 2000 / share, 600 / share, 300 / share, 4000 / share, 5, 20, 5);
  }

  private int vpcs() {
    return subnets / SUBNETS_PER_VPC;
  }

  /**
   * Makes the snapshot: the same seed, the same snapshot.
   *
   * @param read the names of the fact types that count as read, whether there are any or not
   */
  Snapshot snapshot(long seed, Collection<String> read) {
    List<Resource> facts = new ArrayList<>(4 * interfaces);
    new Maker(this, new Random(seed), facts).make();
    List<String> types = List.copyOf(read);
    return new Snapshot(
        Instant.EPOCH,
        facts,
        new Coverage(
            List.of(
                new Coverage.Area(ACCOUNT, REGION, types),
                new Coverage.Area(ACCOUNT, Resource.GLOBAL, types))),
        List.of());
  }

  private record Maker(LargeNetwork size, Random random, List<Resource> facts) {

    void make() {
      for (int vpc = 0; vpc < size.vpcs(); vpc++) {
        vpc(vpc);
      }
      facts.add(
          new VpcBlockPublicAccess(
              arn("vpc-block-public-access-options", "1"),
              ACCOUNT,
              REGION,
              "off",
              "default-state",
              "allowed",
              "account"));
      for (int list = 0; list < LISTS; list++) {
        prefixList(list);
      }
      for (int table = 0; table < size.tables; table++) {
        table(table);
      }
      for (int acl = 0; acl < size.acls; acl++) {
        acl(acl);
      }
      for (int group = 0; group < size.groups; group++) {
        group(group);
      }
      for (int subnet = 0; subnet < size.subnets; subnet++) {
        subnet(subnet);
      }
    }

    private boolean percent(int chances) {
      return random.nextInt(100) < chances;
    }

    private static String arn(String kind, String id) {
      return "arn:aws:ec2:" + REGION + ":" + ACCOUNT + ":" + kind + "/" + id;
    }

    private static String vpcBlock(int vpc) {
      return "10." + vpc % 256 + ".0.0/16";
    }

    private static String vpcBlockIpv6(int vpc) {
      return "2001:db8:" + Integer.toHexString(vpc) + "::/48";
    }

    /** A block that begins anywhere and is of any length from 8 on. */
    private String block() {
      int length = 8 + random.nextInt(25);
      return random.nextInt(224)
          + "."
          + random.nextInt(256)
          + "."
          + random.nextInt(256)
          + "."
          + random.nextInt(256)
          + "/"
          + length;
    }

    private String blockIpv6() {
      return "2a00:"
          + Integer.toHexString(random.nextInt(65536))
          + "::/"
          + (20 + random.nextInt(30));
    }

    private void vpc(int vpc) {
      String vpcId = "vpc-" + vpc;
      String gateway = "igw-" + vpc;
      facts.add(
          new Vpc(
              arn("vpc", vpcId),
              ACCOUNT,
              REGION,
              vpcId,
              ACCOUNT,
              false,
              List.of(vpcBlock(vpc)),
              List.of(vpcBlockIpv6(vpc)),
              List.of(),
              Map.of()));
      facts.add(
          new InternetGateway(
              arn("internet-gateway", gateway), ACCOUNT, REGION, gateway, ACCOUNT, Map.of()));
      facts.add(
          new InternetGatewayAttachment(
              arn("internet-gateway", gateway) + "/" + vpcId,
              ACCOUNT,
              REGION,
              gateway,
              vpcId,
              "available"));
      facts.add(
          new NatGateway(
              arn("natgateway", "nat-" + vpc),
              ACCOUNT,
              REGION,
              "nat-" + vpc,
              vpcId,
              "subnet-" + vpc * SUBNETS_PER_VPC,
              "public",
              "zonal",
              "available",
              "",
              List.of(),
              Map.of()));
    }

    private void prefixList(int list) {
      String id = "pl-" + list;
      String arn = arn("prefix-list", id);
      facts.add(
          new PrefixList(arn, ACCOUNT, REGION, id, "list " + list, ACCOUNT, "IPv4", Map.of()));
      for (int i = 0; i < 10; i++) {
        facts.add(new PrefixListEntry(arn + "/" + i, ACCOUNT, REGION, arn, block(), ""));
      }
    }

    private void table(int table) {
      int vpc = table % size.vpcs();
      String id = "rtb-" + table;
      facts.add(
          new RouteTable(
              arn("route-table", id), ACCOUNT, REGION, id, "vpc-" + vpc, ACCOUNT, Map.of()));
      if (table < size.vpcs()) {
        association(id, vpc, "main", true, "");
      }
      route(id, vpcBlock(vpc), RouteTarget.LOCAL, "local");
      route(id, vpcBlockIpv6(vpc), RouteTarget.LOCAL, "local");
      boolean open = percent(60);
      route(
          id,
          "0.0.0.0/0",
          open ? RouteTarget.INTERNET_GATEWAY : RouteTarget.NAT_GATEWAY,
          (open ? "igw-" : "nat-") + vpc);
      if (open) {
        route(id, "::/0", RouteTarget.INTERNET_GATEWAY, "igw-" + vpc);
      }
      for (int i = 0; i < ROUTES; i++) {
        RouteTarget target =
            List.of(
                    RouteTarget.TRANSIT_GATEWAY,
                    RouteTarget.VPC_PEERING_CONNECTION,
                    RouteTarget.VPN_GATEWAY,
                    RouteTarget.INTERNET_GATEWAY)
                .get(random.nextInt(4));
        String id2 = target == RouteTarget.INTERNET_GATEWAY ? "igw-" + vpc : "other-" + i;
        route(id, block(), target, id2);
      }
    }

    private void association(String table, int vpc, String name, boolean main, String subnet) {
      facts.add(
          new RouteTableAssociation(
              arn("route-table", table) + "/" + name,
              ACCOUNT,
              REGION,
              table,
              "vpc-" + vpc,
              main,
              subnet,
              ""));
    }

    private void route(String table, String to, RouteTarget target, String targetId) {
      boolean ipv6 = to.contains(":");
      facts.add(
          new Route(
              arn("route-table", table) + "/" + to,
              ACCOUNT,
              REGION,
              table,
              ipv6 ? "" : to,
              ipv6 ? to : "",
              "",
              target,
              targetId,
              "active",
              target == RouteTarget.LOCAL ? "CreateRouteTable" : "CreateRoute"));
    }

    private void acl(int acl) {
      String id = "acl-" + acl;
      facts.add(
          new NetworkAcl(
              arn("network-acl", id),
              ACCOUNT,
              REGION,
              id,
              "vpc-" + acl % size.vpcs(),
              ACCOUNT,
              acl < size.vpcs(),
              Map.of()));
      entries(id, false, ENTRIES_IN);
      entries(id, true, ENTRIES_OUT);
    }

    /** Some that are random, then what lets IPv4 and IPv6 through, and what denies the rest. */
    private void entries(String acl, boolean egress, int many) {
      for (int i = 0; i < many - 4; i++) {
        int port = egress ? 1024 * random.nextInt(32) : random.nextInt(10000);
        entry(acl, egress, 10 + i, "6", percent(50), block(), port, port + random.nextInt(2000));
      }
      entry(acl, egress, 100, "-1", true, "0.0.0.0/0", -1, -1);
      entry(acl, egress, 101, "-1", true, "::/0", -1, -1);
      entry(acl, egress, 32767, "-1", false, "0.0.0.0/0", -1, -1);
      entry(acl, egress, 32768, "-1", false, "::/0", -1, -1);
    }

    private void entry(
        String acl,
        boolean egress,
        int number,
        String protocol,
        boolean allow,
        String block,
        int from,
        int to) {
      boolean ipv6 = block.contains(":");
      facts.add(
          new NetworkAclEntry(
              arn("network-acl", acl) + "/" + egress + "/" + number,
              ACCOUNT,
              REGION,
              acl,
              egress,
              number,
              protocol,
              allow ? "allow" : "deny",
              ipv6 ? "" : block,
              ipv6 ? block : "",
              from,
              to,
              -1,
              -1));
    }

    private void group(int group) {
      String id = "sg-" + group;
      facts.add(
          new SecurityGroup(
              arn("security-group", id),
              ACCOUNT,
              REGION,
              id,
              "group " + group,
              "",
              "vpc-" + group % size.vpcs(),
              ACCOUNT,
              Map.of()));
      rule(id, 0, true, "-1", -1, -1, "0.0.0.0/0", "", "", "");
      int many = 1 + random.nextInt(30);
      for (int i = 1; i < many; i++) {
        int from =
            percent(50) ? List.of(22, 80, 443, 3389).get(random.nextInt(4)) : random.nextInt(60000);
        int to = percent(50) ? from : from + random.nextInt(2000);
        String protocol = percent(85) ? "tcp" : "udp";
        int source = random.nextInt(100);
        rule(
            id,
            i,
            percent(5),
            protocol,
            from,
            to,
            source < 3 ? "0.0.0.0/0" : source < 75 ? block() : "",
            source >= 75 && source < 85 ? blockIpv6() : "",
            source >= 85 && source < 90 ? "pl-" + random.nextInt(LISTS) : "",
            source >= 90 ? "sg-" + random.nextInt(size.groups) : "");
      }
    }

    private void rule(
        String group,
        int number,
        boolean egress,
        String protocol,
        int from,
        int to,
        String ipv4,
        String ipv6,
        String list,
        String referenced) {
      String id = "sgr-" + group + "-" + number;
      facts.add(
          new SecurityGroupRule(
              arn("security-group-rule", id),
              ACCOUNT,
              REGION,
              id,
              group,
              egress,
              protocol,
              from,
              to,
              ipv4,
              ipv6,
              list,
              referenced,
              ""));
    }

    private void subnet(int subnet) {
      int vpc = subnet / SUBNETS_PER_VPC;
      String id = "subnet-" + subnet;
      facts.add(
          new Subnet(
              arn("subnet", id),
              ACCOUNT,
              REGION,
              id,
              "vpc-" + vpc,
              ACCOUNT,
              REGION + "a",
              "az1",
              "10." + vpc % 256 + "." + subnet % SUBNETS_PER_VPC + ".0/24",
              List.of(),
              false,
              false,
              false,
              Map.of()));
      int tablesPerVpc = size.tables / size.vpcs();
      int table = vpc + size.vpcs() * random.nextInt(tablesPerVpc);
      if (table >= size.vpcs()) {
        association("rtb-" + table, vpc, "a-" + subnet, false, id);
      }
      int acl = vpc + size.vpcs() < size.acls && percent(50) ? vpc + size.vpcs() : vpc;
      facts.add(
          new NetworkAclAssociation(
              arn("network-acl", "acl-" + acl) + "/" + subnet, ACCOUNT, REGION, "acl-" + acl, id));
      List<Set<String>> sets = new ArrayList<>();
      for (int i = 0; i < size.setsPerSubnet; i++) {
        Set<String> set = new TreeSet<>();
        int many = 1 + random.nextInt(3);
        int perVpc = size.groups / size.vpcs();
        while (set.size() < many) {
          set.add("sg-" + (vpc + size.vpcs() * random.nextInt(perVpc)));
        }
        sets.add(set);
      }
      int many = size.interfaces / size.subnets;
      for (int i = 0; i < many; i++) {
        networkInterface(subnet * many + i, subnet, vpc, i, sets.get(random.nextInt(sets.size())));
      }
    }

    private void networkInterface(
        int number, int subnet, int vpc, int place, Set<String> groupIds) {
      String id = "eni-" + number;
      String arn = arn("network-interface", id);
      String address = "10." + vpc % 256 + "." + subnet % SUBNETS_PER_VPC + "." + (4 + place % 250);
      String publicAddress =
          percent(size.publicPercent)
              ? "52." + (number >> 16) % 256 + "." + (number >> 8) % 256 + "." + number % 256
              : "";
      facts.add(
          new NetworkInterface(
              arn,
              ACCOUNT,
              REGION,
              id,
              "interface",
              "in-use",
              "vpc-" + vpc,
              "subnet-" + subnet,
              ACCOUNT,
              "",
              false,
              ACCOUNT,
              "i-" + number,
              0,
              true,
              false,
              List.of(new InterfaceAddress(address, publicAddress, "")),
              percent(size.ipv6Percent)
                  ? List.of("2001:db8:" + Integer.toHexString(vpc) + "::" + (number & 0xfff))
                  : List.of(),
              List.of(),
              "",
              Map.of()));
      for (String group : groupIds) {
        facts.add(new NetworkInterfaceGroup(arn + "/" + group, ACCOUNT, REGION, id, group));
      }
    }
  }
}
