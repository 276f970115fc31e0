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
import dev.merlon.fact.rds.DbCluster;
import dev.merlon.fact.rds.DbInstance;
import dev.merlon.fact.rds.DbSubnetGroup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.AvailabilityZone;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterMember;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DBSubnetGroup;
import software.amazon.awssdk.services.rds.model.Endpoint;
import software.amazon.awssdk.services.rds.model.Subnet;
import software.amazon.awssdk.services.rds.model.Tag;
import software.amazon.awssdk.services.rds.model.VpcSecurityGroupMembership;

/** Maps DescribeDBInstances, DescribeDBClusters and DescribeDBSubnetGroups. */
final class DatabaseReader {
  private static final int PAGE = 100;

  private DatabaseReader() {}

  static void readInstances(RdsClient rds, Reading reading) {
    reading.each(
        rds.describeDBInstancesPaginator(request -> request.maxRecords(PAGE)).dbInstances(),
        instance -> map(instance, reading));
  }

  static void readClusters(RdsClient rds, Reading reading) {
    reading.each(
        rds.describeDBClustersPaginator(request -> request.maxRecords(PAGE)).dbClusters(),
        cluster -> map(cluster, reading));
  }

  static void readSubnetGroups(RdsClient rds, Reading reading) {
    reading.each(
        rds.describeDBSubnetGroupsPaginator(request -> request.maxRecords(PAGE)).dbSubnetGroups(),
        group -> map(group, reading));
  }

  private static DbInstance map(DBInstance instance, Reading reading) {
    DBSubnetGroup subnets = instance.dbSubnetGroup();
    Endpoint endpoint = instance.endpoint();
    int port = number(instance.dbInstancePort(), 0);
    return new DbInstance(
        required(instance.dbInstanceArn(), "DBInstanceArn"),
        reading.account(),
        reading.region(),
        required(instance.dbInstanceIdentifier(), "DBInstanceIdentifier"),
        text(instance.dbClusterIdentifier()),
        text(instance.engine()),
        text(instance.dbInstanceStatus()),
        present(instance.publiclyAccessible(), "PubliclyAccessible"),
        subnets == null ? "" : text(subnets.vpcId()),
        subnets == null ? "" : text(subnets.dbSubnetGroupName()),
        endpoint == null ? "" : text(endpoint.address()),
        endpoint == null ? port : number(endpoint.port(), port),
        text(instance.networkType()),
        text(instance.availabilityZone()),
        flag(instance.multiAZ()),
        groups(instance.vpcSecurityGroups()),
        tags(instance.tagList()));
  }

  private static DbCluster map(DBCluster cluster, Reading reading) {
    return new DbCluster(
        required(cluster.dbClusterArn(), "DBClusterArn"),
        reading.account(),
        reading.region(),
        required(cluster.dbClusterIdentifier(), "DBClusterIdentifier"),
        text(cluster.engine()),
        text(cluster.status()),
        flag(cluster.publiclyAccessible()),
        text(cluster.dbSubnetGroup()),
        text(cluster.endpoint()),
        text(cluster.readerEndpoint()),
        number(cluster.port(), 0),
        text(cluster.networkType()),
        flag(cluster.multiAZ()),
        groups(cluster.vpcSecurityGroups()),
        cluster.dbClusterMembers().stream()
            .map(DBClusterMember::dbInstanceIdentifier)
            .map(member -> required(member, "DBInstanceIdentifier"))
            .toList(),
        tags(cluster.tagList()));
  }

  private static DbSubnetGroup map(DBSubnetGroup group, Reading reading) {
    return new DbSubnetGroup(
        required(group.dbSubnetGroupArn(), "DBSubnetGroupArn"),
        reading.account(),
        reading.region(),
        required(group.dbSubnetGroupName(), "DBSubnetGroupName"),
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
            .toList());
  }

  private static List<String> groups(List<VpcSecurityGroupMembership> memberships) {
    return memberships.stream()
        .map(VpcSecurityGroupMembership::vpcSecurityGroupId)
        .map(group -> required(group, "VpcSecurityGroupId"))
        .toList();
  }

  private static Map<String, String> tags(List<Tag> tags) {
    Map<String, String> mapped = new HashMap<>();
    tags.forEach(tag -> mapped.put(text(tag.key()), text(tag.value())));
    return mapped;
  }
}
