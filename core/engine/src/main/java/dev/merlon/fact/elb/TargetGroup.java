/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.elb;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;
import java.util.List;

/**
 * A target group as DescribeTargetGroups tells it.
 *
 * @param port where targets get traffic that name no port; -1 for none
 * @param targetType {@code instance}, {@code ip}, {@code lambda} or {@code alb}
 * @param loadBalancerArns the load balancers of which some listener or rule names it
 */
@ReadBy("elasticloadbalancing:DescribeTargetGroups")
public record TargetGroup(
    String arn,
    String account,
    String region,
    String targetGroupName,
    String protocol,
    int port,
    String targetType,
    String ipAddressType,
    String vpcId,
    List<String> loadBalancerArns)
    implements Resource {
  public TargetGroup {
    loadBalancerArns = List.copyOf(loadBalancerArns);
  }

  /**
   * Whether it gets traffic over the network: some load balancer uses it, and its targets are no
   * functions. Of others neither targets nor attributes are read.
   */
  public boolean isOnNetwork() {
    return !loadBalancerArns.isEmpty() && !targetType.equals("lambda");
  }
}
