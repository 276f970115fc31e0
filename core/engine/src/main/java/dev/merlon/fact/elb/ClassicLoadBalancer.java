/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.elb;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;
import java.util.List;

/**
 * A Classic Load Balancer as DescribeLoadBalancers of the first API tells it.
 *
 * @param vpcId empty in EC2-Classic
 */
@ReadBy("elasticloadbalancing:DescribeLoadBalancers")
public record ClassicLoadBalancer(
    String arn,
    String account,
    String region,
    String loadBalancerName,
    String scheme,
    String vpcId,
    List<String> subnetIds,
    List<String> securityGroupIds,
    List<String> instanceIds,
    List<ClassicListener> listeners)
    implements Resource {
  public ClassicLoadBalancer {
    subnetIds = List.copyOf(subnetIds);
    securityGroupIds = List.copyOf(securityGroupIds);
    instanceIds = List.copyOf(instanceIds);
    listeners = List.copyOf(listeners);
  }
}
