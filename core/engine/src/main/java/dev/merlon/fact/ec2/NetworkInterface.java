/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.ec2;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;
import dev.merlon.fact.Tags;
import java.util.Collection;
import java.util.Map;

/**
 * A network interface as DescribeNetworkInterfaces tells it; its security groups are facts of their
 * own, {@link NetworkInterfaceGroup}.
 *
 * @param interfaceType {@code interface}, {@code nat_gateway}, {@code network_load_balancer}, …
 * @param ownerId the account that owns it
 * @param requesterId who made it: a service such as {@code amazon-elb}, or the id of an account or
 *     principal
 * @param attachmentInstanceOwnerId the owner of what it is attached to; empty when it is not
 */
@ReadBy("ec2:DescribeNetworkInterfaces")
public record NetworkInterface(
    String arn,
    String account,
    String region,
    String networkInterfaceId,
    String interfaceType,
    String vpcId,
    String subnetId,
    String ownerId,
    String requesterId,
    boolean requesterManaged,
    String attachmentInstanceOwnerId,
    String description,
    Map<String, String> tags)
    implements Resource {

  public NetworkInterface {
    tags = Tags.copyOf(tags);
  }

  /** Whether it is of one of these types, or was made by or belongs to one of these services. */
  public boolean isOneOf(Collection<String> interfaceTypes, Collection<String> owners) {
    return interfaceTypes.contains(interfaceType)
        || owners.contains(attachmentInstanceOwnerId)
        || owners.contains(requesterId);
  }
}
