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
import dev.merlon.fact.ec2.NatGateway;
import dev.merlon.fact.ec2.NatGatewayAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.DescribeNatGatewaysRequest;
import software.amazon.awssdk.services.ec2.model.DescribeNatGatewaysResponse;
import software.amazon.awssdk.services.ec2.model.Tag;

final class NatGatewayReaderTest {
  private final List<String> requests = new ArrayList<>();

  @Test
  void read_twoPages_takesAllAndAsksForTheLargest() {
    assertThat(
            collect(
                gateway("nat-1")
                    .vpcId("vpc-1")
                    .subnetId("subnet-1")
                    .connectivityType("public")
                    .availabilityMode("zonal")
                    .state("available")
                    .natGatewayAddresses(
                        address("10.0.0.5")
                            .allocationId("eipalloc-1")
                            .networkInterfaceId("eni-1")
                            .publicIp("203.0.113.5")
                            .build(),
                        address("10.0.0.6").build())
                    .tags(Tag.builder().key("Name").value("shop").build()),
                gateway("nat-2")
                    .vpcId("vpc-1")
                    .connectivityType("public")
                    .availabilityMode("regional")
                    .state("available")
                    .routeTableId("rtb-1"),
                gateway("nat-3").state("deleted")))
        .isEqualTo(
            Collected.snapshot(
                List.of(NatGateway.class),
                List.of(
                    new NatGateway(
                        arn(ACCOUNT, "natgateway/nat-1"),
                        ACCOUNT,
                        REGION,
                        "nat-1",
                        "vpc-1",
                        "subnet-1",
                        "public",
                        "zonal",
                        "available",
                        "",
                        List.of(
                            new NatGatewayAddress("eipalloc-1", "eni-1", "10.0.0.5", "203.0.113.5"),
                            new NatGatewayAddress("", "", "10.0.0.6", "")),
                        Map.of("Name", "shop")),
                    new NatGateway(
                        arn(ACCOUNT, "natgateway/nat-2"),
                        ACCOUNT,
                        REGION,
                        "nat-2",
                        "vpc-1",
                        "",
                        "public",
                        "regional",
                        "available",
                        "rtb-1",
                        List.of(),
                        Map.of()),
                    bare("nat-3", "deleted"))));
    assertThat(requests)
        .containsExactly(
            "DescribeNatGatewaysRequest(MaxResults=1000)",
            "DescribeNatGatewaysRequest(MaxResults=1000, NextToken=next)");
  }

  @Test
  void read_gatewayWithoutId_costsThatOne() {
    assertThat(collect(gateway(null), gateway("nat-2").state("a-state-of-2030")))
        .isEqualTo(
            Collected.snapshot(
                List.of(NatGateway.class),
                List.of(bare("nat-2", "a-state-of-2030")),
                Collected.lost(
                    NatGateway.class, "ec2:DescribeNatGateways", "NatGatewayId is missing")));
  }

  private static NatGateway bare(String id, String state) {
    return new NatGateway(
        arn(ACCOUNT, "natgateway/" + id),
        ACCOUNT,
        REGION,
        id,
        "",
        "",
        "",
        "",
        state,
        "",
        List.of(),
        Map.of());
  }

  private static software.amazon.awssdk.services.ec2.model.NatGateway.Builder gateway(
      @Nullable String id) {
    return software.amazon.awssdk.services.ec2.model.NatGateway.builder().natGatewayId(id);
  }

  /** The first comes on a page of its own. */
  private Snapshot collect(software.amazon.awssdk.services.ec2.model.NatGateway.Builder... found) {
    return Collected.from(
        new FakeEc2() {
          @Override
          public DescribeNatGatewaysResponse describeNatGateways(
              DescribeNatGatewaysRequest request) {
            requests.add(request.toString());
            List<software.amazon.awssdk.services.ec2.model.NatGateway> all =
                Arrays.stream(found).map(item -> item.build()).toList();
            DescribeNatGatewaysResponse.Builder answer = DescribeNatGatewaysResponse.builder();
            return request.nextToken() == null
                ? answer.natGateways(all.subList(0, 1)).nextToken("next").build()
                : answer.natGateways(all.subList(1, all.size())).build();
          }
        },
        NatGateway.class);
  }

  private static software.amazon.awssdk.services.ec2.model.NatGatewayAddress.Builder address(
      String privateIp) {
    return software.amazon.awssdk.services.ec2.model.NatGatewayAddress.builder()
        .privateIp(privateIp);
  }
}
