/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.network;

import dev.merlon.collect.Reads;
import dev.merlon.collect.ServiceCollector;
import dev.merlon.fact.elasticache.CacheCluster;
import dev.merlon.fact.elasticache.CacheReplicationGroup;
import dev.merlon.fact.elasticache.CacheSubnetGroup;
import dev.merlon.fact.opensearch.OpenSearchDomain;
import dev.merlon.fact.rds.DbCluster;
import dev.merlon.fact.rds.DbInstance;
import dev.merlon.fact.rds.DbSubnetGroup;
import dev.merlon.fact.redshift.RedshiftCluster;
import dev.merlon.fact.redshift.RedshiftSubnetGroup;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.opensearch.OpenSearchClient;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.redshift.RedshiftClient;

/**
 * Declares what is read of databases and where in the network they are: nine calls in each Region,
 * and one for every five OpenSearch domains.
 */
public final class DatabaseCollector implements ServiceCollector {

  @Override
  public void describe(Reads reads) {
    reads
        .inEachRegion(RdsClient::builder)
        .read(DatabaseReader::readInstances, DbInstance.class)
        .read(DatabaseReader::readClusters, DbCluster.class)
        .read(DatabaseReader::readSubnetGroups, DbSubnetGroup.class);
    reads
        .inEachRegion(RedshiftClient::builder)
        .read(RedshiftReader::readClusters, RedshiftCluster.class)
        .read(RedshiftReader::readSubnetGroups, RedshiftSubnetGroup.class);
    reads
        .inEachRegion(ElastiCacheClient::builder)
        .read(CacheReader::readClusters, CacheCluster.class)
        .read(CacheReader::readReplicationGroups, CacheReplicationGroup.class)
        .read(CacheReader::readSubnetGroups, CacheSubnetGroup.class);
    reads
        .inEachRegion(OpenSearchClient::builder)
        .read(OpenSearchDomainReader::read, OpenSearchDomain.class);
  }
}
