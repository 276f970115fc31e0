/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.network;

import static dev.merlon.collect.AwsValues.required;
import static dev.merlon.collect.AwsValues.text;

import dev.merlon.collect.Reading;
import dev.merlon.fact.ec2.EgressOnlyInternetGateway;
import java.util.List;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.InternetGatewayAttachment;

/** Maps DescribeEgressOnlyInternetGateways. */
final class EgressOnlyInternetGatewayReader {
  private static final int PAGE = 255;

  private EgressOnlyInternetGatewayReader() {}

  static void read(Ec2Client ec2, Reading reading) {
    reading.each(
        ec2.describeEgressOnlyInternetGatewaysPaginator(request -> request.maxResults(PAGE))
            .egressOnlyInternetGateways(),
        gateway -> map(gateway, reading));
  }

  private static EgressOnlyInternetGateway map(
      software.amazon.awssdk.services.ec2.model.EgressOnlyInternetGateway gateway,
      Reading reading) {
    String id = required(gateway.egressOnlyInternetGatewayId(), "EgressOnlyInternetGatewayId");
    // One that is attached is so to one VPC.
    List<InternetGatewayAttachment> attachments = gateway.attachments();
    return new EgressOnlyInternetGateway(
        reading.arn("ec2", reading.account(), "egress-only-internet-gateway/" + id),
        reading.account(),
        reading.region(),
        id,
        attachments.isEmpty() ? "" : required(attachments.get(0).vpcId(), "VpcId"),
        attachments.isEmpty() ? "" : text(attachments.get(0).stateAsString()),
        Ec2Tags.map(gateway.tags()));
  }
}
