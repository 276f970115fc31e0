/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.ec2;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;

/**
 * A rule of a network ACL as DescribeNetworkAcls tells it. Exactly one of {@code cidrBlock} and
 * {@code ipv6CidrBlock} is not empty.
 *
 * @param arn the ACL's ARN, a slash, the direction, the rule number and the family: AWS has none
 * @param egress whether it is asked about traffic that leaves the subnet
 * @param ruleNumber the lowest that matches decides (NACL-1)
 * @param protocol a number, or {@code -1} for all (NACL-4)
 * @param ruleAction {@code allow} or {@code deny}
 * @param fromPort the first port; -1 where it names none, which means all
 * @param toPort the last port; -1 where it names none
 * @param icmpType -1 for all
 * @param icmpCode -1 for all
 */
@ReadBy("ec2:DescribeNetworkAcls")
public record NetworkAclEntry(
    String arn,
    String account,
    String region,
    String networkAclId,
    boolean egress,
    int ruleNumber,
    String protocol,
    String ruleAction,
    String cidrBlock,
    String ipv6CidrBlock,
    int fromPort,
    int toPort,
    int icmpType,
    int icmpCode)
    implements Resource {}
