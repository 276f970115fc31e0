/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.network;

import static dev.merlon.collect.AwsValues.required;
import static dev.merlon.collect.AwsValues.text;

import dev.merlon.collect.Reading;
import dev.merlon.fact.ec2.VpcPeeringConnection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.VpcPeeringConnectionVpcInfo;

/** Maps DescribeVpcPeeringConnections. */
final class VpcPeeringConnectionReader {
  private static final int PAGE = 1000;

  private VpcPeeringConnectionReader() {}

  static void read(Ec2Client ec2, Reading reading) {
    reading.each(
        ec2.describeVpcPeeringConnectionsPaginator(request -> request.maxResults(PAGE))
            .vpcPeeringConnections(),
        connection -> map(connection, reading));
  }

  private static VpcPeeringConnection map(
      software.amazon.awssdk.services.ec2.model.VpcPeeringConnection connection, Reading reading) {
    String id = required(connection.vpcPeeringConnectionId(), "VpcPeeringConnectionId");
    Side requester = side(connection.requesterVpcInfo());
    Side accepter = side(connection.accepterVpcInfo());
    return new VpcPeeringConnection(
        reading.arn("ec2", reading.account(), "vpc-peering-connection/" + id),
        reading.account(),
        reading.region(),
        id,
        connection.status() == null ? "" : text(connection.status().codeAsString()),
        requester.ownerId(),
        requester.vpcId(),
        requester.region(),
        requester.cidrBlocks(),
        accepter.ownerId(),
        accepter.vpcId(),
        accepter.region(),
        accepter.cidrBlocks(),
        Ec2Tags.map(connection.tags()));
  }

  private record Side(String ownerId, String vpcId, String region, List<String> cidrBlocks) {}

  private static Side side(@Nullable VpcPeeringConnectionVpcInfo vpc) {
    return vpc == null
        ? new Side("", "", "", List.of())
        : new Side(text(vpc.ownerId()), text(vpc.vpcId()), text(vpc.region()), cidrBlocks(vpc));
  }

  /** AWS tells the first IPv4 block twice, and of some connections no others. */
  private static List<String> cidrBlocks(VpcPeeringConnectionVpcInfo vpc) {
    return Stream.of(
            Stream.ofNullable(vpc.cidrBlock()),
            vpc.cidrBlockSet().stream().map(block -> required(block.cidrBlock(), "CidrBlock")),
            vpc.ipv6CidrBlockSet().stream()
                .map(block -> required(block.ipv6CidrBlock(), "Ipv6CidrBlock")))
        .flatMap(blocks -> blocks)
        .distinct()
        .toList();
  }
}
