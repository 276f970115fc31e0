/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.network;

import static dev.merlon.collect.network.Collected.ACCOUNT;
import static dev.merlon.collect.network.Collected.OTHER_ACCOUNT;
import static dev.merlon.collect.network.Collected.REGION;
import static dev.merlon.collect.network.Collected.arn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.Snapshot;
import dev.merlon.collect.FakeEc2;
import dev.merlon.fact.ec2.ElasticIpAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.Address;
import software.amazon.awssdk.services.ec2.model.DescribeAddressesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeAddressesResponse;
import software.amazon.awssdk.services.ec2.model.Tag;

final class ElasticIpAddressReaderTest {
  @Test
  void read_addresses_takesThoseInUseAndTheOthers() {
    assertThat(
            collect(
                Address.builder()
                    .allocationId("eipalloc-1")
                    .publicIp("203.0.113.5")
                    .privateIpAddress("10.0.0.5")
                    .networkInterfaceId("eni-1")
                    .networkInterfaceOwnerId(OTHER_ACCOUNT)
                    .instanceId("i-1")
                    .tags(Tag.builder().key("Name").value("shop").build())
                    .build(),
                Address.builder().publicIp("203.0.113.6").build(),
                Address.builder().allocationId("eipalloc-3").publicIp("203.0.113.7").build()))
        .isEqualTo(
            Collected.snapshot(
                List.of(ElasticIpAddress.class),
                List.of(
                    new ElasticIpAddress(
                        arn(ACCOUNT, "elastic-ip/eipalloc-1"),
                        ACCOUNT,
                        REGION,
                        "eipalloc-1",
                        "203.0.113.5",
                        "10.0.0.5",
                        "eni-1",
                        OTHER_ACCOUNT,
                        "i-1",
                        Map.of("Name", "shop")),
                    new ElasticIpAddress(
                        arn(ACCOUNT, "elastic-ip/eipalloc-3"),
                        ACCOUNT,
                        REGION,
                        "eipalloc-3",
                        "203.0.113.7",
                        "",
                        "",
                        "",
                        "",
                        Map.of())),
                Collected.lost(
                    ElasticIpAddress.class, "ec2:DescribeAddresses", "AllocationId is missing")));
  }

  private static Snapshot collect(Address... addresses) {
    return Collected.from(
        new FakeEc2() {
          @Override
          public DescribeAddressesResponse describeAddresses(DescribeAddressesRequest request) {
            return DescribeAddressesResponse.builder().addresses(addresses).build();
          }
        },
        ElasticIpAddress.class);
  }
}
