/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import dev.merlon.fact.ec2.NatGateway;
import dev.merlon.fact.net.AddressFamily;
import dev.merlon.fact.net.IpSet;
import dev.merlon.fact.net.Tri;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a NAT gateway gets to on the internet: by the routes of its own subnet (EGR-2), or by its
 * own route table if it is a regional one (EGR-5). There is one for every NAT gateway. Carries its
 * own doubt.
 *
 * @param regional whether it is in no subnet and has a route table of its own
 * @param subnet its subnet; null for a regional one, and where that is not known
 * @param internet what it reaches
 * @param doubts why it may reach more
 */
public record NatPath(
    String natGatewayId,
    String vpcId,
    String account,
    String region,
    boolean regional,
    @Nullable SubnetNetwork subnet,
    Tri<IpSet> internet,
    List<Doubt> doubts) {

  public NatPath {
    doubts = List.copyOf(doubts);
  }

  /**
   * Follows the routes.
   *
   * @param subnets the {@link SubnetNetwork} of its subnet
   * @param tables the {@link RoutePaths} of its own route table
   * @param gateways the {@link EffectiveInternetGateway} of its VPC
   */
  public static NatPath of(
      NatGateway nat, Collection<?> subnets, Collection<?> tables, Collection<?> gateways) {
    boolean regional = nat.isRegional() || nat.subnetId().isEmpty();
    SubnetNetwork subnet = regional ? null : Only.of(SubnetNetwork.class, subnets);
    IpSet none = IpSet.empty(AddressFamily.IPV4);
    List<Doubt> doubts = new ArrayList<>();
    Tri<IpSet> internet;
    if (!nat.isAvailable() || nat.isPrivate()) {
      internet = Tri.exactly(none);
    } else {
      RoutePaths paths =
          regional ? Only.of(RoutePaths.class, tables) : subnet == null ? null : subnet.paths();
      EffectiveInternetGateway gateway = Only.of(EffectiveInternetGateway.class, gateways);
      if (paths == null || gateway == null) {
        internet = new Tri<>(none, IpSet.all(AddressFamily.IPV4));
        doubts.add(
            new Doubt(
                "NAT_FACT_MISSING",
                "the route table of NAT gateway " + nat.natGatewayId() + " is not known"));
      } else {
        Tri<IpSet> direct = InternetEgress.toInternetGateway(AddressFamily.IPV4, paths, gateway);
        IpSet behind =
            paths.of(AddressFamily.IPV4).byKnownRoutes(h -> false, NatPath::goesOn).may();
        internet = new Tri<>(direct.must(), direct.may().union(behind));
        if (!behind.isEmpty()) {
          doubts.add(
              new Doubt(
                  "EGRESS_NOT_MODELLED",
                  "what lies behind the routes of NAT gateway "
                      + nat.natGatewayId()
                      + " is not modelled"));
        }
        doubts.addAll(paths.doubts());
        doubts.addAll(gateway.doubts());
      }
    }
    return new NatPath(
        nat.natGatewayId(),
        nat.vpcId(),
        nat.account(),
        nat.region(),
        regional,
        subnet,
        internet,
        internet.isExact() ? List.of() : doubts);
  }

  /** What is translated may still pass a firewall before the internet gateway (EGR-6). */
  private static boolean goesOn(RouteHop hop) {
    return hop.mayForward()
        && switch (hop.way()) {
          case LOCAL,
              INTERNET_GATEWAY,
              EGRESS_ONLY_INTERNET_GATEWAY,
              NAT_GATEWAY,
              PEERING,
              GATEWAY_ENDPOINT ->
              false;
          default -> true;
        };
  }
}
