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
 * A VPC endpoint as DescribeVpcEndpoints tells it.
 *
 * @param ownerId the account that owns it
 * @param vpcEndpointType {@code Gateway}, {@code Interface}, {@code GatewayLoadBalancer}, …
 * @param serviceName such as {@code com.amazonaws.eu-west-1.s3}
 * @param state {@code available} when it works; AWS writes some states with a capital letter
 * @param policyDocument the JSON text of its policy; empty where the kind has none
 * @param routeTableIds the route tables that a gateway endpoint is in
 */
@ReadBy("ec2:DescribeVpcEndpoints")
public record VpcEndpoint(
    String arn,
    String account,
    String region,
    String vpcEndpointId,
    String vpcId,
    String ownerId,
    String vpcEndpointType,
    String serviceName,
    String state,
    String policyDocument,
    boolean privateDnsEnabled,
    String ipAddressType,
    List<String> routeTableIds,
    List<String> subnetIds,
    List<String> groupIds,
    List<String> networkInterfaceIds,
    Map<String, String> tags)
    implements Resource {
  public VpcEndpoint {
    routeTableIds = List.copyOf(routeTableIds);
    subnetIds = List.copyOf(subnetIds);
    groupIds = List.copyOf(groupIds);
    networkInterfaceIds = List.copyOf(networkInterfaceIds);
    tags = Tags.copyOf(tags);
  }

  /** Whether routes lead into it for a service (SVC-1), not for an appliance behind it. */
  public boolean isGateway() {
    return vpcEndpointType.equals("Gateway");
  }
}
