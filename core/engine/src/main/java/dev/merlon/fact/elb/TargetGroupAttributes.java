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
 * The attributes of a target group as DescribeTargetGroupAttributes tells them. Those of
 * Application and Gateway Load Balancers have nothing to tell that matters to the network, and are
 * not asked.
 *
 * @param arn the ARN of the target group: AWS has none
 */
@ReadBy(value = "elasticloadbalancing:DescribeTargetGroupAttributes", per = "targetGroupArn")
public record TargetGroupAttributes(
    String arn,
    String account,
    String region,
    String targetGroupArn,
    Map<String, String> attributes)
    implements Resource {
  public TargetGroupAttributes {
    attributes = Tags.copyOf(attributes);
  }
}
