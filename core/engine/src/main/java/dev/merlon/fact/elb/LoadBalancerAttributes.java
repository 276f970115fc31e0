/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.elb;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;
import dev.merlon.fact.Tags;
import java.util.Map;

/**
 * The attributes of an Application, Network or Gateway Load Balancer as
 * DescribeLoadBalancerAttributes tells them.
 *
 * @param arn the ARN of the load balancer: AWS has none
 */
@ReadBy(value = "elasticloadbalancing:DescribeLoadBalancerAttributes", per = "loadBalancerArn")
public record LoadBalancerAttributes(
    String arn,
    String account,
    String region,
    String loadBalancerArn,
    Map<String, String> attributes)
    implements Resource {
  public LoadBalancerAttributes {
    attributes = Tags.copyOf(attributes);
  }
}
