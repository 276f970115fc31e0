/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.opensearch;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;
import java.util.List;

/**
 * A domain of OpenSearch or Elasticsearch as DescribeDomains tells it.
 *
 * @param deleted whether it is being deleted
 * @param vpcId empty for a domain with a public endpoint
 * @param endpointAddress its name; empty while it is made
 * @param accessPolicies the JSON text of its policy; empty for none
 * @param subnetIds the subnets of its interfaces; none for a public endpoint
 * @param availabilityZones those of its subnets
 * @param securityGroupIds none for a public endpoint
 */
@ReadBy({"es:ListDomainNames", "es:DescribeDomains"})
public record OpenSearchDomain(
    String arn,
    String account,
    String region,
    String domainName,
    String engineVersion,
    boolean deleted,
    String vpcId,
    String endpointAddress,
    String accessPolicies,
    boolean zoneAwareness,
    List<String> subnetIds,
    List<String> availabilityZones,
    List<String> securityGroupIds)
    implements Resource {
  public OpenSearchDomain {
    subnetIds = List.copyOf(subnetIds);
    availabilityZones = List.copyOf(availabilityZones);
    securityGroupIds = List.copyOf(securityGroupIds);
  }

  /** Whether its endpoint is on the internet, and no security group guards it. */
  public boolean isPublic() {
    return subnetIds.isEmpty();
  }
}
