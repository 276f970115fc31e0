/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.ec2;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;
import dev.merlon.fact.Tags;
import java.util.Map;

/**
 * An Elastic IP address as DescribeAddresses tells it.
 *
 * @param networkInterfaceId the interface that it leads to; empty when it is not in use
 */
@ReadBy("ec2:DescribeAddresses")
public record ElasticIpAddress(
    String arn,
    String account,
    String region,
    String allocationId,
    String publicIp,
    String privateIpAddress,
    String networkInterfaceId,
    String networkInterfaceOwnerId,
    String instanceId,
    Map<String, String> tags)
    implements Resource {
  public ElasticIpAddress {
    tags = Tags.copyOf(tags);
  }
}
