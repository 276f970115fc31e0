/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.ec2;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;
import dev.merlon.fact.Tags;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A network interface as DescribeNetworkInterfaces tells it; its security groups are facts of their
 * own, {@link NetworkInterfaceGroup}.
 *
 * @param interfaceType {@code interface}, {@code nat_gateway}, {@code network_load_balancer}, …
 * @param status {@code in-use} when it is attached, {@code available} when nothing has it
 * @param ownerId the account that owns it
 * @param requesterId who made it: a service such as {@code amazon-elb}, or the id of an account or
 *     principal
 * @param attachmentInstanceOwnerId the owner of what it is attached to; empty when it is not
 * @param attachmentInstanceId the instance that it is attached to; empty for none
 * @param attachmentDeviceIndex its place in the instance, 0 for the primary interface
 * @param sourceDestCheck whether it takes only traffic of its own addresses; an appliance does not
 * @param denyAllIgwTraffic whether it drops what comes from an internet gateway (ADR-3)
 * @param ipv6Addresses the addresses, without a prefix length
 * @param ipv6Prefixes the blocks delegated to it, for the containers behind it
 */
@ReadBy("ec2:DescribeNetworkInterfaces")
public record NetworkInterface(
    String arn,
    String account,
    String region,
    String networkInterfaceId,
    String interfaceType,
    String status,
    String vpcId,
    String subnetId,
    String ownerId,
    String requesterId,
    boolean requesterManaged,
    String attachmentInstanceOwnerId,
    String attachmentInstanceId,
    int attachmentDeviceIndex,
    boolean sourceDestCheck,
    boolean denyAllIgwTraffic,
    List<InterfaceAddress> privateIpAddresses,
    List<String> ipv6Addresses,
    List<String> ipv6Prefixes,
    String description,
    Map<String, String> tags)
    implements Resource {
  public NetworkInterface {
    privateIpAddresses = List.copyOf(privateIpAddresses);
    ipv6Addresses = List.copyOf(ipv6Addresses);
    ipv6Prefixes = List.copyOf(ipv6Prefixes);
    tags = Tags.copyOf(tags);
  }

  private static final String LOAD_BALANCER = "ELB ";

  /** Whether it is of one of these types, or was made by or belongs to one of these services. */
  public boolean isOneOf(Collection<String> interfaceTypes, Collection<String> owners) {
    return interfaceTypes.contains(interfaceType)
        || owners.contains(attachmentInstanceOwnerId)
        || owners.contains(requesterId);
  }

  /** Whether it belongs to another account, with which it is judged. */
  public boolean isOfAnotherAccount() {
    return !ownerId.isEmpty() && !ownerId.equals(account);
  }

  /** Whether nothing has it, so that nobody answers at its addresses. */
  public boolean isUnattached() {
    return status.equals("available");
  }

  /**
   * The load balancer whose interface it is, as the end of its ARN says it: {@code
   * app/my-alb/50dc6c495c0c9188}, or the bare name of a Classic one; empty for other interfaces.
   * Elastic Load Balancing writes it in the description, which nobody else can change where the
   * interface is managed for them.
   */
  public String loadBalancerName() {
    return requesterManaged && description.startsWith(LOAD_BALANCER)
        ? description.substring(LOAD_BALANCER.length())
        : "";
  }
}
