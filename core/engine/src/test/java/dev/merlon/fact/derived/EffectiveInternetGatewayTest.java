/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import static dev.merlon.fact.derived.NetworkWorld.association;
import static dev.merlon.fact.derived.NetworkWorld.attachment;
import static dev.merlon.fact.derived.NetworkWorld.missing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.fact.ec2.Vpc;
import dev.merlon.fact.net.AddressFamily;
import dev.merlon.fact.net.Cidr;
import dev.merlon.fact.net.Internet;
import dev.merlon.fact.net.IpSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EffectiveInternetGatewayTest {

  private static final Cidr ADDRESS = Cidr.parse("10.0.1.10/32");

  private final NetworkWorld world = new NetworkWorld();

  private EffectiveInternetGateway withEdge(String... routes) {
    return EffectiveInternetGateway.of(
        world.vpc(),
        world.attachments,
        List.of(association("rtb-1", "igw-1")),
        List.of(world.paths("rtb-1", List.of(routes))),
        missing());
  }

  @Test
  void of_anAttachedGateway_isThat() {
    EffectiveInternetGateway gateway = world.gateway();
    assertThat(gateway.internetGatewayId()).isEqualTo("igw-1");
    assertThat(gateway.hasGateway()).isEqualTo(Tris.YES);
    assertThat(gateway.isAttached("igw-1")).isEqualTo(Tris.YES);
    assertThat(gateway.isAttached("igw-2")).isEqualTo(Tris.NO);
    assertThat(gateway.delivers(ADDRESS)).isEqualTo(Tris.YES);
    assertThat(gateway.doubts()).isEmpty();
  }

  @Test
  void of_aGatewayThatIsBeingDetachedOrNone_isNone() {
    world.attachments = List.of(attachment("igw-1", "detaching"));
    assertThat(world.gateway().hasGateway()).isEqualTo(Tris.NO);
    world.attachments = List.of();
    assertThat(world.gateway().hasGateway()).isEqualTo(Tris.NO);
  }

  @Test
  void of_missingAttachments_mayBeAny() {
    world.attachments = List.of();
    world.missing = missing("InternetGatewayAttachment");
    EffectiveInternetGateway gateway = world.gateway();
    assertThat(gateway.hasGateway()).isEqualTo(Tris.PERHAPS);
    assertThat(gateway.isAttached("igw-7")).isEqualTo(Tris.PERHAPS);
    assertThat(gateway.doubts())
        .containsExactly(
            new Doubt(
                "IGW_FACT_MISSING",
                "the internet gateway of vpc-1 is not known: InternetGatewayAttachment could not"
                    + " be read: denied"));
  }

  @Test
  void of_aSharedVpc_isItsOwners() {
    Vpc shared =
        new Vpc("vpc-1", "1", "r", "vpc-1", "2", false, List.of(), List.of(), List.of(), Map.of());
    EffectiveInternetGateway gateway =
        EffectiveInternetGateway.of(shared, List.of(), List.of(), List.of(), missing());
    assertThat(gateway.hasGateway()).isEqualTo(Tris.PERHAPS);
    assertThat(gateway.doubts())
        .contains(new Doubt("IGW_FACT_MISSING", "the internet gateway of vpc-1 is its owner's, 2"));
  }

  @Test
  void delivers_withARouteTableOfItsOwn_isCertainOnlyOfTheLocalRoute() {
    assertThat(withEdge("10.0.0.0/16 LOCAL local active").delivers(ADDRESS)).isEqualTo(Tris.YES);
    assertThat(withEdge().delivers(ADDRESS)).isEqualTo(Tris.PERHAPS);
    String local = "10.0.0.0/16 LOCAL local active";
    for (String state : List.of("active", "blackhole")) {
      String diverted = "10.0.1.0/24 NETWORK_INTERFACE eni-9 " + state;
      assertThat(withEdge(local, diverted).delivers(ADDRESS)).isEqualTo(Tris.PERHAPS);
      assertThat(withEdge(local, diverted).delivers(Cidr.parse("10.0.2.1/32"))).isEqualTo(Tris.YES);
    }
    assertThat(withEdge(local, "10.0.1.0/x NETWORK_INTERFACE eni-9 active").delivers(ADDRESS))
        .isEqualTo(Tris.PERHAPS);
  }

  @Test
  void delivers_ifTheRouteTableMayBeMissing_isNotKnown() {
    EffectiveInternetGateway absent =
        EffectiveInternetGateway.of(
            world.vpc(),
            world.attachments,
            List.of(association("rtb-9", "igw-1")),
            List.of(),
            missing("RouteTable"));
    assertThat(absent.delivers(ADDRESS)).isEqualTo(Tris.PERHAPS);
    assertThat(absent.doubts())
        .containsExactly(
            new Doubt(
                "EDGE_ROUTE_TABLE_UNKNOWN",
                "the route table of the internet gateway of vpc-1 is not known: RouteTable could"
                    + " not be read: denied"));
    world.missing = missing("RouteTableAssociation");
    assertThat(world.gateway().delivers(ADDRESS)).isEqualTo(Tris.PERHAPS);
  }

  @Test
  void internet_ofAVpcWithPublicBlocks_isWithoutThese() {
    world.vpcBlocks = List.of("10.0.0.0/16", "8.8.0.0/16", "2600:1f18::/56");
    EffectiveInternetGateway gateway = world.gateway();
    assertThat(gateway.internet(AddressFamily.IPV4))
        .isEqualTo(Internet.IPV4.minus(IpSet.of(Cidr.parse("8.8.0.0/16"))));
    assertThat(gateway.internet(AddressFamily.IPV6))
        .isEqualTo(Internet.IPV6.minus(IpSet.of(Cidr.parse("2600:1f18::/56"))));
  }

  @Test
  void internetOf_aVpcWithAnOddBlockOrNone_isNothingForCertain() {
    world.vpcBlocks = List.of("10.0.0.0/33");
    EffectiveInternetGateway gateway = world.gateway();
    IpSet none = IpSet.empty(AddressFamily.IPV4);
    assertThat(EffectiveInternetGateway.internetOf(gateway, AddressFamily.IPV4))
        .isEqualTo(new dev.merlon.fact.net.Tri<>(none, Internet.IPV4));
    assertThat(EffectiveInternetGateway.internetOf(null, AddressFamily.IPV4))
        .isEqualTo(new dev.merlon.fact.net.Tri<>(none, Internet.IPV4));
    assertThat(gateway.doubts()).extracting(Doubt::code).containsExactly("VPC_NOT_UNDERSTOOD");
  }
}
