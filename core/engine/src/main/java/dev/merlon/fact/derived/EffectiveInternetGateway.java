/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import dev.merlon.fact.ec2.InternetGatewayAttachment;
import dev.merlon.fact.ec2.RouteTableAssociation;
import dev.merlon.fact.ec2.Vpc;
import dev.merlon.fact.net.AddressFamily;
import dev.merlon.fact.net.Cidr;
import dev.merlon.fact.net.Internet;
import dev.merlon.fact.net.IpSet;
import dev.merlon.fact.net.Tri;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a VPC stands to the internet: the gateway that is attached (IGW-1), the route table of what
 * comes in through it (RT-5), and which addresses are the internet's for it (GEN-3). There is one
 * for every VPC. Carries its own doubt.
 *
 * @param internetGatewayId the gateway that is attached; empty if there is none
 * @param known whether there is no other gateway than that
 * @param edge where what comes in is sent, if the gateway has a route table
 * @param edgeKnown whether there is no other such route table
 * @param internet4 the IPv4 addresses of the internet, without those of the VPC
 * @param internet6 the IPv6 addresses of the internet, without those of the VPC
 * @param privateIpv6 the IPv6 blocks of the VPC that are not advertised to the internet
 * @param blocksKnown whether all blocks of the VPC are understood
 * @param doubts why something is not known
 */
public record EffectiveInternetGateway(
    String vpcId,
    String account,
    String region,
    String internetGatewayId,
    boolean known,
    @Nullable RoutePaths edge,
    boolean edgeKnown,
    IpSet internet4,
    IpSet internet6,
    List<Cidr> privateIpv6,
    boolean blocksKnown,
    List<Doubt> doubts) {

  public EffectiveInternetGateway {
    privateIpv6 = List.copyOf(privateIpv6);
    doubts = List.copyOf(doubts);
  }

  /**
   * Finds the gateway and its route table.
   *
   * @param attachments the {@link InternetGatewayAttachment}s to the VPC
   * @param associations the {@link RouteTableAssociation}s of the VPC's tables with gateways
   * @param tables the {@link RoutePaths} of the VPC
   */
  public static EffectiveInternetGateway of(
      Vpc vpc,
      Collection<?> attachments,
      Collection<?> associations,
      Collection<?> tables,
      MissingReads missing) {
    String account = vpc.account();
    String region = vpc.region();
    List<Doubt> doubts = new ArrayList<>();
    String gateway = "";
    for (Object each : attachments) {
      InternetGatewayAttachment attachment = (InternetGatewayAttachment) each;
      if (attachment.isAttached()) {
        gateway = attachment.internetGatewayId();
      }
    }
    boolean shared = !vpc.ownerId().isEmpty() && !vpc.ownerId().equals(account);
    boolean known =
        !gateway.isEmpty()
            || !(shared || missing.concern("InternetGatewayAttachment", account, region));
    if (!known) {
      doubts.add(
          new Doubt(
              "IGW_FACT_MISSING",
              shared
                  ? "the internet gateway of " + vpc.vpcId() + " is its owner's, " + vpc.ownerId()
                  : missing.because(
                      "the internet gateway of " + vpc.vpcId() + " is not known",
                      "InternetGatewayAttachment",
                      account,
                      region)));
    }
    String edgeTable = "";
    for (Object each : associations) {
      RouteTableAssociation association = (RouteTableAssociation) each;
      if (!gateway.isEmpty() && association.gatewayId().equals(gateway)) {
        edgeTable = association.routeTableId();
      }
    }
    RoutePaths edge = null;
    for (Object each : tables) {
      RoutePaths paths = (RoutePaths) each;
      if (paths.routeTableId().equals(edgeTable)) {
        edge = paths;
      }
    }
    boolean edgeKnown =
        edge != null
            || !(shared
                || !edgeTable.isEmpty()
                || missing.concern("RouteTableAssociation", account, region));
    if (!edgeKnown) {
      doubts.add(
          new Doubt(
              "EDGE_ROUTE_TABLE_UNKNOWN",
              missing.because(
                  "the route table of the internet gateway of " + vpc.vpcId() + " is not known",
                  edgeTable.isEmpty() ? "RouteTableAssociation" : "RouteTable",
                  account,
                  region)));
    }
    boolean blocksKnown = true;
    IpSet own4 = IpSet.empty(AddressFamily.IPV4);
    IpSet own6 = IpSet.empty(AddressFamily.IPV6);
    List<Cidr> privateIpv6 = new ArrayList<>();
    List<String> texts = new ArrayList<>(vpc.cidrBlocks());
    texts.addAll(vpc.ipv6CidrBlocks());
    for (String text : texts) {
      try {
        Cidr block = Cidr.parse(text);
        if (block.family() == AddressFamily.IPV4) {
          own4 = own4.union(IpSet.of(block));
        } else {
          own6 = own6.union(IpSet.of(block));
        }
        if (vpc.privateIpv6CidrBlocks().contains(text)) {
          privateIpv6.add(block);
        }
      } catch (IllegalArgumentException e) {
        blocksKnown = false;
        doubts.add(new Doubt("VPC_NOT_UNDERSTOOD", vpc.vpcId() + ": " + e.getMessage()));
      }
    }
    return new EffectiveInternetGateway(
        vpc.vpcId(),
        account,
        region,
        gateway,
        known,
        edge,
        edgeKnown,
        Internet.IPV4.minus(own4),
        Internet.IPV6.minus(own6),
        privateIpv6,
        blocksKnown,
        doubts);
  }

  /** The addresses of the internet, those that are not the VPC's own. */
  public IpSet internet(AddressFamily family) {
    return family == AddressFamily.IPV4 ? internet4 : internet6;
  }

  /**
   * The addresses of the internet for a VPC (GEN-3); none is certain to be one where it is not
   * known which are the VPC's own.
   *
   * @param gateway how the VPC stands to the internet; null if that is not known
   */
  static Tri<IpSet> internetOf(@Nullable EffectiveInternetGateway gateway, AddressFamily family) {
    if (gateway == null) {
      return new Tri<>(IpSet.empty(family), Internet.of(family));
    }
    IpSet internet = gateway.internet(family);
    return gateway.blocksKnown ? Tri.exactly(internet) : new Tri<>(IpSet.empty(family), internet);
  }

  /** Whether the id is that of the gateway that is attached. */
  Tri<Boolean> isAttached(String id) {
    boolean attached = internetGatewayId.equals(id);
    return new Tri<>(attached, attached || !known);
  }

  /** Whether a route leads out through the gateway that is attached. */
  Tri<Boolean> isReachedBy(RouteHop hop) {
    if (hop.way() != RouteHop.Way.INTERNET_GATEWAY) {
      return Tris.NO;
    }
    Tri<Boolean> attached = isAttached(hop.route().targetId());
    return new Tri<>(hop.forwards() && attached.must(), hop.mayForward() && attached.may());
  }

  /** Whether any gateway is attached. */
  Tri<Boolean> hasGateway() {
    boolean attached = !internetGatewayId.isEmpty();
    return new Tri<>(attached, attached || !known);
  }

  /** Whether what comes in for an address goes straight to it (RT-5). */
  Tri<Boolean> delivers(Cidr address) {
    if (edge == null) {
      return new Tri<>(edgeKnown, true);
    }
    RouteHop hop = edge.of(address.family()).routeOf(address);
    return new Tri<>(
        hop != null && hop.way() == RouteHop.Way.LOCAL && hop.forwards(), /* may= */ true);
  }
}
