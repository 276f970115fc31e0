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

import dev.merlon.Gap;
import dev.merlon.Snapshot;
import dev.merlon.collect.FakeEc2;
import dev.merlon.fact.ec2.VpcEndpoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointsResponse;
import software.amazon.awssdk.services.ec2.model.SecurityGroupIdentifier;
import software.amazon.awssdk.services.ec2.model.Tag;

final class VpcEndpointReaderTest {
  private final List<String> requests = new ArrayList<>();

  @Test
  void read_twoPages_takesAllAndAsksForTheLargest() {
    assertThat(
            collect(
                endpoint("vpce-1")
                    .vpcId("vpc-1")
                    .ownerId(OTHER_ACCOUNT)
                    .vpcEndpointType("Interface")
                    .serviceName("com.amazonaws.us-east-1.kms")
                    .state("Available")
                    .policyDocument("{}")
                    .privateDnsEnabled(true)
                    .ipAddressType("dualstack")
                    .routeTableIds("rtb-1")
                    .subnetIds("subnet-1", "subnet-2")
                    .groups(group("sg-1"))
                    .networkInterfaceIds("eni-1", "eni-2")
                    .tags(Tag.builder().key("Name").value("shop").build()),
                endpoint("vpce-2").vpcEndpointType("ATypeOf2030").state("a-state-of-2030")))
        .isEqualTo(
            Collected.snapshot(
                List.of(VpcEndpoint.class),
                List.of(
                    new VpcEndpoint(
                        arn(OTHER_ACCOUNT, "vpc-endpoint/vpce-1"),
                        ACCOUNT,
                        REGION,
                        "vpce-1",
                        "vpc-1",
                        OTHER_ACCOUNT,
                        "Interface",
                        "com.amazonaws.us-east-1.kms",
                        "Available",
                        "{}",
                        true,
                        "dualstack",
                        List.of("rtb-1"),
                        List.of("subnet-1", "subnet-2"),
                        List.of("sg-1"),
                        List.of("eni-1", "eni-2"),
                        Map.of("Name", "shop")),
                    bare("vpce-2", "ATypeOf2030", "a-state-of-2030"))));
    assertThat(requests)
        .containsExactly(
            "DescribeVpcEndpointsRequest(MaxResults=1000)",
            "DescribeVpcEndpointsRequest(MaxResults=1000, NextToken=next)");
  }

  @Test
  void read_malformedEndpoints_costThemselves() {
    assertThat(collect(endpoint(null), endpoint("vpce-2"), endpoint("vpce-3").groups(group(null))))
        .isEqualTo(
            Collected.snapshot(
                List.of(VpcEndpoint.class),
                List.of(bare("vpce-2", "", "")),
                lost("VpcEndpointId is missing"),
                lost("GroupId is missing")));
  }

  private static Gap lost(String what) {
    return Collected.lost(VpcEndpoint.class, "ec2:DescribeVpcEndpoints", what);
  }

  private static VpcEndpoint bare(String id, String type, String state) {
    return new VpcEndpoint(
        arn(ACCOUNT, "vpc-endpoint/" + id),
        ACCOUNT,
        REGION,
        id,
        "",
        ACCOUNT,
        type,
        "",
        state,
        "",
        false,
        "",
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Map.of());
  }

  private static software.amazon.awssdk.services.ec2.model.VpcEndpoint.Builder endpoint(
      @Nullable String id) {
    return software.amazon.awssdk.services.ec2.model.VpcEndpoint.builder().vpcEndpointId(id);
  }

  /** The first comes on a page of its own. */
  private Snapshot collect(software.amazon.awssdk.services.ec2.model.VpcEndpoint.Builder... found) {
    return Collected.from(
        new FakeEc2() {
          @Override
          public DescribeVpcEndpointsResponse describeVpcEndpoints(
              DescribeVpcEndpointsRequest request) {
            requests.add(request.toString());
            List<software.amazon.awssdk.services.ec2.model.VpcEndpoint> all =
                Arrays.stream(found).map(item -> item.build()).toList();
            DescribeVpcEndpointsResponse.Builder answer = DescribeVpcEndpointsResponse.builder();
            return request.nextToken() == null
                ? answer.vpcEndpoints(all.subList(0, 1)).nextToken("next").build()
                : answer.vpcEndpoints(all.subList(1, all.size())).build();
          }
        },
        VpcEndpoint.class);
  }

  private static SecurityGroupIdentifier group(@Nullable String id) {
    return SecurityGroupIdentifier.builder().groupId(id).groupName("web").build();
  }
}
