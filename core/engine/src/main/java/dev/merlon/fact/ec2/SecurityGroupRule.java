/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.ec2;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;

/**
 * A rule of a security group as DescribeSecurityGroupRules tells it: one source or destination
 * each. Exactly one of {@code cidrIpv4}, {@code cidrIpv6}, {@code prefixListId} and {@code
 * referencedGroupId} is not empty.
 *
 * @param groupId the group it belongs to
 * @param egress whether it lets traffic out; otherwise it lets traffic in
 * @param ipProtocol {@code tcp}, {@code udp}, {@code icmp}, {@code icmpv6}, a number, or {@code -1}
 *     for all
 * @param fromPort the first port, or the ICMP type; -1 for all, and for protocols without ports
 * @param toPort the last port, or the ICMP code; -1 for all, and for protocols without ports
 */
@ReadBy("ec2:DescribeSecurityGroupRules")
public record SecurityGroupRule(
    String arn,
    String account,
    String region,
    String securityGroupRuleId,
    String groupId,
    boolean egress,
    String ipProtocol,
    int fromPort,
    int toPort,
    String cidrIpv4,
    String cidrIpv6,
    String prefixListId,
    String referencedGroupId,
    String description)
    implements Resource {}
