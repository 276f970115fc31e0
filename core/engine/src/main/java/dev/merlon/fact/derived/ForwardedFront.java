/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What gets to an interface of an Application Load Balancer through a Network Load Balancer before
 * it. Two load balancers in a row is all there can be.
 *
 * @param networkInterfaceId the second one's interface
 */
public record ForwardedFront(
    String networkInterfaceId, String account, String region, List<ForwardedFlow> flows) {

  public ForwardedFront {
    flows = List.copyOf(flows);
  }

  /**
   * Goes through a load balancer, to those behind it.
   *
   * @param forwardings the {@link Forwarding}s of the first load balancer
   * @param fronts its {@link LoadBalancerFront}s
   * @param targets the {@link TargetSide}s of its account and Region
   */
  public static List<ForwardedFront> of(
      LoadBalancerPorts loadBalancer,
      Collection<?> forwardings,
      Collection<?> fronts,
      Collection<?> targets) {
    List<Forwarding> toOthers = new ArrayList<>();
    for (Object each : forwardings) {
      Forwarding forwarding = (Forwarding) each;
      if (!forwarding.target().loadBalancerName().isEmpty()) {
        toOthers.add(forwarding);
      }
    }
    return LoadBalancerExposure.of(loadBalancer, toOthers, fronts, targets, List.of()).stream()
        .map(
            exposure ->
                new ForwardedFront(
                    exposure.networkInterfaceId(),
                    exposure.account(),
                    exposure.region(),
                    exposure.flows()))
        .toList();
  }
}
