/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.ec2;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;

/**
 * Who may connect to an endpoint service, as DescribeVpcEndpointServicePermissions tells it.
 *
 * @param arn the service's ARN, a slash and the principal: AWS has none
 * @param principal an ARN, or {@code *} for everybody
 */
@ReadBy(value = "ec2:DescribeVpcEndpointServicePermissions", per = "serviceArn")
public record VpcEndpointServicePermission(
    String arn,
    String account,
    String region,
    String serviceArn,
    String principal,
    String principalType)
    implements Resource {}
