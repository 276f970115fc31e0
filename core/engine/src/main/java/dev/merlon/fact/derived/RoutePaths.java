/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import dev.merlon.fact.ec2.Route;
import dev.merlon.fact.ec2.RouteTable;
import dev.merlon.fact.ec2.RouteTarget;
import dev.merlon.fact.ec2.VpcEndpoint;
import dev.merlon.fact.net.AddressFamily;
import dev.merlon.fact.net.Cidr;
import dev.merlon.fact.net.RoutePartition;
import dev.merlon.fact.net.RoutePartition.Rank;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where a route table sends each address, by longest prefix match (RT-1 to RT-4). There is one for
 * every route table. Carries its own doubt.
 *
 * @param vpcId the VPC of the table
 * @param ipv4 which route takes which IPv4 addresses
 * @param ipv6 which route takes which IPv6 addresses
 * @param doubts why it may send addresses elsewhere; empty if everything is known
 */
public record RoutePaths(
    String routeTableId,
    String vpcId,
    String account,
    String region,
    RoutePartition<RouteHop> ipv4,
    RoutePartition<RouteHop> ipv6,
    List<Doubt> doubts) {

  public RoutePaths {
    doubts = List.copyOf(doubts);
  }

  /**
   * Sorts out the routes of a table.
   *
   * @param routes its {@link Route}s, in any order
   * @param prefixLists the {@link PrefixListAddresses} of its account and Region
   * @param endpoints the {@link VpcEndpoint}s of its VPC
   */
  public static RoutePaths of(
      RouteTable table,
      Collection<?> routes,
      Collection<?> prefixLists,
      Collection<?> endpoints,
      MissingReads missing) {
    return new Builder(table, prefixLists, endpoints, missing).build(routes);
  }

  /** Where addresses of a family go. */
  RoutePartition<RouteHop> of(AddressFamily family) {
    return family == AddressFamily.IPV4 ? ipv4 : ipv6;
  }

  private static final class Builder {
    private final RouteTable table;
    private final Map<String, PrefixListAddresses> lists = new HashMap<>();
    private final Map<String, VpcEndpoint> endpoints = new HashMap<>();
    private final MissingReads missing;
    private final List<RoutePartition.Entry<RouteHop>> entries = new ArrayList<>();
    private final Set<AddressFamily> incomplete = EnumSet.noneOf(AddressFamily.class);
    private final TreeSet<Doubt> doubts = new TreeSet<>();

    Builder(RouteTable table, Collection<?> lists, Collection<?> endpoints, MissingReads missing) {
      this.table = table;
      this.missing = missing;
      for (Object each : lists) {
        PrefixListAddresses list = (PrefixListAddresses) each;
        this.lists.put(list.prefixListId(), list);
      }
      for (Object each : endpoints) {
        VpcEndpoint endpoint = (VpcEndpoint) each;
        this.endpoints.put(endpoint.vpcEndpointId(), endpoint);
      }
    }

    RoutePaths build(Collection<?> routes) {
      if (missing.concern("Route", table.account(), table.region())) {
        incomplete.addAll(EnumSet.allOf(AddressFamily.class));
        doubts.add(
            new Doubt(
                "ROUTE_TABLE_FACT_MISSING",
                missing.because(
                    "the routes of " + table.routeTableId() + " are not known",
                    "Route",
                    table.account(),
                    table.region())));
      }
      routes.forEach(route -> add((Route) route));
      RoutePartition<RouteHop> ipv4 = partition(AddressFamily.IPV4);
      RoutePartition<RouteHop> ipv6 = partition(AddressFamily.IPV6);
      return new RoutePaths(
          table.routeTableId(),
          table.vpcId(),
          table.account(),
          table.region(),
          ipv4,
          ipv6,
          List.copyOf(doubts));
    }

    private RoutePartition<RouteHop> partition(AddressFamily family) {
      RoutePartition<RouteHop> partition =
          RoutePartition.of(family, entries, incomplete.contains(family));
      for (List<RouteHop> rivals : partition.rivals()) {
        TreeSet<String> texts = new TreeSet<>();
        rivals.forEach(hop -> texts.add(hop.toString()));
        doubt(
            "ROUTES_COMPETE", "AWS does not say which of " + String.join(" and ", texts) + " wins");
      }
      return partition;
    }

    private void add(Route route) {
      RouteHop hop = RouteHop.of(route, kindOfEndpoint(route));
      if (!hop.certain()) {
        doubt("ROUTE_NOT_UNDERSTOOD", "route " + hop + " has the state " + route.state());
      }
      if (!route.destinationPrefixListId().isEmpty()) {
        addList(hop);
      }
      addBlock(hop, route.destinationCidrBlock(), AddressFamily.IPV4);
      addBlock(hop, route.destinationIpv6CidrBlock(), AddressFamily.IPV6);
      if (route.destination().isEmpty()) {
        unresolved(
            "ROUTE_NOT_UNDERSTOOD", "a route of it has no destination", AddressFamily.values());
      }
    }

    private RouteHop.Way kindOfEndpoint(Route route) {
      if (route.targetType() != RouteTarget.VPC_ENDPOINT) {
        return RouteHop.Way.OTHER;
      }
      VpcEndpoint endpoint = endpoints.get(route.targetId());
      if (endpoint == null) {
        doubt(
            "ENDPOINT_FACT_MISSING",
            missing.because(
                "the kind of " + route.targetId() + " is not known",
                "VpcEndpoint",
                table.account(),
                table.region()));
        return RouteHop.Way.ENDPOINT;
      }
      return endpoint.isGateway()
          ? RouteHop.Way.GATEWAY_ENDPOINT
          : RouteHop.Way.GATEWAY_LOAD_BALANCER_ENDPOINT;
    }

    private void addList(RouteHop hop) {
      String id = hop.route().destinationPrefixListId();
      PrefixListAddresses list = lists.get(id);
      if (list == null || !list.doubt().isEmpty()) {
        unresolved(
            "ROUTE_PREFIX_LIST_UNRESOLVED",
            list == null
                ? missing.because(
                    "prefix list " + id + " is not known",
                    "PrefixList",
                    table.account(),
                    table.region())
                : list.doubt(),
            AddressFamily.values());
      }
      if (list != null) {
        list.blocks().forEach(block -> entries.add(entry(block, Rank.PREFIX_LIST, hop)));
      }
    }

    private void addBlock(RouteHop hop, String text, AddressFamily family) {
      if (!text.isEmpty()) {
        try {
          Cidr block = Cidr.parse(text);
          entries.add(entry(block, rankOf(hop), hop));
        } catch (IllegalArgumentException e) {
          unresolved("ROUTE_NOT_UNDERSTOOD", String.valueOf(e.getMessage()), family);
        }
      }
    }

    private static Rank rankOf(RouteHop hop) {
      if (hop.way() == RouteHop.Way.LOCAL) {
        return Rank.LOCAL;
      }
      return hop.route().isPropagated() ? Rank.PROPAGATED : Rank.STATIC;
    }

    private static RoutePartition.Entry<RouteHop> entry(Cidr block, Rank rank, RouteHop hop) {
      return new RoutePartition.Entry<>(
          block,
          rank,
          hop.route().targetType() + hop.route().targetId() + hop.route().state(),
          /* certain= */ true,
          hop);
    }

    /** Any address may be meant, so no other route is certain to get one. */
    private void unresolved(String code, String text, AddressFamily... families) {
      incomplete.addAll(List.of(families));
      doubt(code, text);
    }

    private void doubt(String code, String text) {
      doubts.add(new Doubt(code, "route table " + table.routeTableId() + ": " + text));
    }
  }
}
