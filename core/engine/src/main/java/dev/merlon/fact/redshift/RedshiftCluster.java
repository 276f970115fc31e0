/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.redshift;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;
import dev.merlon.fact.Tags;
import java.util.List;
import java.util.Map;

/**
 * A cluster as DescribeClusters of Redshift tells it.
 *
 * @param clusterStatus {@code available} when it works
 * @param publiclyAccessible whether it has a public address
 * @param clusterSubnetGroupName the {@link RedshiftSubnetGroup}, of the same account and Region
 * @param endpointAddress empty until it has one
 * @param port 0 until it has an endpoint
 * @param availabilityZone where it runs; empty while it is made
 * @param multiAz whether it runs in two Availability Zones
 * @param enhancedVpcRouting whether its own traffic to S3 goes through the VPC
 * @param securityGroupIds its VPC security groups, those too that are being added or removed
 */
@ReadBy("redshift:DescribeClusters")
public record RedshiftCluster(
    String arn,
    String account,
    String region,
    String clusterIdentifier,
    String clusterStatus,
    boolean publiclyAccessible,
    String vpcId,
    String clusterSubnetGroupName,
    String endpointAddress,
    int port,
    String availabilityZone,
    boolean multiAz,
    boolean enhancedVpcRouting,
    List<String> securityGroupIds,
    Map<String, String> tags)
    implements Resource {
  public RedshiftCluster {
    securityGroupIds = List.copyOf(securityGroupIds);
    tags = Tags.copyOf(tags);
  }
}
