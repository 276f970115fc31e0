/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.elb;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;
import java.util.List;

/**
 * A rule of an Application Load Balancer's listener as DescribeRules tells it.
 *
 * @param priority a number, or {@code default}
 * @param targetGroupArns where it forwards to
 */
@ReadBy(value = "elasticloadbalancing:DescribeRules", per = "listenerArn")
public record ListenerRule(
    String arn,
    String account,
    String region,
    String listenerArn,
    String loadBalancerArn,
    String priority,
    List<String> targetGroupArns)
    implements Resource {
  public ListenerRule {
    targetGroupArns = List.copyOf(targetGroupArns);
  }
}
