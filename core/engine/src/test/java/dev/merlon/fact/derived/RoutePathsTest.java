/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import static dev.merlon.fact.derived.NetworkWorld.list;
import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.fact.ec2.VpcEndpoint;
import dev.merlon.fact.net.AddressFamily;
import dev.merlon.fact.net.Cidr;
import dev.merlon.fact.net.IpSet;
import dev.merlon.fact.net.Tri;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RoutePathsTest {

  private final NetworkWorld world = new NetworkWorld();

  private RoutePaths of(String... routes) {
    return world.paths("rtb-1", List.of(routes));
  }

  private static @Nullable String routeOf(RoutePaths paths, String address) {
    Cidr block = Cidr.parseAddress(address);
    RouteHop hop = paths.of(block.family()).routeOf(block);
    return hop == null ? null : hop.toString();
  }

  @Test
  void of_routes_takesTheLongestPrefixOfTheFamily() {
    RoutePaths paths =
        of(
            "10.0.0.0/16 LOCAL local active",
            "0.0.0.0/0 INTERNET_GATEWAY igw-1 active",
            "8.0.0.0/8 NETWORK_INTERFACE eni-9 blackhole",
            "::/0 EGRESS_ONLY_INTERNET_GATEWAY eigw-1 active");
    assertThat(routeOf(paths, "10.0.3.4")).isEqualTo("10.0.0.0/16->local");
    assertThat(routeOf(paths, "8.8.8.8")).isEqualTo("8.0.0.0/8->eni-9 (blackhole)");
    assertThat(routeOf(paths, "1.1.1.1")).isEqualTo("0.0.0.0/0->igw-1");
    assertThat(routeOf(paths, "2001:db8::1")).isEqualTo("::/0->eigw-1");
    assertThat(paths.doubts()).isEmpty();
  }

  @Test
  void of_aPropagatedRoute_yieldsToTheOthersOfItsBlock() {
    world.lists = List.of(list("pl-1", "x", "", "0.0.0.0/0"));
    assertThat(
            routeOf(
                of(
                    "0.0.0.0/0 VPN_GATEWAY vgw-1 active propagated",
                    "pl-1 TRANSIT_GATEWAY tgw-1 active"),
                "1.1.1.1"))
        .isEqualTo("pl-1->tgw-1");
  }

  @Test
  void of_routesThatCompete_takesNoneForCertain() {
    world.lists = List.of(list("pl-1", "x", "", "0.0.0.0/0"), list("pl-2", "y", "", "0.0.0.0/0"));
    RoutePaths paths = of("pl-1 INTERNET_GATEWAY igw-1 active", "pl-2 NAT_GATEWAY nat-1 active");
    assertThat(routeOf(paths, "1.1.1.1")).isNull();
    assertThat(paths.doubts())
        .containsExactly(
            new Doubt(
                "ROUTES_COMPETE",
                "route table rtb-1: AWS does not say which of pl-1->igw-1 and pl-2->nat-1 wins"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "198.51.100.0 NAT_GATEWAY nat-1 active | ROUTE_NOT_UNDERSTOOD |"
            + " malformed CIDR \"198.51.100.0\": it has no prefix length",
        "pl-9 NAT_GATEWAY nat-1 active | ROUTE_PREFIX_LIST_UNRESOLVED | prefix list pl-9 is not"
            + " known",
        "pl-1 NAT_GATEWAY nat-1 active | ROUTE_PREFIX_LIST_UNRESOLVED | the list is torn",
        "'' NAT_GATEWAY nat-1 active | ROUTE_NOT_UNDERSTOOD | a route of it has no destination",
      })
  void of_aRouteToNobodyKnowsWhat_leavesNothingCertain(String route, String code, String doubt) {
    world.lists = List.of(list("pl-1", "x", "the list is torn", "9.0.0.0/8"));
    RoutePaths paths = of("0.0.0.0/0 INTERNET_GATEWAY igw-1 active", route.replace("''", ""));
    assertThat(routeOf(paths, "1.1.1.1")).isNull();
    assertThat(paths.of(AddressFamily.IPV4).where(hop -> true, hop -> false))
        .isEqualTo(new Tri<>(IpSet.empty(AddressFamily.IPV4), IpSet.all(AddressFamily.IPV4)));
    assertThat(paths.doubts()).containsExactly(new Doubt(code, "route table rtb-1: " + doubt));
  }

  @Test
  void of_anOddBlockOfOneFamily_leavesTheOtherCertain() {
    RoutePaths paths =
        of("0.0.0.0/0 INTERNET_GATEWAY igw-1 active", "2001::x/3 NAT_GATEWAY nat-1 active");
    assertThat(routeOf(paths, "1.1.1.1")).isEqualTo("0.0.0.0/0->igw-1");
    assertThat(paths.of(AddressFamily.IPV6).isIncomplete()).isTrue();
  }

  @Test
  void of_aStateThatNobodyKnows_forwardsPerhaps() {
    RoutePaths paths = of("0.0.0.0/0 INTERNET_GATEWAY igw-1 pending");
    assertThat(paths.of(AddressFamily.IPV4).where(RouteHop::forwards, RouteHop::mayForward))
        .isEqualTo(new Tri<>(IpSet.empty(AddressFamily.IPV4), IpSet.all(AddressFamily.IPV4)));
    assertThat(paths.doubts())
        .containsExactly(
            new Doubt(
                "ROUTE_NOT_UNDERSTOOD",
                "route table rtb-1: route 0.0.0.0/0->igw-1 has the state pending"));
  }

  @Test
  void of_endpoints_tellsTheirKinds() {
    world.endpoints =
        List.of(endpoint("vpce-1", "Gateway"), endpoint("vpce-2", "GatewayLoadBalancer"));
    RoutePaths paths =
        of(
            "1.0.0.0/8 VPC_ENDPOINT vpce-1 active",
            "2.0.0.0/8 VPC_ENDPOINT vpce-2 active",
            "3.0.0.0/8 VPC_ENDPOINT vpce-3 active");
    assertThat(
            paths.of(AddressFamily.IPV4).candidates(IpSet.all(AddressFamily.IPV4)).stream()
                .map(RouteHop::way))
        .containsExactlyInAnyOrder(
            RouteHop.Way.GATEWAY_ENDPOINT,
            RouteHop.Way.GATEWAY_LOAD_BALANCER_ENDPOINT,
            RouteHop.Way.ENDPOINT);
    assertThat(paths.doubts())
        .containsExactly(
            new Doubt(
                "ENDPOINT_FACT_MISSING", "route table rtb-1: the kind of vpce-3 is not known"));
  }

  private static VpcEndpoint endpoint(String id, String type) {
    return new VpcEndpoint(
        id,
        "1",
        "r",
        id,
        "vpc-1",
        "1",
        type,
        "",
        "available",
        "",
        false,
        "ipv4",
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Map.of());
  }

  @Test
  void of_missingRoutes_leavesNothingCertain() {
    world.missing = NetworkWorld.missing("Route");
    RoutePaths paths = of("0.0.0.0/0 INTERNET_GATEWAY igw-1 active");
    assertThat(routeOf(paths, "1.1.1.1")).isNull();
    assertThat(paths.doubts())
        .containsExactly(
            new Doubt(
                "ROUTE_TABLE_FACT_MISSING",
                "the routes of rtb-1 are not known: Route could not be read: denied"));
  }
}
