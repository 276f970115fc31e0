/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.rds;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;
import dev.merlon.fact.Tags;
import java.util.List;
import java.util.Map;

/**
 * A database cluster as DescribeDBClusters tells it: of Aurora, Neptune or DocumentDB, or a
 * Multi-AZ cluster of RDS.
 *
 * @param status {@code available} when it works
 * @param publiclyAccessible told of Multi-AZ clusters of RDS alone; of others, each member says it
 * @param dbSubnetGroupName the {@link DbSubnetGroup}, of the same account and Region
 * @param endpointAddress empty until it has one
 * @param readerEndpointAddress empty for none
 * @param port 0 where AWS does not say
 * @param multiAz whether it has instances in several Availability Zones
 * @param securityGroupIds its VPC security groups, those too that are being added or removed
 * @param memberIdentifiers its instances
 */
@ReadBy("rds:DescribeDBClusters")
public record DbCluster(
    String arn,
    String account,
    String region,
    String dbClusterIdentifier,
    String engine,
    String status,
    boolean publiclyAccessible,
    String dbSubnetGroupName,
    String endpointAddress,
    String readerEndpointAddress,
    int port,
    String networkType,
    boolean multiAz,
    List<String> securityGroupIds,
    List<String> memberIdentifiers,
    Map<String, String> tags)
    implements Resource {
  public DbCluster {
    securityGroupIds = List.copyOf(securityGroupIds);
    memberIdentifiers = List.copyOf(memberIdentifiers);
    tags = Tags.copyOf(tags);
  }
}
