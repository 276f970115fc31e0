/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.network;

import static dev.merlon.collect.AwsValues.required;
import static dev.merlon.collect.AwsValues.text;

import dev.merlon.collect.Reading;
import dev.merlon.fact.ec2.AvailabilityZone;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** Maps DescribeAvailabilityZones, which has no pages. */
final class AvailabilityZoneReader {
  private AvailabilityZoneReader() {}

  static void read(Ec2Client ec2, Reading reading) {
    reading.each(
        ec2.describeAvailabilityZones(request -> request.allAvailabilityZones(true))
            .availabilityZones(),
        zone -> map(zone, reading));
  }

  private static AvailabilityZone map(
      software.amazon.awssdk.services.ec2.model.AvailabilityZone zone, Reading reading) {
    String name = required(zone.zoneName(), "ZoneName");
    return new AvailabilityZone(
        reading.arn("ec2", reading.account(), "availability-zone/" + name),
        reading.account(),
        reading.region(),
        name,
        text(zone.zoneId()),
        text(zone.zoneType()),
        text(zone.groupName()),
        text(zone.networkBorderGroup()),
        text(zone.stateAsString()),
        text(zone.optInStatusAsString()));
  }
}
