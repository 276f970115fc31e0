/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.ec2;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;
import dev.merlon.fact.net.Cidr;
import dev.merlon.fact.net.IpSet;
import dev.merlon.fact.net.Protocols;
import java.util.OptionalInt;

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
    implements Resource {

  private static final int ALL = -1;

  /**
   * Whether this rule lets through all that another one does, so that the other could go. Prefix
   * lists and groups are compared by id; what is not understood covers nothing.
   */
  public boolean covers(SecurityGroupRule other) {
    return !arn.equals(other.arn)
        && egress == other.egress
        && coversProtocol(other)
        && coversPeer(other);
  }

  private boolean coversProtocol(SecurityGroupRule other) {
    OptionalInt mine = Protocols.parse(ipProtocol);
    OptionalInt theirs = Protocols.parse(other.ipProtocol);
    if (mine.isEmpty() || theirs.isEmpty()) {
      return false;
    }
    if (mine.getAsInt() == Protocols.ALL) {
      return true;
    }
    if (mine.getAsInt() != theirs.getAsInt()) {
      return false;
    }
    return switch (mine.getAsInt()) {
      case Protocols.TCP, Protocols.UDP -> fromPort <= other.fromPort && other.toPort <= toPort;
      case Protocols.ICMP, Protocols.ICMPV6 ->
          fromPort == ALL
              || (fromPort == other.fromPort && (toPort == ALL || toPort == other.toPort));
      default -> true;
    };
  }

  private boolean coversPeer(SecurityGroupRule other) {
    if (!prefixListId.isEmpty() || !referencedGroupId.isEmpty()) {
      return prefixListId.equals(other.prefixListId)
          && referencedGroupId.equals(other.referencedGroupId);
    }
    return covers(cidrIpv4, other.cidrIpv4) || covers(cidrIpv6, other.cidrIpv6);
  }

  private static boolean covers(String block, String other) {
    if (block.isEmpty() || other.isEmpty()) {
      return false;
    }
    try {
      Cidr mine = Cidr.parse(block);
      Cidr theirs = Cidr.parse(other);
      return mine.family() == theirs.family() && IpSet.of(mine).contains(theirs);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
