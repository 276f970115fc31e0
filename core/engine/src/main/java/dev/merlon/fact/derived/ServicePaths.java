/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import dev.merlon.fact.ec2.Subnet;
import dev.merlon.fact.net.AddressFamily;
import dev.merlon.fact.net.Cidr;
import dev.merlon.fact.net.IpSet;
import dev.merlon.fact.net.RoutePartition;
import dev.merlon.fact.net.Tri;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How traffic of a subnet gets to S3, DynamoDB and whatever else has public addresses (SVC-1 to
 * SVC-4). There is one for every subnet. Carries its own doubt.
 *
 * @param paths where its route table sends addresses; null if that is not known
 * @param services the blocks of AWS's prefix lists of the Region, by the name of the service
 * @param doubt why something is not known; empty if everything is
 */
public record ServicePaths(
    String subnetId,
    String account,
    String region,
    @Nullable RoutePaths paths,
    Map<String, List<Cidr>> services,
    String doubt) {

  public ServicePaths {
    services = Map.copyOf(services);
  }

  /**
   * Joins routes and services.
   *
   * @param networks the {@link SubnetNetwork} of the subnet
   * @param prefixLists the {@link PrefixListAddresses} of its account and Region
   */
  public static ServicePaths of(Subnet subnet, Collection<?> networks, Collection<?> prefixLists) {
    SubnetNetwork network = Only.of(SubnetNetwork.class, networks);
    RoutePaths paths = network == null ? null : network.paths();
    Map<String, List<Cidr>> services = new TreeMap<>();
    String prefix = "com.amazonaws." + subnet.region() + ".";
    for (Object each : prefixLists) {
      PrefixListAddresses list = (PrefixListAddresses) each;
      if (list.prefixListName().startsWith(prefix) && list.doubt().isEmpty()) {
        services.put(list.prefixListName().substring(prefix.length()), list.blocks());
      }
    }
    return new ServicePaths(
        subnet.subnetId(),
        subnet.account(),
        subnet.region(),
        paths,
        services,
        paths != null
            ? Doubt.texts(paths.doubts())
            : network == null
                ? "subnet " + subnet.subnetId() + " is not known"
                : network.whyNoPaths().text());
  }

  /**
   * By which gateways traffic to a service of the subnet's own Region leaves (SVC-2): by any for
   * all that is known if it has no prefix list that could be read.
   *
   * @param service the end of the name of its prefix list, such as {@code s3}
   */
  public Tri<SortedSet<ServiceHop>> toService(String service, AddressFamily family) {
    List<Cidr> blocks =
        services.getOrDefault(service, List.of()).stream()
            .filter(block -> block.family() == family)
            .toList();
    return blocks.isEmpty() ? tri(new TreeSet<>(), all()) : to(IpSet.of(blocks));
  }

  /** By which gateways traffic to some addresses leaves. */
  public Tri<SortedSet<ServiceHop>> to(IpSet addresses) {
    TreeSet<ServiceHop> must = new TreeSet<>();
    RoutePaths known = paths;
    if (known == null) {
      return tri(must, all());
    }
    RoutePartition<RouteHop> routes = known.of(addresses.family());
    TreeSet<ServiceHop> may = routes.isIncomplete() ? all() : new TreeSet<>();
    IpSet routed = IpSet.empty(addresses.family());
    for (ServiceHop hop : ServiceHop.values()) {
      Tri<IpSet> taken =
          routes.byKnownRoutes(
              each -> each.forwards() && hopsOf(each).equals(EnumSet.of(hop)),
              each -> each.mayForward() && hopsOf(each).contains(hop));
      if (taken.must().intersects(addresses)) {
        must.add(hop);
      }
      if (taken.may().intersects(addresses)) {
        may.add(hop);
      }
      routed = routed.union(taken.must());
    }
    if (!routed.containsAll(addresses)) {
      Tri<IpSet> forwarded = routes.where(RouteHop::forwards, RouteHop::mayForward);
      boolean none = !forwarded.may().containsAll(addresses);
      if (none) {
        must.add(ServiceHop.NONE);
      }
      if (none || !forwarded.must().containsAll(addresses)) {
        may.add(ServiceHop.NONE);
      }
    }
    return tri(must, may);
  }

  private static TreeSet<ServiceHop> all() {
    return new TreeSet<>(List.of(ServiceHop.values()));
  }

  private static Tri<SortedSet<ServiceHop>> tri(TreeSet<ServiceHop> must, TreeSet<ServiceHop> may) {
    return new Tri<>(
        Collections.unmodifiableSortedSet(must), Collections.unmodifiableSortedSet(may));
  }

  /** One, or two if it is not known which. */
  private static Set<ServiceHop> hopsOf(RouteHop hop) {
    return hop.way() == RouteHop.Way.ENDPOINT
        ? EnumSet.of(ServiceHop.GATEWAY_ENDPOINT, ServiceHop.GATEWAY_LOAD_BALANCER_ENDPOINT)
        : EnumSet.of(hopOf(hop));
  }

  private static ServiceHop hopOf(RouteHop hop) {
    return switch (hop.way()) {
      case LOCAL -> ServiceHop.LOCAL;
      case INTERNET_GATEWAY -> ServiceHop.INTERNET_GATEWAY;
      case EGRESS_ONLY_INTERNET_GATEWAY -> ServiceHop.EGRESS_ONLY_INTERNET_GATEWAY;
      case NAT_GATEWAY -> ServiceHop.NAT;
      case VPN_GATEWAY -> ServiceHop.VPN_GATEWAY;
      case TRANSIT_GATEWAY -> ServiceHop.TRANSIT_GATEWAY;
      case PEERING -> ServiceHop.PEERING;
      case APPLIANCE -> ServiceHop.APPLIANCE;
      case GATEWAY_ENDPOINT -> ServiceHop.GATEWAY_ENDPOINT;
      case GATEWAY_LOAD_BALANCER_ENDPOINT -> ServiceHop.GATEWAY_LOAD_BALANCER_ENDPOINT;
      case CARRIER_GATEWAY -> ServiceHop.CARRIER_GATEWAY;
      case LOCAL_GATEWAY -> ServiceHop.LOCAL_GATEWAY;
      case CORE_NETWORK -> ServiceHop.CORE_NETWORK;
      case ENDPOINT, OTHER -> ServiceHop.OTHER;
    };
  }
}
