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
 * A database instance as DescribeDBInstances tells it: of RDS, or a member of a cluster of Aurora,
 * Neptune or DocumentDB.
 *
 * @param dbClusterIdentifier the cluster that it is a member of; empty for none
 * @param status {@code available} when it works
 * @param publiclyAccessible whether its name resolves to a public address, where its subnet has a
 *     way to the internet
 * @param dbSubnetGroupName the {@link DbSubnetGroup}, of the same account and Region
 * @param endpointAddress empty until it has one
 * @param port 0 until it has an endpoint, where AWS does not say
 * @param networkType {@code IPV4}, or {@code DUAL} with IPv6 too
 * @param availabilityZone where it runs; empty while it is made
 * @param multiAz whether it has a standby in another Availability Zone
 * @param securityGroupIds its VPC security groups, those too that are being added or removed
 */
@ReadBy("rds:DescribeDBInstances")
public record DbInstance(
    String arn,
    String account,
    String region,
    String dbInstanceIdentifier,
    String dbClusterIdentifier,
    String engine,
    String status,
    boolean publiclyAccessible,
    String vpcId,
    String dbSubnetGroupName,
    String endpointAddress,
    int port,
    String networkType,
    String availabilityZone,
    boolean multiAz,
    List<String> securityGroupIds,
    Map<String, String> tags)
    implements Resource {
  public DbInstance {
    securityGroupIds = List.copyOf(securityGroupIds);
    tags = Tags.copyOf(tags);
  }
}
