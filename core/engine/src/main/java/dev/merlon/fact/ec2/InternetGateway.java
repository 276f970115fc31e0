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
 * An internet gateway as DescribeInternetGateways tells it; see {@link InternetGatewayAttachment}.
 *
 * @param ownerId the account that owns it
 */
@ReadBy("ec2:DescribeInternetGateways")
public record InternetGateway(
    String arn,
    String account,
    String region,
    String internetGatewayId,
    String ownerId,
    Map<String, String> tags)
    implements Resource {
  public InternetGateway {
    tags = Tags.copyOf(tags);
  }
}
