/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.elb;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;

/**
 * A target of a target group as DescribeTargetHealth tells it. Its health does not count against
 * exposure (LB-7). Groups of functions, and those that no load balancer uses, are not asked.
 *
 * @param arn the target group's ARN, a slash, the target's id and its port: AWS has none
 * @param targetId an instance id, an address, or an ARN
 * @param availabilityZone {@code all} for an address outside of the VPC
 */
@ReadBy(value = "elasticloadbalancing:DescribeTargetHealth", per = "targetGroupArn")
public record RegisteredTarget(
    String arn,
    String account,
    String region,
    String targetGroupArn,
    String targetId,
    int port,
    String availabilityZone,
    String healthState)
    implements Resource {}
