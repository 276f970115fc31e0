/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import dev.merlon.fact.ec2.EgressOnlyInternetGateway;
import dev.merlon.fact.ec2.InterfaceAddress;
import dev.merlon.fact.ec2.InternetGatewayAttachment;
import dev.merlon.fact.ec2.NatGateway;
import dev.merlon.fact.ec2.NetworkAcl;
import dev.merlon.fact.ec2.NetworkAclAssociation;
import dev.merlon.fact.ec2.NetworkAclEntry;
import dev.merlon.fact.ec2.NetworkInterface;
import dev.merlon.fact.ec2.NetworkInterfaceGroup;
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
import dev.merlon.fact.net.Cidr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One interface in one subnet, open to the internet but for what a test changes. */
final class NetworkWorld {

  static final String ACCOUNT = "1";
  static final String REGION = "r";

  List<String> routes = List.of("0.0.0.0/0 INTERNET_GATEWAY igw-1 active");
  List<String> entries = List.of("in 100 allow -1 0.0.0.0/0", "out 100 allow -1 0.0.0.0/0");
  List<String> rules = List.of("tcp 22 22 0.0.0.0/0");
  List<PrefixListAddresses> lists = List.of();
  List<VpcEndpoint> endpoints = List.of();
  List<VpcBlockPublicAccess> options = List.of(options("off"));
  List<InternetGatewayAttachment> attachments = List.of(attachment("igw-1", "available"));
  List<String> vpcBlocks = List.of("10.0.0.0/16");
  List<String> ipv6Addresses = List.of();
  String publicIp = "203.0.113.10";
  String interfaceType = "interface";
  boolean deniesInternetGateway;
  MissingReads missing = missing();

  static MissingReads missing(String... types) {
    List<MissingRead> reads = new ArrayList<>();
    for (String type : types) {
      reads.add(new MissingRead(type, ACCOUNT, REGION, "", "denied"));
    }
    return MissingReads.of(reads);
  }

  static Subnet subnet(String ownerId) {
    return new Subnet(
        "subnet-1",
        ACCOUNT,
        REGION,
        "subnet-1",
        "vpc-1",
        ownerId,
        "",
        "",
        "10.0.1.0/24",
        List.of(),
        false,
        false,
        false,
        Map.of());
  }

  Vpc vpc() {
    List<String> ipv4 = vpcBlocks.stream().filter(block -> !block.contains(":")).toList();
    List<String> ipv6 = vpcBlocks.stream().filter(block -> block.contains(":")).toList();
    return new Vpc(
        "vpc-1", ACCOUNT, REGION, "vpc-1", ACCOUNT, false, ipv4, ipv6, List.of(), Map.of());
  }

  static RouteTable table(String id) {
    return new RouteTable(id, ACCOUNT, REGION, id, "vpc-1", ACCOUNT, Map.of());
  }

  static RouteTableAssociation association(String table, String to) {
    boolean subnet = to.startsWith("subnet-");
    boolean gateway = to.startsWith("igw-");
    return new RouteTableAssociation(
        table + "/" + to,
        ACCOUNT,
        REGION,
        table,
        "vpc-1",
        to.equals("main"),
        subnet ? to : "",
        gateway ? to : "");
  }

  /** Written {@code destination TYPE target state}, where a propagated one says so at the end. */
  static Route route(String text) {
    String[] parts = text.split(" ", -1);
    String to = parts[0];
    boolean list = to.startsWith("pl-");
    boolean ipv6 = to.contains(":");
    return new Route(
        "rtb-1/" + to,
        ACCOUNT,
        REGION,
        "rtb-1",
        list || ipv6 ? "" : to,
        ipv6 ? to : "",
        list ? to : "",
        RouteTarget.valueOf(parts[1]),
        parts[2],
        parts[3],
        parts.length > 4 ? "EnableVgwRoutePropagation" : "CreateRoute");
  }

  RoutePaths paths(String id, List<String> texts) {
    return RoutePaths.of(
        table(id), texts.stream().map(NetworkWorld::route).toList(), lists, endpoints, missing);
  }

  static PrefixListAddresses list(String id, String name, String doubt, String... blocks) {
    return new PrefixListAddresses(
        id, name, ACCOUNT, REGION, List.of(blocks).stream().map(Cidr::parse).toList(), doubt);
  }

  /** Written {@code in number action protocol block}, with ports or type and code behind it. */
  static NetworkAclEntry entry(String text) {
    String[] parts = text.split(" ", -1);
    boolean egress = parts[0].equals("out");
    boolean ipv6 = parts[4].contains(":");
    int from = parts.length > 5 ? Integer.parseInt(parts[5]) : -1;
    int to = parts.length > 5 ? Integer.parseInt(parts[6]) : -1;
    return new NetworkAclEntry(
        "acl-1/" + text,
        ACCOUNT,
        REGION,
        "acl-1",
        egress,
        Integer.parseInt(parts[1]),
        parts[3],
        parts[2],
        ipv6 ? "" : parts[4],
        ipv6 ? parts[4] : "",
        from,
        to,
        from,
        to);
  }

  NetworkAclFlows acl() {
    return NetworkAclFlows.of(
        new NetworkAcl("acl-1", ACCOUNT, REGION, "acl-1", "vpc-1", ACCOUNT, false, Map.of()),
        entries.stream().map(NetworkWorld::entry).toList(),
        missing);
  }

  static NetworkAclAssociation aclAssociation(String acl) {
    return new NetworkAclAssociation(acl + "/a", ACCOUNT, REGION, acl, "subnet-1");
  }

  static VpcBlockPublicAccess options(String mode) {
    return new VpcBlockPublicAccess("bpa", ACCOUNT, REGION, mode, "", "allowed", "account");
  }

  static VpcBlockPublicAccessExclusion exclusion(String of, String mode, String state) {
    boolean vpc = of.startsWith("vpc-");
    return new VpcBlockPublicAccessExclusion(
        of + mode, ACCOUNT, REGION, of, vpc ? of : "", vpc ? "" : of, mode, state, Map.of());
  }

  static InternetGatewayAttachment attachment(String id, String state) {
    return new InternetGatewayAttachment(id + "/vpc-1", ACCOUNT, REGION, id, "vpc-1", state);
  }

  EffectiveInternetGateway gateway() {
    return EffectiveInternetGateway.of(vpc(), attachments, List.of(), List.of(), missing);
  }

  SubnetNetwork network() {
    Subnet subnet = subnet("");
    return SubnetNetwork.of(
        subnet,
        EffectiveRouteTable.of(
            subnet, List.of(association("rtb-1", "subnet-1")), List.of(), missing),
        List.of(paths("rtb-1", routes)),
        EffectiveNetworkAcl.of(subnet, List.of(aclAssociation("acl-1")), missing),
        List.of(acl()),
        List.of(gateway()),
        EffectiveBlockPublicAccess.of(subnet, options, List.of(), List.of(), missing));
  }

  SubnetIngress ingress() {
    SubnetNetwork network = network();
    return SubnetIngress.of(
        network,
        List.of(
            IngressGate.networkAclReply(network),
            IngressGate.returnRoute(network),
            IngressGate.networkAclIn(network),
            IngressGate.blockPublicAccess(network),
            IngressGate.internetGateway(network)));
  }

  NetworkInterface networkInterface() {
    return new NetworkInterface(
        "eni-1",
        ACCOUNT,
        REGION,
        "eni-1",
        interfaceType,
        "in-use",
        "vpc-1",
        "subnet-1",
        ACCOUNT,
        "",
        false,
        "",
        "i-1",
        0,
        true,
        deniesInternetGateway,
        List.of(new InterfaceAddress("10.0.1.10", publicIp, "")),
        ipv6Addresses,
        List.of(),
        "",
        Map.of());
  }

  private GroupExposure group() {
    List<SecurityGroupRule> found = new ArrayList<>();
    for (String text : rules) {
      String[] parts = text.replace("egress ", "").split(" ", -1);
      String id = "sgr-" + (found.size() + 1);
      boolean ipv6 = parts[3].contains(":");
      found.add(
          new SecurityGroupRule(
              id,
              ACCOUNT,
              REGION,
              id,
              "sg-1",
              text.startsWith("egress "),
              parts[0],
              Integer.parseInt(parts[1]),
              Integer.parseInt(parts[2]),
              ipv6 ? "" : parts[3],
              ipv6 ? parts[3] : "",
              "",
              "",
              ""));
    }
    return GroupExposure.of(
        new SecurityGroup("sg-1", ACCOUNT, REGION, "sg-1", "web", "", "vpc-1", ACCOUNT, Map.of()),
        found,
        lists,
        List.of(),
        List.of());
  }

  InternetExposure exposure() {
    return exposure(List.of(ingress()));
  }

  InternetExposure exposure(List<SubnetIngress> subnets) {
    return InternetExposure.of(
        networkInterface(),
        List.of(new NetworkInterfaceGroup("eni-1/sg-1", ACCOUNT, REGION, "eni-1", "sg-1")),
        subnets,
        List.of(),
        SecurityGroups.of(List.of(group())),
        missing);
  }

  InternetEgress egress(List<NatPath> nats, List<EgressOnlyInternetGateway> egressOnly) {
    return InternetEgress.of(
        exposure(), List.of(EgressGateways.of(vpc(), nats, egressOnly, missing)));
  }

  static NatGateway nat(String subnetId, String connectivity, String state) {
    return new NatGateway(
        "nat-1",
        ACCOUNT,
        REGION,
        "nat-1",
        "vpc-1",
        subnetId,
        connectivity,
        "zonal",
        state,
        "",
        List.of(),
        Map.of());
  }
}
