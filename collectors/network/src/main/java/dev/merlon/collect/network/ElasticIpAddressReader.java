/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.network;

import static dev.merlon.collect.AwsValues.required;
import static dev.merlon.collect.AwsValues.text;

import dev.merlon.collect.Reading;
import dev.merlon.fact.ec2.ElasticIpAddress;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Address;

/** Maps DescribeAddresses, which has no pages. */
final class ElasticIpAddressReader {
  private ElasticIpAddressReader() {}

  static void read(Ec2Client ec2, Reading reading) {
    reading.each(ec2.describeAddresses().addresses(), address -> map(address, reading));
  }

  private static ElasticIpAddress map(Address address, Reading reading) {
    String id = required(address.allocationId(), "AllocationId");
    return new ElasticIpAddress(
        reading.arn("ec2", reading.account(), "elastic-ip/" + id),
        reading.account(),
        reading.region(),
        id,
        text(address.publicIp()),
        text(address.privateIpAddress()),
        text(address.networkInterfaceId()),
        text(address.networkInterfaceOwnerId()),
        text(address.instanceId()),
        Ec2Tags.map(address.tags()));
  }
}
