/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.elb;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;
import java.util.List;

/**
 * An Application, Network or Gateway Load Balancer as DescribeLoadBalancers tells it.
 *
 * @param type {@code application}, {@code network} or {@code gateway}
 * @param scheme {@code internet-facing} or {@code internal}; its interfaces decide, not this (LB-1)
 * @param state {@code active} when it works
 * @param securityGroupIds empty for a Network Load Balancer without groups, which lets everybody in
 *     (LB-3)
 */
@ReadBy("elasticloadbalancing:DescribeLoadBalancers")
public record LoadBalancer(
    String arn,
    String account,
    String region,
    String loadBalancerName,
    String type,
    String scheme,
    String vpcId,
    String ipAddressType,
    String state,
    List<String> subnetIds,
    List<String> securityGroupIds)
    implements Resource {
  private static final String BEFORE_NAME = "loadbalancer/";

  public LoadBalancer {
    subnetIds = List.copyOf(subnetIds);
    securityGroupIds = List.copyOf(securityGroupIds);
  }

  /** The end of its ARN, which its interfaces have in their description. */
  public String name() {
    return nameOf(arn);
  }

  /** The end of the ARN of a load balancer; the whole text if it is none. */
  public static String nameOf(String arn) {
    int start = arn.indexOf(BEFORE_NAME);
    return start < 0 ? arn : arn.substring(start + BEFORE_NAME.length());
  }
}
