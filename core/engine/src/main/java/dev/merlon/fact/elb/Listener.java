/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.elb;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;
import java.util.List;

/**
 * A listener of an Application, Network or Gateway Load Balancer as DescribeListeners tells it.
 *
 * @param protocol {@code HTTP}, {@code HTTPS}, {@code TCP}, {@code TLS}, {@code UDP}, {@code
 *     TCP_UDP}, …
 * @param port -1 for a Gateway Load Balancer, which takes all
 * @param targetGroupArns where its default action forwards to; its other rules are {@link
 *     ListenerRule} facts
 */
@ReadBy(value = "elasticloadbalancing:DescribeListeners", per = "loadBalancerArn")
public record Listener(
    String arn,
    String account,
    String region,
    String loadBalancerArn,
    String protocol,
    int port,
    List<String> targetGroupArns)
    implements Resource {
  public Listener {
    targetGroupArns = List.copyOf(targetGroupArns);
  }
}
