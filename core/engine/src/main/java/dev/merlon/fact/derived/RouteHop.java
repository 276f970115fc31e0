/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import dev.merlon.fact.ec2.Route;
import java.util.Locale;

/**
 * A route with what it leads to.
 *
 * @param blackhole whether its target is gone, so that it drops what it takes (RT-4)
 * @param certain whether it is known whether it forwards or drops
 */
record RouteHop(Route route, Way way, boolean blackhole, boolean certain) {

  /** What kind of thing the next hop is. */
  enum Way {
    LOCAL,
    INTERNET_GATEWAY,
    EGRESS_ONLY_INTERNET_GATEWAY,
    NAT_GATEWAY,
    VPN_GATEWAY,
    TRANSIT_GATEWAY,
    PEERING,
    APPLIANCE,
    GATEWAY_ENDPOINT,
    GATEWAY_LOAD_BALANCER_ENDPOINT,
    /** An endpoint of either kind. */
    ENDPOINT,
    CARRIER_GATEWAY,
    LOCAL_GATEWAY,
    CORE_NETWORK,
    OTHER
  }

  static RouteHop of(Route route, Way endpoint) {
    Way way =
        switch (route.targetType()) {
          case LOCAL -> Way.LOCAL;
          case INTERNET_GATEWAY -> Way.INTERNET_GATEWAY;
          case EGRESS_ONLY_INTERNET_GATEWAY -> Way.EGRESS_ONLY_INTERNET_GATEWAY;
          case NAT_GATEWAY -> Way.NAT_GATEWAY;
          case VPN_GATEWAY -> Way.VPN_GATEWAY;
          case TRANSIT_GATEWAY -> Way.TRANSIT_GATEWAY;
          case VPC_PEERING_CONNECTION -> Way.PEERING;
          case NETWORK_INTERFACE -> Way.APPLIANCE;
          case VPC_ENDPOINT -> endpoint;
          case CARRIER_GATEWAY -> Way.CARRIER_GATEWAY;
          case LOCAL_GATEWAY -> Way.LOCAL_GATEWAY;
          case CORE_NETWORK -> Way.CORE_NETWORK;
          case ODB_NETWORK, OTHER -> Way.OTHER;
        };
    String state = route.state().toLowerCase(Locale.ROOT);
    boolean active = state.equals("active") || (way == Way.LOCAL && state.isEmpty());
    boolean blackhole = state.equals("blackhole");
    return new RouteHop(route, way, blackhole, active || blackhole);
  }

  /** Whether what it takes certainly goes on to its target. */
  boolean forwards() {
    return certain && !blackhole;
  }

  /** Whether what it takes goes on to its target, for all that is known. */
  boolean mayForward() {
    return !blackhole;
  }

  boolean leadsTo(Way wanted, String targetId) {
    return way == wanted && route.targetId().equals(targetId);
  }

  /** As people write it: {@code 0.0.0.0/0->igw-1}. */
  @Override
  public String toString() {
    return route.destination() + "->" + route.targetId() + (blackhole ? " (blackhole)" : "");
  }
}
