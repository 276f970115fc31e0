/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What decides at a target about traffic from a load balancer.
 *
 * @param groupIds its security groups, in order
 * @param subnet what decides about the traffic of its subnet; null if that is not known
 */
public record TargetSide(
    String networkInterfaceId,
    String account,
    String region,
    List<String> groupIds,
    GroupFlows groups,
    @Nullable SubnetNetwork subnet) {

  public TargetSide {
    groupIds = List.copyOf(groupIds);
  }

  /** Takes what is known of the exposure of the same interface. */
  public static TargetSide of(InternetExposure exposure) {
    InternetReach reach = exposure.reach();
    SubnetIngress ingress = reach.subnet();
    return new TargetSide(
        exposure.networkInterfaceId(),
        exposure.account(),
        exposure.region(),
        reach.groupIds(),
        reach.groups(),
        ingress == null ? null : ingress.network());
  }
}
