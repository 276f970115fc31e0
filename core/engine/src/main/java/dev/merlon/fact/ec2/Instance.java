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
 * An instance as DescribeInstances tells it; its interfaces are {@link NetworkInterface} facts.
 *
 * @param ownerId the account that owns it
 * @param state {@code running}, {@code stopped}, {@code terminated}, …
 * @param instanceProfileArn whose role its programs have; empty for none
 */
@ReadBy("ec2:DescribeInstances")
public record Instance(
    String arn,
    String account,
    String region,
    String instanceId,
    String vpcId,
    String subnetId,
    String ownerId,
    String state,
    String instanceProfileArn,
    String launchTemplateId,
    Map<String, String> tags)
    implements Resource {
  public Instance {
    tags = Tags.copyOf(tags);
  }
}
