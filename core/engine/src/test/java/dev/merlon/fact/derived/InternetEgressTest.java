/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import static dev.merlon.fact.derived.NetworkWorld.nat;
import static dev.merlon.fact.derived.NetworkWorld.options;
import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.fact.ec2.EgressOnlyInternetGateway;
import dev.merlon.fact.net.AddressFamily;
import dev.merlon.fact.net.Internet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InternetEgressTest {

  private final NetworkWorld world = new NetworkWorld();

  @BeforeEach
  void letOut() {
    world.rules = List.of("egress -1 -1 -1 0.0.0.0/0");
  }

  private EgressPath out(NatPath... nats) {
    return world.egress(List.of(nats), List.of()).to(AddressFamily.IPV4, 443);
  }

  /** A NAT gateway in a subnet of its own, which leads to the internet gateway. */
  private static NatPath working(String connectivity, String state) {
    NetworkWorld its = new NetworkWorld();
    return NatPath.of(
        nat("subnet-2", connectivity, state),
        List.of(its.network()),
        List.of(),
        List.of(its.gateway()));
  }

  @Test
  void to_thePublicAddressesOwnGateway_isEverywhere() {
    EgressPath path = out();
    assertThat(path.verdict()).isEqualTo(Reachability.REACHABLE);
    assertThat(path.destinations()).isEqualTo(Map.of(EgressMode.IGW, Internet.IPV4));
    assertThat(path.doubt()).isEmpty();
  }

  @Test
  void to_withoutAPublicAddress_isNowhereByTheInternetGateway() {
    world.publicIp = "";
    assertThat(out().verdict()).isEqualTo(Reachability.NOT_REACHABLE);
  }

  @ParameterizedTest
  @CsvSource({
    "public, available, REACHABLE",
    "private, available, NOT_REACHABLE",
    "public, deleted, NOT_REACHABLE",
    "public, failed, NOT_REACHABLE"
  })
  void to_byANatGateway_needsOneThatWorks(String connectivity, String state, Reachability verdict) {
    world.publicIp = "";
    world.routes = List.of("0.0.0.0/0 NAT_GATEWAY nat-1 active");
    assertThat(out(working(connectivity, state)).verdict()).isEqualTo(verdict);
  }

  @Test
  void to_byANatGatewayThatIsNotKnown_isUnknown() {
    world.routes = List.of("0.0.0.0/0 NAT_GATEWAY nat-1 active");
    world.missing = NetworkWorld.missing("NatGateway");
    EgressPath path = out();
    assertThat(path.verdict()).isEqualTo(Reachability.UNKNOWN);
    assertThat(path.maybeModes()).containsExactly(EgressMode.NAT);
    assertThat(path.doubt())
        .isEqualTo("NAT gateway nat-1 is not known: NatGateway could not be read: denied");
  }

  @Test
  void to_byANatGatewayInTheSameSubnet_goesNowhere() {
    world.routes = List.of("0.0.0.0/0 NAT_GATEWAY nat-1 active");
    NatPath own =
        NatPath.of(
            nat("subnet-1", "public", "available"),
            List.of(world.network()),
            List.of(),
            List.of(world.gateway()));
    assertThat(out(own).verdict()).isEqualTo(Reachability.NOT_REACHABLE);
  }

  @ParameterizedTest
  @CsvSource({
    "TRANSIT_GATEWAY, TGW",
    "VPN_GATEWAY, VGW",
    "NETWORK_INTERFACE, APPLIANCE",
    "CARRIER_GATEWAY, CARRIER",
    "LOCAL_GATEWAY, LOCAL_GATEWAY",
    "CORE_NETWORK, CORE_NETWORK",
    "OTHER, OTHER"
  })
  void to_byWhatIsNotModelled_isUnknown(String type, EgressMode mode) {
    world.routes = List.of("0.0.0.0/0 " + type + " x-1 active");
    EgressPath path = out();
    assertThat(path.verdict()).isEqualTo(Reachability.UNKNOWN);
    assertThat(path.maybeModes()).containsExactly(mode);
    assertThat(path.doubt()).isEqualTo("what lies behind a " + mode + " is not modelled");
  }

  @Test
  void to_byAPeering_isNowhere() {
    world.routes = List.of("0.0.0.0/0 VPC_PEERING_CONNECTION pcx-1 active");
    assertThat(out().verdict()).isEqualTo(Reachability.NOT_REACHABLE);
  }

  @Test
  void to_blockedByAnyGate_isNowhere() {
    world.rules = List.of("tcp 443 443 0.0.0.0/0");
    assertThat(out().verdict()).isEqualTo(Reachability.NOT_REACHABLE);
    world.rules = List.of("egress tcp 443 443 0.0.0.0/0");
    assertThat(out().verdict()).isEqualTo(Reachability.REACHABLE);
    world.entries = List.of("in 100 allow -1 0.0.0.0/0");
    assertThat(out().verdict()).isEqualTo(Reachability.NOT_REACHABLE);
    world.entries = List.of("out 100 allow -1 0.0.0.0/0", "in 100 allow 6 0.0.0.0/0 1 1023");
    assertThat(out().verdict()).isEqualTo(Reachability.NOT_REACHABLE);
    world.entries = List.of("in 100 allow -1 0.0.0.0/0", "out 100 allow -1 0.0.0.0/0");
    world.options = List.of(options("block-ingress"));
    assertThat(out().verdict()).isEqualTo(Reachability.NOT_REACHABLE);
  }

  @ParameterizedTest
  @CsvSource({"attached, REACHABLE", "detached, NOT_REACHABLE"})
  void to_byAnEgressOnlyGateway_needsOneThatIsAttached(String state, Reachability verdict) {
    world.publicIp = "";
    world.ipv6Addresses = List.of("2600:1f18::10");
    world.rules = List.of("egress -1 -1 -1 ::/0");
    world.entries = List.of("in 100 allow -1 ::/0", "out 100 allow -1 ::/0");
    world.routes = List.of("::/0 EGRESS_ONLY_INTERNET_GATEWAY eigw-1 active");
    EgressOnlyInternetGateway gateway =
        new EgressOnlyInternetGateway("eigw-1", "1", "r", "eigw-1", "vpc-1", state, Map.of());
    assertThat(world.egress(List.of(), List.of(gateway)).to(AddressFamily.IPV6, 443).verdict())
        .isEqualTo(verdict);
  }

  @Test
  void to_withMissingRoutes_isUnknownWithoutAMode() {
    world.routes = List.of();
    world.missing = NetworkWorld.missing("Route");
    EgressPath path = out();
    assertThat(path.verdict()).isEqualTo(Reachability.UNKNOWN);
    assertThat(path.maybeModes()).isEmpty();
    assertThat(path.doubt())
        .isEqualTo("the routes of rtb-1 are not known: Route could not be read: denied");
  }
}
