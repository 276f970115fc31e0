/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import dev.merlon.fact.ec2.Subnet;
import dev.merlon.fact.net.AddressFamily;
import dev.merlon.fact.net.Internet;
import dev.merlon.fact.net.IpSet;
import dev.merlon.fact.net.Tri;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a subnet is public, private with a way out, or isolated, in each family on its own (D3,
 * D4, GEN-2): by routes that are active, as one set of destinations, and VPC Block Public Access.
 * There is one for every subnet. Carries its own doubt.
 *
 * @param ipv4Public whether it is public for IPv4
 * @param ipv6Public whether it is public for IPv6
 * @param doubt why a tier is not known; empty if both are
 */
public record SubnetTier(
    String subnetId,
    String vpcId,
    String account,
    String region,
    NetworkTier ipv4,
    NetworkTier ipv6,
    Tri<Boolean> ipv4Public,
    Tri<Boolean> ipv6Public,
    String doubt) {

  /** Judges the routes. */
  public static SubnetTier of(Subnet subnet, SubnetNetwork network) {
    Routed ipv4 = Routed.of(AddressFamily.IPV4, network);
    Routed ipv6 = Routed.of(AddressFamily.IPV6, network);
    boolean known = ipv4.tier() != NetworkTier.UNKNOWN && ipv6.tier() != NetworkTier.UNKNOWN;
    return new SubnetTier(
        subnet.subnetId(),
        subnet.vpcId(),
        subnet.account(),
        subnet.region(),
        ipv4.tier(),
        ipv6.tier(),
        ipv4.isPublic(),
        ipv6.isPublic(),
        known ? "" : doubt(network));
  }

  private static String doubt(SubnetNetwork network) {
    List<Doubt> doubts = new ArrayList<>();
    RoutePaths paths = network.paths();
    EffectiveInternetGateway gateway = network.gateway();
    doubts.addAll(paths == null ? List.of(network.whyNoPaths()) : paths.doubts());
    doubts.addAll(gateway == null ? List.of(network.whyNoGateway()) : gateway.doubts());
    if (!network.blockPublicAccess().doubt().isEmpty()) {
      doubts.add(new Doubt(IngressGate.BPA_STATE_UNKNOWN, network.blockPublicAccess().doubt()));
    }
    return Doubt.texts(doubts);
  }

  /** The tier of one family. */
  private record Routed(NetworkTier tier, Tri<Boolean> isPublic) {

    static Routed of(AddressFamily family, SubnetNetwork network) {
      RoutePaths paths = network.paths();
      EffectiveInternetGateway gateway = network.gateway();
      if (paths == null || gateway == null) {
        return new Routed(NetworkTier.UNKNOWN, Tris.PERHAPS);
      }
      Tri<IpSet> out = InternetEgress.toInternetGateway(family, paths, gateway);
      Tri<Boolean> open = network.blockPublicAccess().ingress();
      Tri<Boolean> wide = new Tri<>(Internet.isWide(out.must()), Internet.isWide(out.may()));
      Tri<Boolean> isPublic = Tris.and(wide, open);
      if (isPublic.must()) {
        return new Routed(NetworkTier.PUBLIC, isPublic);
      }
      if (isPublic.may()) {
        return new Routed(NetworkTier.UNKNOWN, isPublic);
      }
      IpSet internet = gateway.internet(family);
      if (open.may() && out.must().intersects(internet)) {
        return new Routed(NetworkTier.PARTLY_PUBLIC, isPublic);
      }
      Tri<IpSet> elsewhere =
          paths
              .of(family)
              .where(
                  hop -> hop.forwards() && leadsElsewhere(hop),
                  hop -> hop.mayForward() && leadsElsewhere(hop));
      if (Internet.isWide(elsewhere.must())) {
        return new Routed(NetworkTier.PRIVATE_WITH_EGRESS, isPublic);
      }
      return new Routed(
          Internet.isWide(elsewhere.may()) ? NetworkTier.UNKNOWN : NetworkTier.ISOLATED, isPublic);
    }

    private static boolean leadsElsewhere(RouteHop hop) {
      return switch (hop.way()) {
        case LOCAL, INTERNET_GATEWAY, PEERING, GATEWAY_ENDPOINT -> false;
        default -> true;
      };
    }
  }
}
