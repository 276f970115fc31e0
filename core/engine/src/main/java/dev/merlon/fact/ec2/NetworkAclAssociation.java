/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.ec2;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;

/**
 * The subnet that a network ACL filters for, as DescribeNetworkAcls tells it. A subnet has exactly
 * one.
 *
 * @param arn the ACL's ARN, a slash and the id of the association: AWS has none
 */
@ReadBy("ec2:DescribeNetworkAcls")
public record NetworkAclAssociation(
    String arn, String account, String region, String networkAclId, String subnetId)
    implements Resource {}
