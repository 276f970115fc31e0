/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.network;

import static dev.merlon.collect.AwsValues.flag;
import static dev.merlon.collect.AwsValues.number;
import static dev.merlon.collect.AwsValues.required;
import static dev.merlon.collect.AwsValues.text;

import dev.merlon.collect.Reading;
import dev.merlon.fact.Resource;
import dev.merlon.fact.ec2.InterfaceAddress;
import dev.merlon.fact.ec2.NetworkInterface;
import dev.merlon.fact.ec2.NetworkInterfaceGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.GroupIdentifier;
import software.amazon.awssdk.services.ec2.model.NetworkInterfaceAssociation;
import software.amazon.awssdk.services.ec2.model.NetworkInterfaceAttachment;
import software.amazon.awssdk.services.ec2.model.NetworkInterfacePrivateIpAddress;

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
        text(found.statusAsString()),
        text(found.vpcId()),
        text(found.subnetId()),
        owner,
        text(found.requesterId()),
        flag(found.requesterManaged()),
        attachment == null ? "" : text(attachment.instanceOwnerId()),
        attachment == null ? "" : text(attachment.instanceId()),
        attachment == null ? 0 : number(attachment.deviceIndex(), 0),
        flag(found.sourceDestCheck()),
        flag(found.denyAllIgwTraffic()),
        addresses(found),
        found.ipv6Addresses().stream()
            .map(address -> required(address.ipv6Address(), "Ipv6Address"))
            .toList(),
        found.ipv6Prefixes().stream()
            .map(prefix -> required(prefix.ipv6Prefix(), "Ipv6Prefix"))
            .toList(),
        text(found.description()),
        Ec2Tags.map(found.tagSet()));
  }

  /** Old interfaces tell the public address of the primary one on the interface alone. */
  private static List<InterfaceAddress> addresses(
      software.amazon.awssdk.services.ec2.model.NetworkInterface found) {
    List<InterfaceAddress> addresses = new ArrayList<>();
    for (NetworkInterfacePrivateIpAddress address : found.privateIpAddresses()) {
      boolean primary =
          flag(address.primary())
              || text(address.privateIpAddress()).equals(found.privateIpAddress());
      addresses.add(
          address(
              required(address.privateIpAddress(), "PrivateIpAddress"),
              address.association() == null && primary
                  ? found.association()
                  : address.association()));
    }
    if (addresses.isEmpty() && (found.privateIpAddress() != null || found.association() != null)) {
      addresses.add(address(text(found.privateIpAddress()), found.association()));
    }
    return addresses;
  }

  private static InterfaceAddress address(
      String privateIpAddress, @Nullable NetworkInterfaceAssociation association) {
    return association == null
        ? new InterfaceAddress(privateIpAddress, "", "")
        : new InterfaceAddress(
            privateIpAddress, text(association.publicIp()), text(association.carrierIp()));
  }

  private static NetworkInterfaceGroup map(GroupIdentifier group, NetworkInterface user) {
    String id = required(group.groupId(), "GroupId");
    return new NetworkInterfaceGroup(
        user.arn() + "/" + id, user.account(), user.region(), user.networkInterfaceId(), id);
  }
}
