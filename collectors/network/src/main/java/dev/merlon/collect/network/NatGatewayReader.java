/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.network;

import static dev.merlon.collect.AwsValues.required;
import static dev.merlon.collect.AwsValues.text;

import dev.merlon.collect.Reading;
import dev.merlon.fact.ec2.NatGateway;
import dev.merlon.fact.ec2.NatGatewayAddress;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** Maps DescribeNatGateways, those that are deleted or failed included. */
final class NatGatewayReader {
  private static final int PAGE = 1000;

  private NatGatewayReader() {}

  static void read(Ec2Client ec2, Reading reading) {
    reading.each(
        ec2.describeNatGatewaysPaginator(request -> request.maxResults(PAGE)).natGateways(),
        gateway -> map(gateway, reading));
  }

  private static NatGateway map(
      software.amazon.awssdk.services.ec2.model.NatGateway gateway, Reading reading) {
    String id = required(gateway.natGatewayId(), "NatGatewayId");
    return new NatGateway(
        reading.arn("ec2", reading.account(), "natgateway/" + id),
        reading.account(),
        reading.region(),
        id,
        text(gateway.vpcId()),
        text(gateway.subnetId()),
        text(gateway.connectivityTypeAsString()),
        text(gateway.availabilityModeAsString()),
        text(gateway.stateAsString()),
        text(gateway.routeTableId()),
        gateway.natGatewayAddresses().stream().map(NatGatewayReader::map).toList(),
        Ec2Tags.map(gateway.tags()));
  }

  private static NatGatewayAddress map(
      software.amazon.awssdk.services.ec2.model.NatGatewayAddress address) {
    return new NatGatewayAddress(
        text(address.allocationId()),
        text(address.networkInterfaceId()),
        text(address.privateIp()),
        text(address.publicIp()));
  }
}
