/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.network;

import static dev.merlon.collect.AwsValues.flag;
import static dev.merlon.collect.AwsValues.required;
import static dev.merlon.collect.AwsValues.text;

import dev.merlon.collect.Reading;
import dev.merlon.fact.ec2.VpcEndpoint;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** Maps DescribeVpcEndpoints. */
final class VpcEndpointReader {
  private static final int PAGE = 1000;

  private VpcEndpointReader() {}

  static void read(Ec2Client ec2, Reading reading) {
    reading.each(
        ec2.describeVpcEndpointsPaginator(request -> request.maxResults(PAGE)).vpcEndpoints(),
        endpoint -> map(endpoint, reading));
  }

  private static VpcEndpoint map(
      software.amazon.awssdk.services.ec2.model.VpcEndpoint endpoint, Reading reading) {
    String id = required(endpoint.vpcEndpointId(), "VpcEndpointId");
    String owner = text(endpoint.ownerId(), reading.account());
    return new VpcEndpoint(
        reading.arn("ec2", owner, "vpc-endpoint/" + id),
        reading.account(),
        reading.region(),
        id,
        text(endpoint.vpcId()),
        owner,
        text(endpoint.vpcEndpointTypeAsString()),
        text(endpoint.serviceName()),
        text(endpoint.stateAsString()),
        text(endpoint.policyDocument()),
        flag(endpoint.privateDnsEnabled()),
        text(endpoint.ipAddressTypeAsString()),
        endpoint.routeTableIds(),
        endpoint.subnetIds(),
        endpoint.groups().stream().map(group -> required(group.groupId(), "GroupId")).toList(),
        endpoint.networkInterfaceIds(),
        Ec2Tags.map(endpoint.tags()));
  }
}
