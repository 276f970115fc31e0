/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.network;

import static dev.merlon.collect.AwsValues.flag;
import static dev.merlon.collect.AwsValues.number;
import static dev.merlon.collect.AwsValues.present;
import static dev.merlon.collect.AwsValues.required;
import static dev.merlon.collect.AwsValues.text;

import dev.merlon.collect.Reading;
import dev.merlon.fact.redshift.RedshiftCluster;
import dev.merlon.fact.redshift.RedshiftSubnetGroup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.redshift.model.AvailabilityZone;
import software.amazon.awssdk.services.redshift.model.Cluster;
import software.amazon.awssdk.services.redshift.model.ClusterSubnetGroup;
import software.amazon.awssdk.services.redshift.model.Endpoint;
import software.amazon.awssdk.services.redshift.model.Subnet;
import software.amazon.awssdk.services.redshift.model.Tag;
import software.amazon.awssdk.services.redshift.model.VpcSecurityGroupMembership;

/** Maps DescribeClusters and DescribeClusterSubnetGroups of Redshift. */
final class RedshiftReader {
  private static final int PAGE = 100;

  private RedshiftReader() {}

  static void readClusters(RedshiftClient redshift, Reading reading) {
    reading.each(
        redshift.describeClustersPaginator(request -> request.maxRecords(PAGE)).clusters(),
        cluster -> map(cluster, reading));
  }

  static void readSubnetGroups(RedshiftClient redshift, Reading reading) {
    reading.each(
        redshift
            .describeClusterSubnetGroupsPaginator(request -> request.maxRecords(PAGE))
            .clusterSubnetGroups(),
        group -> map(group, reading));
  }

  /**
   * The ARN that AWS tells is that of the namespace: policies and tags know the cluster by this.
   */
  private static RedshiftCluster map(Cluster cluster, Reading reading) {
    String id = required(cluster.clusterIdentifier(), "ClusterIdentifier");
    Endpoint endpoint = cluster.endpoint();
    return new RedshiftCluster(
        reading.arn("redshift", reading.account(), "cluster:" + id),
        reading.account(),
        reading.region(),
        id,
        text(cluster.clusterStatus()),
        present(cluster.publiclyAccessible(), "PubliclyAccessible"),
        text(cluster.vpcId()),
        text(cluster.clusterSubnetGroupName()),
        endpoint == null ? "" : text(endpoint.address()),
        endpoint == null ? 0 : number(endpoint.port(), 0),
        text(cluster.availabilityZone()),
        text(cluster.multiAZ()).equalsIgnoreCase("enabled"),
        flag(cluster.enhancedVpcRouting()),
        cluster.vpcSecurityGroups().stream()
            .map(VpcSecurityGroupMembership::vpcSecurityGroupId)
            .map(group -> required(group, "VpcSecurityGroupId"))
            .toList(),
        tags(cluster.tags()));
  }

  private static RedshiftSubnetGroup map(ClusterSubnetGroup group, Reading reading) {
    String name = required(group.clusterSubnetGroupName(), "ClusterSubnetGroupName");
    return new RedshiftSubnetGroup(
        reading.arn("redshift", reading.account(), "subnetgroup:" + name),
        reading.account(),
        reading.region(),
        name,
        text(group.vpcId()),
        group.subnets().stream()
            .map(Subnet::subnetIdentifier)
            .map(subnet -> required(subnet, "SubnetIdentifier"))
            .toList(),
        group.subnets().stream()
            .map(Subnet::subnetAvailabilityZone)
            .filter(Objects::nonNull)
            .map(AvailabilityZone::name)
            .filter(Objects::nonNull)
            .distinct()
            .sorted()
            .toList(),
        tags(group.tags()));
  }

  private static Map<String, String> tags(List<Tag> tags) {
    Map<String, String> mapped = new HashMap<>();
    tags.forEach(tag -> mapped.put(text(tag.key()), text(tag.value())));
    return mapped;
  }
}
