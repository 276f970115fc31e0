/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.network;

import dev.merlon.collect.Emulator;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.Ec2ClientBuilder;
import software.amazon.awssdk.services.ec2.model.AddPrefixListEntry;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.Ipv6Range;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.PrefixListId;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;
import software.amazon.awssdk.services.ec2.model.UserIdGroupPair;

/**
 * What was made in a Region, beside what every Region begins with.
 *
 * @param ruleIds in the order of {@link #rules}, then the one that lets traffic out
 */
record SeededRegion(
    String vpcId,
    String subnetId,
    String groupId,
    String peerGroupId,
    List<String> ruleIds,
    String prefixListId,
    String interfaceId,
    String privateIpAddress) {

  /** Beside {@code groupId} and {@code peerGroupId}; they have one rule of their own each. */
  static final int MORE_GROUPS = 40;

  static SeededRegion in(Emulator emulator, Region region) {
    Ec2ClientBuilder builder = Ec2Client.builder().region(region);
    emulator.customizer().accept(builder);
    try (Ec2Client ec2 = builder.build()) {
      String vpc =
          ec2.createVpc(
                  request ->
                      request
                          .cidrBlock("10.20.0.0/16")
                          .amazonProvidedIpv6CidrBlock(true)
                          .tagSpecifications(tagged(ResourceType.VPC, "shop")))
              .vpc()
              .vpcId();
      ec2.associateVpcCidrBlock(request -> request.vpcId(vpc).cidrBlock("10.21.0.0/16"));
      String group = group(ec2, vpc, "web", "shop");
      String peer = group(ec2, vpc, "peer", "shop");
      String list =
          ec2.createManagedPrefixList(
                  request ->
                      request
                          .prefixListName("offices")
                          .addressFamily("IPv4")
                          .maxEntries(10)
                          .tagSpecifications(tagged(ResourceType.PREFIX_LIST, "offices"))
                          .entries(
                              entry("198.51.100.0/24", "Ghent"), entry("203.0.113.0/25", "Porto")))
              .prefixList()
              .prefixListId();
      List<String> rules = new ArrayList<>();
      for (IpPermission permission : rules(peer, list)) {
        rules.add(
            id(
                ec2.authorizeSecurityGroupIngress(
                        request -> request.groupId(group).ipPermissions(permission))
                    .securityGroupRules()));
      }
      rules.add(
          id(
              ec2.authorizeSecurityGroupEgress(
                      request ->
                          request
                              .groupId(group)
                              .ipPermissions(
                                  permission("udp", 123, 123)
                                      .ipRanges(range("192.0.2.0/24", "time"))
                                      .build()))
                  .securityGroupRules()));
      for (int i = 0; i < MORE_GROUPS; i++) {
        int port = 1000 + i;
        String more = group(ec2, vpc, "more-" + i, "more");
        ec2.authorizeSecurityGroupIngress(
            request ->
                request
                    .groupId(more)
                    .ipPermissions(
                        permission("tcp", port, port).ipRanges(range("10.0.0.0/8", "")).build()));
      }
      String subnet =
          ec2.createSubnet(request -> request.vpcId(vpc).cidrBlock("10.20.1.0/24"))
              .subnet()
              .subnetId();
      NetworkInterface networkInterface =
          ec2.createNetworkInterface(
                  request ->
                      request
                          .subnetId(subnet)
                          .description("bastion")
                          .groups(group, peer)
                          .tagSpecifications(tagged(ResourceType.NETWORK_INTERFACE, "bastion")))
              .networkInterface();
      return new SeededRegion(
          vpc,
          subnet,
          group,
          peer,
          List.copyOf(rules),
          list,
          networkInterface.networkInterfaceId(),
          networkInterface.privateIpAddress());
    }
  }

  /** One of every kind. */
  private static List<IpPermission> rules(String peer, String list) {
    return List.of(
        permission("tcp", 22, 22).ipRanges(range("0.0.0.0/0", "oops")).build(),
        permission("tcp", 8000, 8100).ipv6Ranges(ipv6Range("::/0")).build(),
        permission("udp", 53, 53)
            .prefixListIds(PrefixListId.builder().prefixListId(list).build())
            .build(),
        permission("tcp", 5432, 5432)
            .userIdGroupPairs(UserIdGroupPair.builder().groupId(peer).build())
            .build(),
        IpPermission.builder().ipProtocol("-1").ipRanges(range("10.9.0.0/16", "")).build(),
        permission("icmp", 8, -1).ipRanges(range("10.8.0.0/16", "ping")).build());
  }

  private static String id(List<SecurityGroupRule> rules) {
    return rules.get(0).securityGroupRuleId();
  }

  private static String group(Ec2Client ec2, String vpc, String name, String tag) {
    return ec2.createSecurityGroup(
            request ->
                request
                    .groupName(name)
                    .description("for " + name)
                    .vpcId(vpc)
                    .tagSpecifications(tagged(ResourceType.SECURITY_GROUP, tag)))
        .groupId();
  }

  private static TagSpecification tagged(ResourceType type, String name) {
    return TagSpecification.builder()
        .resourceType(type)
        .tags(Tag.builder().key("Name").value(name).build())
        .build();
  }

  private static AddPrefixListEntry entry(String cidr, String description) {
    return AddPrefixListEntry.builder().cidr(cidr).description(description).build();
  }

  private static IpPermission.Builder permission(String protocol, int from, int to) {
    return IpPermission.builder().ipProtocol(protocol).fromPort(from).toPort(to);
  }

  private static IpRange range(String cidr, String description) {
    return IpRange.builder().cidrIp(cidr).description(description).build();
  }

  private static Ipv6Range ipv6Range(String cidr) {
    return Ipv6Range.builder().cidrIpv6(cidr).build();
  }
}
