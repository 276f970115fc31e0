/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.ec2;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;

/**
 * VPC Block Public Access of an account in a Region, as DescribeVpcBlockPublicAccessOptions tells
 * it.
 *
 * @param arn the account and Region in ARN form: AWS has none
 * @param internetGatewayBlockMode {@code off}, {@code block-bidirectional} or {@code block-ingress}
 * @param exclusionsAllowed {@code allowed} or {@code not-allowed}
 * @param managedBy {@code account} or {@code declarative-policy}
 */
@ReadBy("ec2:DescribeVpcBlockPublicAccessOptions")
public record VpcBlockPublicAccess(
    String arn,
    String account,
    String region,
    String internetGatewayBlockMode,
    String state,
    String exclusionsAllowed,
    String managedBy)
    implements Resource {}
