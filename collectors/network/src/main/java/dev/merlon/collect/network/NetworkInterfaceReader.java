/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.network;

import static dev.merlon.collect.AwsValues.flag;
import static dev.merlon.collect.AwsValues.required;
import static dev.merlon.collect.AwsValues.text;

import dev.merlon.collect.Reading;
import dev.merlon.fact.Resource;
import dev.merlon.fact.ec2.NetworkInterface;
import dev.merlon.fact.ec2.NetworkInterfaceGroup;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.GroupIdentifier;
import software.amazon.awssdk.services.ec2.model.NetworkInterfaceAttachment;

/** Maps DescribeNetworkInterfaces: the interfaces, and which security groups they use. */
final class NetworkInterfaceReader {
  private static final int PAGE = 1000;

  private NetworkInterfaceReader() {}

  static void read(Ec2Client ec2, Reading reading) {
    reading.eachToMany(
        ec2.describeNetworkInterfacesPaginator(request -> request.maxResults(PAGE))
            .networkInterfaces(),
        found -> {
          NetworkInterface networkInterface = map(found, reading);
          return Stream.<Resource>concat(
              Stream.of(networkInterface),
              found.groups().stream().map(group -> map(group, networkInterface)));
        });
  }

  private static NetworkInterface map(
      software.amazon.awssdk.services.ec2.model.NetworkInterface found, Reading reading) {
    String id = required(found.networkInterfaceId(), "NetworkInterfaceId");
    String owner = text(found.ownerId(), reading.account());
    NetworkInterfaceAttachment attachment = found.attachment();
    return new NetworkInterface(
        reading.arn("ec2", owner, "network-interface/" + id),
        reading.account(),
        reading.region(),
        id,
        text(found.interfaceTypeAsString()),
        text(found.vpcId()),
        text(found.subnetId()),
        owner,
        text(found.requesterId()),
        flag(found.requesterManaged()),
        attachment == null ? "" : text(attachment.instanceOwnerId()),
        text(found.description()),
        Ec2Tags.map(found.tagSet()));
  }

  private static NetworkInterfaceGroup map(GroupIdentifier group, NetworkInterface user) {
    String id = required(group.groupId(), "GroupId");
    return new NetworkInterfaceGroup(
        user.arn() + "/" + id, user.account(), user.region(), user.networkInterfaceId(), id);
  }
}
