/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.ec2;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;
import dev.merlon.fact.Tags;
import java.util.List;
import java.util.Map;

/**
 * An endpoint service that the account offers to others, as
 * DescribeVpcEndpointServiceConfigurations tells it.
 *
 * @param acceptanceRequired whether somebody must accept each endpoint
 */
@ReadBy("ec2:DescribeVpcEndpointServiceConfigurations")
public record VpcEndpointService(
    String arn,
    String account,
    String region,
    String serviceId,
    String serviceName,
    String state,
    boolean acceptanceRequired,
    List<String> networkLoadBalancerArns,
    List<String> gatewayLoadBalancerArns,
    Map<String, String> tags)
    implements Resource {
  public VpcEndpointService {
    networkLoadBalancerArns = List.copyOf(networkLoadBalancerArns);
    gatewayLoadBalancerArns = List.copyOf(gatewayLoadBalancerArns);
    tags = Tags.copyOf(tags);
  }
}
