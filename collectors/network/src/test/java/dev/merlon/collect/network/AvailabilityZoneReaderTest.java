/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.network;

import static dev.merlon.collect.network.Collected.ACCOUNT;
import static dev.merlon.collect.network.Collected.REGION;
import static dev.merlon.collect.network.Collected.arn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.Snapshot;
import dev.merlon.collect.FakeEc2;
import dev.merlon.fact.ec2.AvailabilityZone;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.DescribeAvailabilityZonesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeAvailabilityZonesResponse;

final class AvailabilityZoneReaderTest {
  private final List<String> requests = new ArrayList<>();

  @Test
  void read_zones_takesThoseThatAreNotOptedIntoToo() {
    assertThat(
            collect(
                zone("us-east-1-bos-1a")
                    .zoneId("use1-bos1-az1")
                    .zoneType("local-zone")
                    .groupName("us-east-1-bos-1")
                    .networkBorderGroup("us-east-1-bos-1")
                    .state("available")
                    .optInStatus("not-opted-in")
                    .build(),
                zone(null).build(),
                zone("us-east-1a").build()))
        .isEqualTo(
            Collected.snapshot(
                List.of(AvailabilityZone.class),
                List.of(
                    new AvailabilityZone(
                        arn(ACCOUNT, "availability-zone/us-east-1-bos-1a"),
                        ACCOUNT,
                        REGION,
                        "us-east-1-bos-1a",
                        "use1-bos1-az1",
                        "local-zone",
                        "us-east-1-bos-1",
                        "us-east-1-bos-1",
                        "available",
                        "not-opted-in"),
                    new AvailabilityZone(
                        arn(ACCOUNT, "availability-zone/us-east-1a"),
                        ACCOUNT,
                        REGION,
                        "us-east-1a",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "")),
                Collected.lost(
                    AvailabilityZone.class,
                    "ec2:DescribeAvailabilityZones",
                    "ZoneName is missing")));
    assertThat(requests)
        .containsExactly("DescribeAvailabilityZonesRequest(AllAvailabilityZones=true)");
  }

  private static software.amazon.awssdk.services.ec2.model.AvailabilityZone.Builder zone(
      @Nullable String name) {
    return software.amazon.awssdk.services.ec2.model.AvailabilityZone.builder().zoneName(name);
  }

  private Snapshot collect(software.amazon.awssdk.services.ec2.model.AvailabilityZone... zones) {
    return Collected.from(
        new FakeEc2() {
          @Override
          public DescribeAvailabilityZonesResponse describeAvailabilityZones(
              DescribeAvailabilityZonesRequest request) {
            requests.add(request.toString());
            return DescribeAvailabilityZonesResponse.builder().availabilityZones(zones).build();
          }
        },
        AvailabilityZone.class);
  }
}
