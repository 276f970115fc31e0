/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.ec2;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;

/**
 * What a route table routes for, as DescribeRouteTables tells it: the subnets of its VPC that have
 * no table of their own, one subnet, or a gateway. Exactly one of {@code main}, {@code subnetId}
 * and {@code gatewayId} is set.
 *
 * @param arn the table's ARN, a slash and the id of the association: AWS has none
 * @param vpcId the VPC of the table
 * @param main whether it is the main table of its VPC (RT-2)
 * @param gatewayId the internet gateway, virtual private gateway or NAT gateway whose traffic into
 *     the VPC it routes (RT-5)
 */
@ReadBy("ec2:DescribeRouteTables")
public record RouteTableAssociation(
    String arn,
    String account,
    String region,
    String routeTableId,
    String vpcId,
    boolean main,
    String subnetId,
    String gatewayId)
    implements Resource {}
