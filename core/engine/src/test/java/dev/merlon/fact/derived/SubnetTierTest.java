/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import static dev.merlon.fact.derived.NetworkWorld.list;
import static dev.merlon.fact.derived.NetworkWorld.options;
import static dev.merlon.fact.derived.NetworkWorld.subnet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SubnetTierTest {

  private final NetworkWorld world = new NetworkWorld();

  private SubnetTier tier() {
    return SubnetTier.of(subnet(""), world.network());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.0.0.0/0 INTERNET_GATEWAY igw-1 active | off | PUBLIC",
        "0.0.0.0/1 INTERNET_GATEWAY igw-1 active; 128.0.0.0/1 INTERNET_GATEWAY igw-1 active | off"
            + " | PUBLIC",
        "198.51.100.0/24 INTERNET_GATEWAY igw-1 active | off | PARTLY_PUBLIC",
        "0.0.0.0/0 INTERNET_GATEWAY igw-1 blackhole | off | ISOLATED",
        "0.0.0.0/0 INTERNET_GATEWAY igw-2 active | off | ISOLATED",
        "0.0.0.0/0 INTERNET_GATEWAY igw-1 active | block-ingress | ISOLATED",
        "0.0.0.0/0 NAT_GATEWAY nat-1 active | off | PRIVATE_WITH_EGRESS",
        "0.0.0.0/0 TRANSIT_GATEWAY tgw-1 active | off | PRIVATE_WITH_EGRESS",
        "0.0.0.0/0 VPC_PEERING_CONNECTION pcx-1 active | off | ISOLATED",
        "10.0.0.0/16 LOCAL local active | off | ISOLATED",
      })
  void of_routesAndAMode_isTheTierOfTheFamily(String routes, String mode, NetworkTier tier) {
    world.routes = List.of(routes.split("; ", -1));
    world.options = List.of(options(mode));
    assertThat(tier().ipv4()).isEqualTo(tier);
    assertThat(tier().ipv6()).isEqualTo(NetworkTier.ISOLATED);
    assertThat(tier().doubt()).isEmpty();
  }

  @Test
  void of_anEgressOnlyRoute_isPrivateForIpv6Only() {
    world.routes = List.of("::/0 EGRESS_ONLY_INTERNET_GATEWAY eigw-1 active");
    assertThat(List.of(tier().ipv4(), tier().ipv6()))
        .containsExactly(NetworkTier.ISOLATED, NetworkTier.PRIVATE_WITH_EGRESS);
  }

  @Test
  void of_missingRoutesOrMode_saysEachReason() {
    world.missing = NetworkWorld.missing("Route");
    world.options = List.of();
    assertThat(tier().ipv4()).isEqualTo(NetworkTier.UNKNOWN);
    assertThat(tier().ipv4Public()).isEqualTo(Tris.PERHAPS);
    assertThat(tier().doubt())
        .isEqualTo(
            "VPC Block Public Access is not known; the routes of rtb-1 are not known: Route could"
                + " not be read: denied");
  }

  @Test
  void of_aWayOutThatIsNotCertain_saysWhy() {
    world.routes = List.of("0.0.0.0/0 NAT_GATEWAY nat-1 pending");
    assertThat(tier().ipv4()).isEqualTo(NetworkTier.UNKNOWN);
    assertThat(tier().doubt())
        .isEqualTo("route table rtb-1: route 0.0.0.0/0->nat-1 has the state pending");
  }

  @Test
  void of_routesThatCompete_saysWhich() {
    world.lists = List.of(list("pl-1", "x", "", "0.0.0.0/0"), list("pl-2", "y", "", "0.0.0.0/0"));
    world.routes =
        List.of("pl-1 VPC_PEERING_CONNECTION pcx-1 active", "pl-2 NAT_GATEWAY nat-1 active");
    assertThat(tier().ipv4()).isEqualTo(NetworkTier.UNKNOWN);
    assertThat(tier().doubt())
        .isEqualTo("route table rtb-1: AWS does not say which of pl-1->pcx-1 and pl-2->nat-1 wins");
  }
}
