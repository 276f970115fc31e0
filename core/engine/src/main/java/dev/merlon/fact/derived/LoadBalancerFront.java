/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import dev.merlon.fact.ec2.NetworkInterface;

/**
 * An interface of a load balancer, with what the internet reaches of it (LB-1).
 *
 * @param name the end of the load balancer's ARN
 * @param reach how the internet reaches the interface
 */
public record LoadBalancerFront(
    String loadBalancerArn,
    String name,
    String account,
    String region,
    NetworkInterface networkInterface,
    InternetReach reach) {

  /** Joins a load balancer, one of its interfaces and what that is exposed to. */
  public static LoadBalancerFront of(
      LoadBalancerPorts loadBalancer,
      NetworkInterface networkInterface,
      InternetExposure exposure) {
    return new LoadBalancerFront(
        loadBalancer.loadBalancerArn(),
        loadBalancer.name(),
        loadBalancer.account(),
        loadBalancer.region(),
        networkInterface,
        exposure.reach());
  }
}
