/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import dev.merlon.fact.net.AddressFamily;
import dev.merlon.fact.net.Flows;
import dev.merlon.fact.net.IpSet;
import dev.merlon.fact.net.PortMap;
import dev.merlon.fact.net.PortSet;
import dev.merlon.fact.net.Protocols;
import dev.merlon.fact.net.RoutePartition;
import dev.merlon.fact.net.Tri;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What one gate on the way from the internet into a subnet lets through, by the address that it
 * comes from. The gates of a subnet are asked together, so a rule of your own that inserts one more
 * closes the way a bit more:
 *
 * <pre>{@code
 * rule "corporate-firewall"
 *     @decides(IngressGate)
 * when
 *     $subnet : SubnetNetwork( vpcId == "vpc-1a2b" )
 * then
 *     insert(IngressGate.closed($subnet, "CORPORATE_FIREWALL", PortSet.parse("22,3389")));
 * end
 * }</pre>
 *
 * @param name what closes the way, in explanations: {@code NACL_IN}
 * @param order its place on the way; the gates of this library have 10, 20, …
 * @param inbound whether a packet meets it on its way in, otherwise the reply does on its way out
 * @param ipv4 by the address that it comes from
 * @param ipv6 by the address that it comes from
 * @param doubts why {@code may} is more than {@code must}
 */
public record IngressGate(
    String subnetId,
    String account,
    String region,
    String name,
    int order,
    boolean inbound,
    Tri<Flows> ipv4,
    Tri<Flows> ipv6,
    List<Doubt> doubts) {

  static final String NO_ATTACHED_IGW = "NO_ATTACHED_IGW";
  static final String BPA = "BPA";
  static final String NACL_IN = "NACL_IN";
  static final String NO_RETURN_ROUTE_TO_IGW = "NO_RETURN_ROUTE_TO_IGW";
  static final String NACL_OUT_RETURN = "NACL_OUT_RETURN";

  /** Why VPC Block Public Access may stop more, or less. */
  static final String BPA_STATE_UNKNOWN = "BPA_STATE_UNKNOWN";

  private static final int OWN = 5; // in front of the internet gateway

  public IngressGate {
    doubts = List.copyOf(doubts);
  }

  /** An internet gateway is attached to the VPC (IGW-1). */
  public static IngressGate internetGateway(SubnetNetwork subnet) {
    EffectiveInternetGateway gateway = subnet.gateway();
    return gateway == null
        ? of(subnet, NO_ATTACHED_IGW, 10, true, Tris.PERHAPS, List.of(subnet.whyNoGateway()))
        : of(subnet, NO_ATTACHED_IGW, 10, true, gateway.hasGateway(), gateway.doubts());
  }

  /** VPC Block Public Access lets connections in (BPA-1 to BPA-5). */
  public static IngressGate blockPublicAccess(SubnetNetwork subnet) {
    EffectiveBlockPublicAccess outcome = subnet.blockPublicAccess();
    return of(
        subnet,
        BPA,
        20,
        true,
        outcome.ingress(),
        List.of(new Doubt(BPA_STATE_UNKNOWN, outcome.doubt())));
  }

  /** The network ACL lets the packet in (IN-5). */
  public static IngressGate networkAclIn(SubnetNetwork subnet) {
    NetworkAclFlows acl = subnet.aclFlows();
    return acl == null
        ? of(subnet, NACL_IN, 30, true, Tris.PERHAPS, List.of(subnet.whyNoAcl()))
        : of(subnet, NACL_IN, 30, true, acl.ipv4In(), acl.ipv6In(), acl.doubts());
  }

  /** The route back leads to the gateway that the packet came through (RET-1). */
  public static IngressGate returnRoute(SubnetNetwork subnet) {
    RoutePaths paths = subnet.paths();
    if (paths == null) {
      return of(
          subnet, NO_RETURN_ROUTE_TO_IGW, 50, false, Tris.PERHAPS, List.of(subnet.whyNoPaths()));
    }
    TreeSet<Doubt> doubts = new TreeSet<>(paths.doubts());
    EffectiveInternetGateway gateway = subnet.gateway();
    doubts.addAll(gateway == null ? List.of(subnet.whyNoGateway()) : gateway.doubts());
    Tri<Flows> ipv4 = back(AddressFamily.IPV4, paths, gateway);
    Tri<Flows> ipv6 = back(AddressFamily.IPV6, paths, gateway);
    if (throughOthers(paths.ipv4()) || throughOthers(paths.ipv6())) {
      doubts.add(
          new Doubt(
              "RETURN_VIA_MIDDLEBOX",
              "what route table "
                  + paths.routeTableId()
                  + " sends to an appliance or an endpoint may or may not come back"));
    }
    return of(subnet, NO_RETURN_ROUTE_TO_IGW, 50, false, ipv4, ipv6, List.copyOf(doubts));
  }

  private static boolean throughOthers(RoutePartition<RouteHop> routes) {
    return !routes.byKnownRoutes(hop -> false, IngressGate::mayComeBack).may().isEmpty();
  }

  private static Tri<Flows> back(
      AddressFamily family, RoutePaths paths, @Nullable EffectiveInternetGateway gateway) {
    Tri<IpSet> back =
        paths
            .of(family)
            .where(
                hop -> leadsBack(hop, gateway).must(),
                hop -> mayComeBack(hop) || leadsBack(hop, gateway).may());
    return Tris.everywhere(back);
  }

  private static Tri<Boolean> leadsBack(RouteHop hop, @Nullable EffectiveInternetGateway gateway) {
    return gateway == null
        ? new Tri<>(false, hop.mayForward() && hop.way() == RouteHop.Way.INTERNET_GATEWAY)
        : gateway.isReachedBy(hop);
  }

  /** What an appliance does with a reply, nobody can tell (RET-1). */
  private static boolean mayComeBack(RouteHop hop) {
    return hop.mayForward()
        && switch (hop.way()) {
          case APPLIANCE, GATEWAY_LOAD_BALANCER_ENDPOINT, ENDPOINT, OTHER -> true;
          default -> false;
        };
  }

  /** The network ACL lets the reply out (RET-2, RET-3). */
  public static IngressGate networkAclReply(SubnetNetwork subnet) {
    NetworkAclFlows acl = subnet.aclFlows();
    return acl == null
        ? of(subnet, NACL_OUT_RETURN, 60, false, Tris.PERHAPS, List.of(subnet.whyNoAcl()))
        : of(
            subnet,
            NACL_OUT_RETURN,
            60,
            false,
            acl.ipv4Answered(),
            acl.ipv6Answered(),
            acl.doubts());
  }

  /**
   * A gate of your own that lets nothing in.
   *
   * @param name what closes the way, in explanations
   */
  public static IngressGate closed(SubnetNetwork subnet, String name) {
    return of(subnet, name, OWN, true, Tris.NO, List.of());
  }

  /**
   * A gate of your own that lets in what is for other ports, and protocols without ports.
   *
   * @param name what closes the way, in explanations
   * @param ports the ports of TCP and UDP that nothing gets to
   */
  public static IngressGate closed(SubnetNetwork subnet, String name, PortSet ports) {
    return of(
        subnet,
        name,
        OWN,
        true,
        Tri.exactly(allBut(ports, AddressFamily.IPV4)),
        Tri.exactly(allBut(ports, AddressFamily.IPV6)),
        List.of());
  }

  private static Flows allBut(PortSet ports, AddressFamily family) {
    Flows flows = Flows.all(family);
    PortMap all = flows.otherProtocols();
    PortMap open = all.minus(PortMap.empty(family).with(ports, IpSet.all(family)));
    return flows.withProtocol(Protocols.TCP, open).withProtocol(Protocols.UDP, open);
  }

  /**
   * Returns this gate as one that may be open instead, for all that is known.
   *
   * @param why what is not known
   */
  public IngressGate inDoubt(String why) {
    return new IngressGate(
        subnetId,
        account,
        region,
        name,
        order,
        inbound,
        new Tri<>(ipv4.must(), Flows.all(AddressFamily.IPV4)),
        new Tri<>(ipv6.must(), Flows.all(AddressFamily.IPV6)),
        List.of(new Doubt(name + "_UNKNOWN", why)));
  }

  private static IngressGate of(
      SubnetNetwork subnet,
      String name,
      int order,
      boolean inbound,
      Tri<Boolean> open,
      List<Doubt> doubts) {
    return of(
        subnet,
        name,
        order,
        inbound,
        Tris.given(open, Tri.exactly(Flows.all(AddressFamily.IPV4))),
        Tris.given(open, Tri.exactly(Flows.all(AddressFamily.IPV6))),
        doubts);
  }

  private static IngressGate of(
      SubnetNetwork subnet,
      String name,
      int order,
      boolean inbound,
      Tri<Flows> ipv4,
      Tri<Flows> ipv6,
      List<Doubt> doubts) {
    return new IngressGate(
        subnet.subnetId(),
        subnet.account(),
        subnet.region(),
        name,
        order,
        inbound,
        ipv4,
        ipv6,
        ipv4.isExact() && ipv6.isExact() ? List.of() : doubts);
  }

  /** What it lets through of a family. */
  Tri<Flows> flows(AddressFamily family) {
    return family == AddressFamily.IPV4 ? ipv4 : ipv6;
  }
}
