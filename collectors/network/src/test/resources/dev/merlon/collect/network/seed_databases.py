#!/usr/bin/env python3
#
# Copyright 2026 The Merlon Authors
# SPDX-License-Identifier: Apache-2.0
#
"""Makes databases of all kinds in the Regions named, and prints the ids of the first one."""

import sys

import boto3

DOMAINS = 6


def seed(region):
    ec2 = boto3.client("ec2", region_name=region)
    rds = boto3.client("rds", region_name=region)
    redshift = boto3.client("redshift", region_name=region)
    cache = boto3.client("elasticache", region_name=region)
    search = boto3.client("opensearch", region_name=region)
    vpc = ec2.create_vpc(CidrBlock="10.30.0.0/16")["Vpc"]["VpcId"]
    subnets = [
        ec2.create_subnet(
            VpcId=vpc, CidrBlock=f"10.30.{number}.0/24", AvailabilityZone=f"{region}{zone}"
        )["Subnet"]["SubnetId"]
        for number, zone in [(1, "b"), (2, "a")]
    ]
    group = ec2.create_security_group(GroupName="data", Description="data", VpcId=vpc)["GroupId"]
    tags = [{"Key": "Tier", "Value": "data"}]
    rds.create_db_subnet_group(
        DBSubnetGroupName="data", DBSubnetGroupDescription="data", SubnetIds=subnets
    )
    rds.create_db_instance(
        DBInstanceIdentifier="orders",
        Engine="postgres",
        DBInstanceClass="db.t3.micro",
        AllocatedStorage=20,
        MasterUsername="owner",
        MasterUserPassword="not-a-secret",
        PubliclyAccessible=True,
        DBSubnetGroupName="data",
        VpcSecurityGroupIds=[group],
        Tags=tags,
    )
    rds.create_db_cluster(
        DBClusterIdentifier="ledger",
        Engine="aurora-postgresql",
        MasterUsername="owner",
        MasterUserPassword="not-a-secret",
        DBSubnetGroupName="data",
        VpcSecurityGroupIds=[group],
        Tags=tags,
    )
    redshift.create_cluster_subnet_group(
        ClusterSubnetGroupName="facts", Description="facts", SubnetIds=subnets, Tags=tags
    )
    redshift.create_cluster(
        ClusterIdentifier="facts",
        NodeType="ra3.large",
        MasterUsername="owner",
        MasterUserPassword="Not-a-secret-1",
        PubliclyAccessible=False,
        ClusterSubnetGroupName="facts",
        VpcSecurityGroupIds=[group],
        Tags=tags,
    )
    cache.create_cache_subnet_group(
        CacheSubnetGroupName="hot", CacheSubnetGroupDescription="hot", SubnetIds=subnets
    )
    cache.create_cache_cluster(
        CacheClusterId="sessions",
        Engine="memcached",
        CacheNodeType="cache.t3.micro",
        NumCacheNodes=1,
        CacheSubnetGroupName="hot",
        SecurityGroupIds=[group],
    )
    cache.create_replication_group(
        ReplicationGroupId="carts",
        ReplicationGroupDescription="carts",
        Engine="redis",
        CacheNodeType="cache.t3.micro",
        NumCacheClusters=2,
        CacheSubnetGroupName="hot",
        SecurityGroupIds=[group],
    )
    for number in range(DOMAINS - 1):
        search.create_domain(DomainName=f"open-{number}", EngineVersion="OpenSearch_2.11")
    search.create_domain(
        DomainName="inside",
        EngineVersion="OpenSearch_2.11",
        VPCOptions={"SubnetIds": subnets[:1], "SecurityGroupIds": [group]},
    )
    return {"vpc": vpc, "subnetB": subnets[0], "subnetA": subnets[1], "group": group}


made = [seed(region) for region in sys.argv[1:]]
for name, id in made[0].items():
    print(f"{name}={id}")
