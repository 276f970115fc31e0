/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.network;

import static dev.merlon.collect.network.Collected.ACCOUNT;
import static dev.merlon.collect.network.Collected.OTHER_ACCOUNT;
import static dev.merlon.collect.network.Collected.REGION;
import static dev.merlon.collect.network.Collected.arn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.Gap;
import dev.merlon.Snapshot;
import dev.merlon.collect.FakeEc2;
import dev.merlon.fact.ec2.Route;
import dev.merlon.fact.ec2.RouteTable;
import dev.merlon.fact.ec2.RouteTableAssociation;
import dev.merlon.fact.ec2.RouteTarget;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.ec2.model.DescribeRouteTablesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeRouteTablesResponse;
import software.amazon.awssdk.services.ec2.model.Tag;

final class RouteTableReaderTest {
  private static final List<Class<?>> ALL =
      List.of(RouteTable.class, RouteTableAssociation.class, Route.class);
  private static final String TABLE = arn(ACCOUNT, "route-table/rtb-1");

  private final List<String> requests = new ArrayList<>();

  @Test
  void read_twoPages_mapsTablesAssociationsAndRoutes() {
    String shared = arn(OTHER_ACCOUNT, "route-table/rtb-1");

    assertThat(
            collect(
                table("rtb-1")
                    .ownerId(OTHER_ACCOUNT)
                    .tags(Tag.builder().key("Name").value("shop").build())
                    .associations(
                        association("rtbassoc-1").main(true).build(),
                        association("rtbassoc-2").main(false).subnetId("subnet-1").build(),
                        association("rtbassoc-3").gatewayId("igw-1").build())
                    .routes(
                        route()
                            .destinationCidrBlock("10.0.0.0/16")
                            .gatewayId("local")
                            .state("active")
                            .origin("CreateRouteTable")
                            .build(),
                        route()
                            .destinationIpv6CidrBlock("::/0")
                            .egressOnlyInternetGatewayId("eigw-1")
                            .state("blackhole")
                            .origin("CreateRoute")
                            .build(),
                        route()
                            .destinationPrefixListId("pl-1")
                            .gatewayId("vpce-1")
                            .state("a-state-of-2030")
                            .origin("AnOriginOf2030")
                            .build()),
                table("rtb-2")))
        .isEqualTo(
            Collected.snapshot(
                ALL,
                List.of(
                    new RouteTable(
                        shared,
                        ACCOUNT,
                        REGION,
                        "rtb-1",
                        "vpc-1",
                        OTHER_ACCOUNT,
                        Map.of("Name", "shop")),
                    bare("rtb-2"),
                    association(shared, "rtbassoc-1", true, "", ""),
                    association(shared, "rtbassoc-2", false, "subnet-1", ""),
                    association(shared, "rtbassoc-3", false, "", "igw-1"),
                    new Route(
                        shared + "/10.0.0.0/16",
                        ACCOUNT,
                        REGION,
                        "rtb-1",
                        "10.0.0.0/16",
                        "",
                        "",
                        RouteTarget.LOCAL,
                        "local",
                        "active",
                        "CreateRouteTable"),
                    new Route(
                        shared + "/::/0",
                        ACCOUNT,
                        REGION,
                        "rtb-1",
                        "",
                        "::/0",
                        "",
                        RouteTarget.EGRESS_ONLY_INTERNET_GATEWAY,
                        "eigw-1",
                        "blackhole",
                        "CreateRoute"),
                    new Route(
                        shared + "/pl-1",
                        ACCOUNT,
                        REGION,
                        "rtb-1",
                        "",
                        "",
                        "pl-1",
                        RouteTarget.VPC_ENDPOINT,
                        "vpce-1",
                        "a-state-of-2030",
                        "AnOriginOf2030"))));
    assertThat(requests)
        .containsExactly(
            "DescribeRouteTablesRequest(MaxResults=100)",
            "DescribeRouteTablesRequest(NextToken=next, MaxResults=100)");
  }

  @Test
  void read_associationStates_leavesOutThoseThatDoNotRoute() {
    assertThat(
            collect(
                    table("rtb-1")
                        .associations(
                            inState("rtbassoc-1", "associated"),
                            inState("rtbassoc-2", "associating"),
                            inState("rtbassoc-3", "disassociating"),
                            inState("rtbassoc-4", "disassociated"),
                            inState("rtbassoc-5", "failed"),
                            inState("rtbassoc-6", "a-state-of-2030")))
                .facts(RouteTableAssociation.class))
        .containsExactlyInAnyOrder(
            association(TABLE, "rtbassoc-1", false, "subnet-1", ""),
            association(TABLE, "rtbassoc-2", false, "subnet-1", ""),
            association(TABLE, "rtbassoc-3", false, "subnet-1", ""),
            association(TABLE, "rtbassoc-6", false, "subnet-1", ""));
  }

  static Stream<Arguments> targets() {
    return Stream.of(
        target(route -> route.gatewayId("local"), RouteTarget.LOCAL, "local"),
        target(route -> route.gatewayId("igw-1"), RouteTarget.INTERNET_GATEWAY, "igw-1"),
        target(route -> route.gatewayId("vgw-1"), RouteTarget.VPN_GATEWAY, "vgw-1"),
        target(route -> route.gatewayId("vpce-1"), RouteTarget.VPC_ENDPOINT, "vpce-1"),
        target(route -> route.gatewayId("new-1"), RouteTarget.OTHER, "new-1"),
        target(route -> route.gatewayId("new"), RouteTarget.OTHER, "new"),
        target(route -> route.natGatewayId("nat-1"), RouteTarget.NAT_GATEWAY, "nat-1"),
        target(
            route -> route.egressOnlyInternetGatewayId("eigw-1"),
            RouteTarget.EGRESS_ONLY_INTERNET_GATEWAY,
            "eigw-1"),
        target(route -> route.transitGatewayId("tgw-1"), RouteTarget.TRANSIT_GATEWAY, "tgw-1"),
        target(
            route -> route.vpcPeeringConnectionId("pcx-1"),
            RouteTarget.VPC_PEERING_CONNECTION,
            "pcx-1"),
        target(
            route -> route.networkInterfaceId("eni-1").instanceId("i-1"),
            RouteTarget.NETWORK_INTERFACE,
            "eni-1"),
        target(route -> route.instanceId("i-1"), RouteTarget.NETWORK_INTERFACE, "i-1"),
        target(route -> route.carrierGatewayId("cagw-1"), RouteTarget.CARRIER_GATEWAY, "cagw-1"),
        target(route -> route.localGatewayId("lgw-1"), RouteTarget.LOCAL_GATEWAY, "lgw-1"),
        target(route -> route.coreNetworkArn("arn:core"), RouteTarget.CORE_NETWORK, "arn:core"),
        target(route -> route.odbNetworkArn("arn:odb"), RouteTarget.ODB_NETWORK, "arn:odb"),
        target(route -> {}, RouteTarget.OTHER, ""));
  }

  private static Arguments target(
      Consumer<software.amazon.awssdk.services.ec2.model.Route.Builder> set,
      RouteTarget type,
      String id) {
    return Arguments.of(set, type, id);
  }

  @ParameterizedTest
  @MethodSource("targets")
  void read_route_targetIsOfTheFieldThatIsSet(
      Consumer<software.amazon.awssdk.services.ec2.model.Route.Builder> set,
      RouteTarget type,
      String id) {
    software.amazon.awssdk.services.ec2.model.Route.Builder route =
        route().destinationCidrBlock("0.0.0.0/0");
    set.accept(route);

    assertThat(collect(table("rtb-1").routes(route.build())).facts(Route.class))
        .containsExactly(
            new Route(
                TABLE + "/0.0.0.0/0",
                ACCOUNT,
                REGION,
                "rtb-1",
                "0.0.0.0/0",
                "",
                "",
                type,
                id,
                "",
                ""));
  }

  @Test
  void read_malformedTables_costThemselvesWithAllThatIsInThem() {
    List<String> reasons =
        List.of(
            "RouteTableId is missing",
            "VpcId is missing",
            "RouteTableAssociationId is missing",
            "what rtbassoc-1 routes for is missing",
            "the destination of a route of rtb-6 is missing");
    Gap[] gaps =
        ALL.stream()
            .flatMap(
                type ->
                    reasons.stream()
                        .map(reason -> Collected.lost(type, "ec2:DescribeRouteTables", reason)))
            .toArray(Gap[]::new);

    assertThat(
            collect(
                table(null),
                table("rtb-2"),
                table("rtb-3").vpcId(null),
                table("rtb-4").associations(association(null).main(true).build()),
                table("rtb-5").associations(association("rtbassoc-1").main(false).build()),
                table("rtb-6")
                    .routes(
                        route().destinationCidrBlock("10.0.0.0/8").gatewayId("local").build(),
                        route().gatewayId("igw-1").build())))
        .isEqualTo(Collected.snapshot(ALL, List.of(bare("rtb-2")), gaps));
  }

  private static RouteTable bare(String id) {
    return new RouteTable(
        arn(ACCOUNT, "route-table/" + id), ACCOUNT, REGION, id, "vpc-1", ACCOUNT, Map.of());
  }

  private static RouteTableAssociation association(
      String table, String id, boolean main, String subnetId, String gatewayId) {
    return new RouteTableAssociation(
        table + "/" + id, ACCOUNT, REGION, "rtb-1", "vpc-1", main, subnetId, gatewayId);
  }

  private static software.amazon.awssdk.services.ec2.model.RouteTable.Builder table(
      @Nullable String id) {
    return software.amazon.awssdk.services.ec2.model.RouteTable.builder()
        .routeTableId(id)
        .vpcId("vpc-1");
  }

  private static software.amazon.awssdk.services.ec2.model.RouteTableAssociation.Builder
      association(@Nullable String id) {
    return software.amazon.awssdk.services.ec2.model.RouteTableAssociation.builder()
        .routeTableAssociationId(id);
  }

  private static software.amazon.awssdk.services.ec2.model.RouteTableAssociation inState(
      String id, String state) {
    return association(id)
        .subnetId("subnet-1")
        .associationState(value -> value.state(state))
        .build();
  }

  private static software.amazon.awssdk.services.ec2.model.Route.Builder route() {
    return software.amazon.awssdk.services.ec2.model.Route.builder();
  }

  /** The first comes on a page of its own. */
  private Snapshot collect(software.amazon.awssdk.services.ec2.model.RouteTable.Builder... found) {
    return Collected.from(
        new FakeEc2() {
          @Override
          public DescribeRouteTablesResponse describeRouteTables(
              DescribeRouteTablesRequest request) {
            requests.add(request.toString());
            List<software.amazon.awssdk.services.ec2.model.RouteTable> all =
                Arrays.stream(found).map(item -> item.build()).toList();
            DescribeRouteTablesResponse.Builder answer = DescribeRouteTablesResponse.builder();
            return request.nextToken() == null
                ? answer.routeTables(all.subList(0, 1)).nextToken("next").build()
                : answer.routeTables(all.subList(1, all.size())).build();
          }
        },
        Route.class);
  }
}
