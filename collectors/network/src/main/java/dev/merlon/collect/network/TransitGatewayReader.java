/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.network;

import static dev.merlon.collect.AwsValues.flag;
import static dev.merlon.collect.AwsValues.required;
import static dev.merlon.collect.AwsValues.text;

import dev.merlon.collect.Reading;
import dev.merlon.fact.ec2.TransitGatewayAttachment;
import dev.merlon.fact.ec2.TransitGatewayRouteTable;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** Maps DescribeTransitGatewayAttachments and DescribeTransitGatewayRouteTables. */
final class TransitGatewayReader {
  private static final int PAGE = 1000;

  private TransitGatewayReader() {}

  static void readAttachments(Ec2Client ec2, Reading reading) {
    reading.each(
        ec2.describeTransitGatewayAttachmentsPaginator(request -> request.maxResults(PAGE))
            .transitGatewayAttachments(),
        attachment -> map(attachment, reading));
  }

  static void readRouteTables(Ec2Client ec2, Reading reading) {
    reading.each(
        ec2.describeTransitGatewayRouteTablesPaginator(request -> request.maxResults(PAGE))
            .transitGatewayRouteTables(),
        table -> map(table, reading));
  }

  private static TransitGatewayAttachment map(
      software.amazon.awssdk.services.ec2.model.TransitGatewayAttachment attachment,
      Reading reading) {
    String id = required(attachment.transitGatewayAttachmentId(), "TransitGatewayAttachmentId");
    String owner = text(attachment.resourceOwnerId(), reading.account());
    return new TransitGatewayAttachment(
        reading.arn("ec2", owner, "transit-gateway-attachment/" + id),
        reading.account(),
        reading.region(),
        id,
        text(attachment.transitGatewayId()),
        text(attachment.transitGatewayOwnerId()),
        text(attachment.resourceTypeAsString()),
        text(attachment.resourceId()),
        owner,
        text(attachment.stateAsString()),
        attachment.association() == null
            ? ""
            : text(attachment.association().transitGatewayRouteTableId()),
        Ec2Tags.map(attachment.tags()));
  }

  private static TransitGatewayRouteTable map(
      software.amazon.awssdk.services.ec2.model.TransitGatewayRouteTable table, Reading reading) {
    String id = required(table.transitGatewayRouteTableId(), "TransitGatewayRouteTableId");
    return new TransitGatewayRouteTable(
        reading.arn("ec2", reading.account(), "transit-gateway-route-table/" + id),
        reading.account(),
        reading.region(),
        id,
        text(table.transitGatewayId()),
        text(table.stateAsString()),
        flag(table.defaultAssociationRouteTable()),
        flag(table.defaultPropagationRouteTable()),
        Ec2Tags.map(table.tags()));
  }
}
