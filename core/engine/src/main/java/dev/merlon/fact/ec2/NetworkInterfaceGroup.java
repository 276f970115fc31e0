/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.ec2;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;

/**
 * That a network interface uses a security group, as DescribeNetworkInterfaces tells it.
 *
 * @param arn the interface's ARN, a slash and the group's id: AWS has none
 */
@ReadBy("ec2:DescribeNetworkInterfaces")
public record NetworkInterfaceGroup(
    String arn, String account, String region, String networkInterfaceId, String groupId)
    implements Resource {}
