/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.ec2;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;

/**
 * How a VPC resolves names, as DescribeVpcAttribute tells it. Read for VPCs that have endpoints.
 *
 * @param arn the ARN of the VPC: AWS has none
 */
@ReadBy(value = "ec2:DescribeVpcAttribute", per = "vpcArn")
public record VpcDnsAttributes(
    String arn,
    String account,
    String region,
    String vpcArn,
    String vpcId,
    boolean enableDnsSupport,
    boolean enableDnsHostnames)
    implements Resource {}
