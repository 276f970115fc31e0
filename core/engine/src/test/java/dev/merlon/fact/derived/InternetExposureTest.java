/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import static dev.merlon.fact.derived.NetworkWorld.missing;
import static dev.merlon.fact.derived.NetworkWorld.options;
import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.fact.net.AddressFamily;
import dev.merlon.fact.net.Flows;
import dev.merlon.fact.net.Internet;
import dev.merlon.fact.net.PortSet;
import dev.merlon.fact.net.Tri;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class InternetExposureTest {

  private static final Flows NONE = Flows.none(AddressFamily.IPV4);
  private static final Flows SSH = NONE.with(6, 22, 22, Internet.IPV4);

  private final NetworkWorld world = new NetworkWorld();

  @Test
  void of_anOpenWay_isTheGroupsPorts() {
    InternetExposure exposure = world.exposure();
    assertThat(exposure.flows(AddressFamily.IPV4)).isEqualTo(Tri.exactly(SSH));
    assertThat(exposure.flows(AddressFamily.IPV6))
        .isEqualTo(Tri.exactly(Flows.none(AddressFamily.IPV6)));
    assertThat(exposure.oneWay(AddressFamily.IPV4)).isEqualTo(Tri.exactly(NONE));
    assertThat(exposure.verdict()).isEqualTo(Reachability.REACHABLE);
    assertThat(exposure.opens(22)).isTrue();
    assertThat(exposure.mayOpen(23)).isFalse();
    assertThat(exposure.clientPortCoverage(AddressFamily.IPV4)).isEqualTo(ClientPorts.FULL);
    assertThat(exposure.blockers(AddressFamily.IPV4)).isEmpty();
    assertThat(exposure.unknownReasons()).isEmpty();
    assertThat(exposure.doubt()).isEmpty();
    assertThat(exposure.path())
        .containsExactly(
            "tcp/22: internet 1.0.0.0 -> igw-1 -> vpc-1 -> acl-1 in#100 allow -> sg-1 sgr-1 tcp/22"
                + " 0.0.0.0/0 -> eni-1 (203.0.113.10) -> i-1",
            "reply: rtb-1 0.0.0.0/0->igw-1 -> acl-1 out#100 allow");
  }

  @Test
  void of_aVpcWithAPublicBlock_comesNotFromThere() {
    world.vpcBlocks = List.of("44.0.0.0/8");
    world.rules = List.of("tcp 22 22 44.0.0.0/8");
    assertThat(world.exposure().flows(AddressFamily.IPV4)).isEqualTo(Tri.exactly(NONE));
  }

  @Test
  void of_twoRules_isNoProduct() {
    world.rules = List.of("tcp 443 443 0.0.0.0/1", "tcp 22 22 198.51.100.0/24");
    Flows flows = world.exposure().flows(AddressFamily.IPV4).must();
    assertThat(flows.protocol(6).at(22)).hasToString("198.51.100.0/24");
    assertThat(
            flows.protocol(6).at(443).contains(dev.merlon.fact.net.Cidr.parse("198.51.100.0/24")))
        .isFalse();
  }

  @Test
  void oneWay_behindADefaultRouteToANatGateway_isWhatArrives() {
    world.routes = List.of("0.0.0.0/0 NAT_GATEWAY nat-1 active");
    InternetExposure exposure = world.exposure();
    assertThat(exposure.flows(AddressFamily.IPV4)).isEqualTo(Tri.exactly(NONE));
    assertThat(exposure.oneWay(AddressFamily.IPV4)).isEqualTo(Tri.exactly(SSH));
    assertThat(exposure.delivered().must().isEmpty()).isTrue(); // TCP does nothing unanswered
    assertThat(exposure.blockers(AddressFamily.IPV4)).containsExactly("NO_RETURN_ROUTE_TO_IGW");
    assertThat(exposure.path()).isEmpty();
  }

  @Test
  void delivered_ifItIsNotKnownWhetherRepliesGetBack_isCertainOfUdp() {
    world.rules = List.of("udp 53 53 0.0.0.0/0", "tcp 22 22 0.0.0.0/0");
    world.missing = missing("Route");
    InternetExposure exposure = world.exposure();
    assertThat(exposure.must().isEmpty()).isTrue();
    assertThat(exposure.delivered().must()).hasToString("udp 53 (dns)");
    assertThat(exposure.delivered().may()).hasToString("tcp 22 (ssh), udp 53 (dns)");
    assertThat(exposure.opened(exposure.delivered().must()))
        .isEqualTo(
            Map.of(
                "open", "udp 53 (dns)",
                "oneWay", "packets arrive, it is not known whether replies get back"));
    assertThat(exposure.answers(PortSet.empty(), PortSet.empty())).isEqualTo("not known");
    assertThat(exposure.answers(PortSet.of(22), PortSet.of(53))).isEqualTo("false");
  }

  @Test
  void opened_fromFewClientPorts_saysWhich() {
    world.entries = List.of("in 100 allow -1 0.0.0.0/0", "out 90 allow 6 0.0.0.0/0 80 80");
    InternetExposure exposure = world.exposure();
    assertThat(exposure.clientPorts(AddressFamily.IPV4)).isEqualTo(PortSet.of(80));
    assertThat(exposure.clientPortCoverage(AddressFamily.IPV4)).isEqualTo(ClientPorts.CONTRIVED);
    assertThat(exposure.opened(exposure.must())).containsEntry("clientPorts", "80");
    assertThat(exposure.answers(PortSet.empty(), PortSet.empty())).isEqualTo("true");
  }

  @Test
  void blockers_ifSeveralBlockAlone_areAllOfThem() {
    world.publicIp = "";
    world.rules = List.of();
    world.routes = List.of();
    world.options = List.of(options("block-bidirectional"));
    world.attachments = List.of();
    world.entries = List.of();
    world.deniesInternetGateway = true;
    world.interfaceType = "nat_gateway";
    assertThat(world.exposure().blockers(AddressFamily.IPV4))
        .containsExactly(
            "NO_PUBLIC_ADDRESS",
            "ENI_DENIES_IGW",
            "NAT_GATEWAY_TAKES_NO_CONNECTIONS",
            "NO_ATTACHED_IGW",
            "BPA",
            "NACL_IN",
            "SG_IN",
            "NO_RETURN_ROUTE_TO_IGW",
            "NACL_OUT_RETURN");
  }

  @Test
  void blockers_ifNoneBlocksAlone_areSomeThatDoTogether() {
    world.rules = List.of("tcp 22 22 0.0.0.0/1");
    world.entries = List.of("in 100 allow -1 128.0.0.0/1", "out 100 allow -1 0.0.0.0/0");
    assertThat(world.exposure().blockers(AddressFamily.IPV4)).containsExactly("NACL_IN", "SG_IN");
  }

  @Test
  void verdict_ifOneThingIsMissing_isUnknownBecauseOfThat() {
    world.options = List.of();
    InternetExposure exposure = world.exposure();
    assertThat(exposure.flows(AddressFamily.IPV4)).isEqualTo(new Tri<>(NONE, SSH));
    assertThat(exposure.verdict()).isEqualTo(Reachability.UNKNOWN);
    assertThat(exposure.unknownReasons()).containsExactly("BPA_STATE_UNKNOWN");
    assertThat(exposure.doubt()).isEqualTo("VPC Block Public Access is not known");
    assertThat(exposure.path().get(0)).startsWith("perhaps tcp/22: internet 1.0.0.0 -> igw-1");
  }

  @Test
  void verdict_withoutAnAddress_isCertainWhateverIsMissing() {
    world.publicIp = "";
    world.missing =
        missing(
            "NetworkInterfaceGroup", "Subnet", "Route", "NetworkAclEntry", "VpcBlockPublicAccess");
    world.options = List.of();
    for (List<SubnetIngress> subnets :
        List.of(List.of(world.ingress()), List.<SubnetIngress>of())) {
      InternetExposure exposure = world.exposure(subnets);
      assertThat(exposure.verdict()).isEqualTo(Reachability.NOT_REACHABLE);
      assertThat(exposure.may().isEmpty()).isTrue();
      assertThat(exposure.doubt()).isEmpty();
    }
  }

  @Test
  void verdict_withoutASubnet_isUnknown() {
    InternetExposure exposure = world.exposure(List.of());
    assertThat(exposure.verdict()).isEqualTo(Reachability.UNKNOWN);
    assertThat(exposure.unknownReasons()).containsExactly("SUBNET_FACT_MISSING");
    assertThat(exposure.path())
        .containsExactly(
            "perhaps tcp/22: internet 1.0.0.0 -> subnet subnet-1 unknown -> sg-1 sgr-1 tcp/22"
                + " 0.0.0.0/0 -> eni-1 (203.0.113.10) -> i-1");
  }

  @Test
  void flows_ofIpv6_needNoPublicIpv4Address() {
    world.publicIp = "";
    world.ipv6Addresses = List.of("2600:1f18::10");
    world.vpcBlocks = List.of("2600:1f18::/56");
    world.routes = List.of("::/0 INTERNET_GATEWAY igw-1 active");
    world.entries = List.of("in 100 allow -1 ::/0", "out 100 allow -1 ::/0");
    world.rules = List.of("tcp 22 22 ::/0");
    InternetExposure exposure = world.exposure();
    assertThat(exposure.flows(AddressFamily.IPV6).must().protocol(6).at(22))
        .isEqualTo(
            Internet.IPV6.minus(
                dev.merlon.fact.net.IpSet.of(dev.merlon.fact.net.Cidr.parse("2600:1f18::/56"))));
    assertThat(exposure.flows(AddressFamily.IPV4)).isEqualTo(Tri.exactly(NONE));
  }
}
