/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.network;

import static dev.merlon.collect.AwsValues.flag;
import static dev.merlon.collect.AwsValues.required;
import static dev.merlon.collect.AwsValues.text;

import dev.merlon.collect.Reading;
import dev.merlon.fact.Resource;
import dev.merlon.fact.ec2.Route;
import dev.merlon.fact.ec2.RouteTable;
import dev.merlon.fact.ec2.RouteTableAssociation;
import dev.merlon.fact.ec2.RouteTarget;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.RouteTableAssociationStateCode;

/** Maps DescribeRouteTables: the tables, what they route for, and their routes. */
final class RouteTableReader {
  private static final int PAGE = 100;
  private static final String LOCAL = "local";

  private static final Map<String, RouteTarget> GATEWAYS =
      Map.of(
          "igw-", RouteTarget.INTERNET_GATEWAY,
          "vgw-", RouteTarget.VPN_GATEWAY,
          "vpce-", RouteTarget.VPC_ENDPOINT);

  private RouteTableReader() {}

  static void read(Ec2Client ec2, Reading reading) {
    reading.eachToMany(
        ec2.describeRouteTablesPaginator(request -> request.maxResults(PAGE)).routeTables(),
        found -> {
          RouteTable table = map(found, reading);
          return Stream.<Stream<? extends Resource>>of(
                  Stream.of(table),
                  found.associations().stream()
                      .filter(RouteTableReader::isInForce)
                      .map(association -> map(association, table)),
                  found.routes().stream().map(route -> map(route, table)))
              .flatMap(facts -> facts);
        });
  }

  private static RouteTable map(
      software.amazon.awssdk.services.ec2.model.RouteTable table, Reading reading) {
    String id = required(table.routeTableId(), "RouteTableId");
    String owner = text(table.ownerId(), reading.account());
    return new RouteTable(
        reading.arn("ec2", owner, "route-table/" + id),
        reading.account(),
        reading.region(),
        id,
        required(table.vpcId(), "VpcId"),
        owner,
        Ec2Tags.map(table.tags()));
  }

  /** One that is being made or undone may route already, or still. */
  private static boolean isInForce(
      software.amazon.awssdk.services.ec2.model.RouteTableAssociation association) {
    RouteTableAssociationStateCode state =
        association.associationState() == null ? null : association.associationState().state();
    return state != RouteTableAssociationStateCode.DISASSOCIATED
        && state != RouteTableAssociationStateCode.FAILED;
  }

  private static RouteTableAssociation map(
      software.amazon.awssdk.services.ec2.model.RouteTableAssociation association,
      RouteTable table) {
    String id = required(association.routeTableAssociationId(), "RouteTableAssociationId");
    boolean main = flag(association.main());
    String subnetId = text(association.subnetId());
    String gatewayId = text(association.gatewayId());
    if (!main) {
      // What it routes for must not look like something without a table of its own.
      required(subnetId + gatewayId, "what " + id + " routes for");
    }
    return new RouteTableAssociation(
        table.arn() + "/" + id,
        table.account(),
        table.region(),
        table.routeTableId(),
        table.vpcId(),
        main,
        subnetId,
        gatewayId);
  }

  private static Route map(
      software.amazon.awssdk.services.ec2.model.Route route, RouteTable table) {
    String cidrBlock = text(route.destinationCidrBlock());
    String ipv6CidrBlock = text(route.destinationIpv6CidrBlock());
    String prefixListId = text(route.destinationPrefixListId());
    String destination =
        required(
            cidrBlock + ipv6CidrBlock + prefixListId,
            "the destination of a route of " + table.routeTableId());
    Target target = target(route);
    return new Route(
        table.arn() + "/" + destination,
        table.account(),
        table.region(),
        table.routeTableId(),
        cidrBlock,
        ipv6CidrBlock,
        prefixListId,
        target.type(),
        target.id(),
        text(route.stateAsString()),
        text(route.originAsString()));
  }

  private record Target(RouteTarget type, String id) {}

  private static Target target(software.amazon.awssdk.services.ec2.model.Route route) {
    String gatewayId = text(route.gatewayId());
    if (!gatewayId.isEmpty()) {
      return new Target(gateway(gatewayId), gatewayId);
    }
    Map<RouteTarget, String> ids = new TreeMap<>();
    ids.put(RouteTarget.NAT_GATEWAY, text(route.natGatewayId()));
    ids.put(RouteTarget.EGRESS_ONLY_INTERNET_GATEWAY, text(route.egressOnlyInternetGatewayId()));
    ids.put(RouteTarget.TRANSIT_GATEWAY, text(route.transitGatewayId()));
    ids.put(RouteTarget.VPC_PEERING_CONNECTION, text(route.vpcPeeringConnectionId()));
    ids.put(
        RouteTarget.NETWORK_INTERFACE, text(route.networkInterfaceId(), text(route.instanceId())));
    ids.put(RouteTarget.CARRIER_GATEWAY, text(route.carrierGatewayId()));
    ids.put(RouteTarget.LOCAL_GATEWAY, text(route.localGatewayId()));
    ids.put(RouteTarget.CORE_NETWORK, text(route.coreNetworkArn()));
    ids.put(RouteTarget.ODB_NETWORK, text(route.odbNetworkArn()));
    return ids.entrySet().stream()
        .filter(entry -> !entry.getValue().isEmpty())
        .findFirst()
        .map(entry -> new Target(entry.getKey(), entry.getValue()))
        .orElse(new Target(RouteTarget.OTHER, ""));
  }

  private static RouteTarget gateway(String id) {
    return id.equals(LOCAL)
        ? RouteTarget.LOCAL
        : GATEWAYS.getOrDefault(id.substring(0, id.indexOf('-') + 1), RouteTarget.OTHER);
  }
}
