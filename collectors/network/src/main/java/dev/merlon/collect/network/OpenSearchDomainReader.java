/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.network;

import static dev.merlon.collect.AwsValues.flag;
import static dev.merlon.collect.AwsValues.required;
import static dev.merlon.collect.AwsValues.text;

import dev.merlon.collect.Reading;
import dev.merlon.fact.opensearch.OpenSearchDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.opensearch.OpenSearchClient;
import software.amazon.awssdk.services.opensearch.model.DomainStatus;
import software.amazon.awssdk.services.opensearch.model.VPCDerivedInfo;

/** Maps ListDomainNames and DescribeDomains. */
final class OpenSearchDomainReader {
  /** The most that DescribeDomains takes. */
  private static final int BATCH = 5;

  private OpenSearchDomainReader() {}

  static void read(OpenSearchClient openSearch, Reading reading) {
    List<String> names = new ArrayList<>();
    reading.eachToMany(
        openSearch.listDomainNames(request -> {}).domainNames(),
        domain -> {
          names.add(required(domain.domainName(), "DomainName"));
          return Stream.empty();
        });
    for (int start = 0; start < names.size(); start += BATCH) {
      List<String> batch = names.subList(start, Math.min(start + BATCH, names.size()));
      reading.each(
          openSearch.describeDomains(request -> request.domainNames(batch)).domainStatusList(),
          domain -> map(domain, reading));
    }
  }

  private static OpenSearchDomain map(DomainStatus domain, Reading reading) {
    VPCDerivedInfo vpc = domain.vpcOptions();
    return new OpenSearchDomain(
        required(domain.arn(), "ARN"),
        reading.account(),
        reading.region(),
        required(domain.domainName(), "DomainName"),
        text(domain.engineVersion()),
        flag(domain.deleted()),
        vpc == null ? "" : text(vpc.vpcId()),
        text(domain.endpoint(), text(domain.endpoints().get("vpc"))),
        text(domain.accessPolicies()),
        domain.clusterConfig() != null && flag(domain.clusterConfig().zoneAwarenessEnabled()),
        vpc == null ? List.of() : vpc.subnetIds(),
        vpc == null ? List.of() : vpc.availabilityZones(),
        vpc == null ? List.of() : vpc.securityGroupIds());
  }
}
