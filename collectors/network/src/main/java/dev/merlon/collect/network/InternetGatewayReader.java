/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.network;

import static dev.merlon.collect.AwsValues.required;
import static dev.merlon.collect.AwsValues.text;

import dev.merlon.collect.Reading;
import dev.merlon.fact.Resource;
import dev.merlon.fact.ec2.InternetGateway;
import dev.merlon.fact.ec2.InternetGatewayAttachment;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** Maps DescribeInternetGateways: the gateways, and the VPCs that they are attached to. */
final class InternetGatewayReader {
  private static final int PAGE = 1000;

  private InternetGatewayReader() {}

  static void read(Ec2Client ec2, Reading reading) {
    reading.eachToMany(
        ec2.describeInternetGatewaysPaginator(request -> request.maxResults(PAGE))
            .internetGateways(),
        found -> {
          InternetGateway gateway = map(found, reading);
          return Stream.<Resource>concat(
              Stream.of(gateway),
              found.attachments().stream().map(attachment -> map(attachment, gateway)));
        });
  }

  private static InternetGateway map(
      software.amazon.awssdk.services.ec2.model.InternetGateway gateway, Reading reading) {
    String id = required(gateway.internetGatewayId(), "InternetGatewayId");
    String owner = text(gateway.ownerId(), reading.account());
    return new InternetGateway(
        reading.arn("ec2", owner, "internet-gateway/" + id),
        reading.account(),
        reading.region(),
        id,
        owner,
        Ec2Tags.map(gateway.tags()));
  }

  private static InternetGatewayAttachment map(
      software.amazon.awssdk.services.ec2.model.InternetGatewayAttachment attachment,
      InternetGateway gateway) {
    String vpcId = required(attachment.vpcId(), "VpcId");
    return new InternetGatewayAttachment(
        gateway.arn() + "/" + vpcId,
        gateway.account(),
        gateway.region(),
        gateway.internetGatewayId(),
        vpcId,
        text(attachment.stateAsString()));
  }
}
