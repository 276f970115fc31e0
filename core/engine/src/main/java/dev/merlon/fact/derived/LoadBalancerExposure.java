/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import dev.merlon.fact.net.Internet;
import dev.merlon.fact.net.IpSet;
import dev.merlon.fact.net.PortSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the internet can reach of an interface through a load balancer (LB-1 to LB-6), for each
 * target interface that a listener forwards to. The target itself may have no address on the
 * internet.
 *
 * @param networkInterfaceId the target's interface
 * @param flows by listener and family; those that lead nowhere are left out
 * @param path the way of one packet, a line each: to the load balancer, its reply, and on to the
 *     target; empty if none gets there
 */
public record LoadBalancerExposure(
    String loadBalancerArn,
    String networkInterfaceId,
    String account,
    String region,
    List<ForwardedFlow> flows,
    List<String> path) {

  public LoadBalancerExposure {
    flows = List.copyOf(flows);
    path = List.copyOf(path);
  }

  /**
   * Goes through a load balancer.
   *
   * @param forwardings the {@link Forwarding}s of the load balancer
   * @param fronts its {@link LoadBalancerFront}s
   * @param targets the {@link TargetSide}s of its account and Region
   * @param entering the {@link ForwardedFront}s of its account and Region
   * @return one for each target interface
   */
  public static List<LoadBalancerExposure> of(
      LoadBalancerPorts loadBalancer,
      Collection<?> forwardings,
      Collection<?> fronts,
      Collection<?> targets,
      Collection<?> entering) {
    Map<String, List<ForwardedFlow>> before = new TreeMap<>();
    for (Object each : entering) {
      ForwardedFront front = (ForwardedFront) each;
      before
          .computeIfAbsent(front.networkInterfaceId(), id -> new ArrayList<>())
          .addAll(front.flows());
    }
    Map<String, TargetSide> sides = new TreeMap<>();
    for (Object each : targets) {
      TargetSide side = (TargetSide) each;
      sides.put(side.networkInterfaceId(), side);
    }
    Map<String, Set<ForwardedFlow>> flows = new TreeMap<>();
    Map<String, List<String>> paths = new TreeMap<>();
    for (Object each : forwardings) {
      Forwarding forwarding = (Forwarding) each;
      String target = forwarding.target().networkInterfaceId();
      flows.computeIfAbsent(target, id -> new LinkedHashSet<>());
      for (Object front : fronts) {
        LoadBalancerFront from = (LoadBalancerFront) front;
        BackHop hop =
            new BackHop(
                from,
                before.getOrDefault(from.networkInterface().networkInterfaceId(), List.of()),
                forwarding,
                sides.get(target));
        for (ForwardedFlow flow : hop.flows()) {
          flows.get(target).add(flow);
          paths.computeIfAbsent(target, id -> pathOf(loadBalancer, from, forwarding, flow));
        }
      }
    }
    List<LoadBalancerExposure> exposures = new ArrayList<>();
    flows.forEach(
        (target, found) ->
            exposures.add(
                new LoadBalancerExposure(
                    loadBalancer.loadBalancerArn(),
                    target,
                    loadBalancer.account(),
                    loadBalancer.region(),
                    merged(found),
                    paths.getOrDefault(target, List.of()))));
    return exposures;
  }

  private static List<String> pathOf(
      LoadBalancerPorts loadBalancer,
      LoadBalancerFront front,
      Forwarding forwarding,
      ForwardedFlow flow) {
    PortSet port = PortSet.of(flow.listenerPort());
    List<String> path =
        new ArrayList<>(InternetPath.of(front.reach(), OpenPorts.EVERYTHING.onlyOn(port, port)));
    path.add(
        "load balancer "
            + loadBalancer.name()
            + " "
            + forwarding.protocol()
            + ":"
            + flow.listenerPort()
            + " -> "
            + forwarding.target().networkInterfaceId()
            + ":"
            + flow.targetPort());
    return path;
  }

  /** The interfaces of a load balancer serve the same listener: what any of them lets through. */
  private static List<ForwardedFlow> merged(Collection<ForwardedFlow> flows) {
    Map<String, ForwardedFlow> byListener = new TreeMap<>();
    for (ForwardedFlow flow : flows) {
      byListener.merge(
          flow.family()
              + " "
              + flow.protocol()
              + " "
              + flow.listenerPort()
              + " "
              + flow.targetPort(),
          flow,
          (one, other) ->
              new ForwardedFlow(
                  one.family(),
                  one.protocol(),
                  one.listenerPort(),
                  one.targetPort(),
                  Tris.unionOf(one.sources(), other.sources())));
    }
    return List.copyOf(byListener.values());
  }

  /** Whether anything of the internet gets to the target this way. */
  public Reachability verdict() {
    boolean must = flows.stream().anyMatch(flow -> !flow.sources().must().isEmpty());
    return Reachability.of(!must, flows.isEmpty());
  }

  /** Whether a wide part of the internet certainly gets to a port of the target this way. */
  public boolean opensTarget(int port) {
    return flows.stream()
        .anyMatch(flow -> flow.targetPort() == port && isWide(flow.sources().must()));
  }

  private static boolean isWide(IpSet addresses) {
    return Internet.isWide(addresses);
  }
}
