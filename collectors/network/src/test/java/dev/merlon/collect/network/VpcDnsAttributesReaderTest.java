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
import dev.merlon.fact.Resource;
import dev.merlon.fact.ec2.VpcDnsAttributes;
import dev.merlon.fact.ec2.VpcEndpoint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.AttributeBooleanValue;
import software.amazon.awssdk.services.ec2.model.DescribeVpcAttributeRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcAttributeResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointsResponse;

final class VpcDnsAttributesReaderTest {
  private static final List<Class<?>> BOTH = List.of(VpcDnsAttributes.class, VpcEndpoint.class);

  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());

  @Test
  void read_twoVpcsWithThreeEndpoints_asksOnceForBothAttributesOfEach() {
    assertThat(
            collect(
                Map.of(
                    "vpc-1 enableDnsSupport", value(true),
                    "vpc-1 enableDnsHostnames", value(false),
                    "vpc-2 enableDnsSupport", value(false),
                    "vpc-2 enableDnsHostnames", value(true))))
        .isEqualTo(
            Collected.snapshot(
                BOTH, facts(attributes("vpc-1", true, false), attributes("vpc-2", false, true))));
    assertThat(requests)
        .containsExactlyInAnyOrder(
            "vpc-1 enableDnsHostnames",
            "vpc-1 enableDnsSupport",
            "vpc-2 enableDnsHostnames",
            "vpc-2 enableDnsSupport");
  }

  @Test
  void read_oneAttributeDenied_isAGapOfThatVpc() {
    assertThat(
            collect(
                Map.of(
                    "vpc-1 enableDnsSupport", value(true),
                    "vpc-2 enableDnsSupport", value(true),
                    "vpc-2 enableDnsHostnames", value(true))))
        .isEqualTo(
            Collected.snapshot(
                BOTH,
                facts(attributes("vpc-2", true, true)),
                Collected.gap(
                    VpcDnsAttributes.class,
                    arn(ACCOUNT, "vpc/vpc-1"),
                    "ec2:DescribeVpcAttribute was denied: UnauthorizedOperation: You may not.")));
  }

  @Test
  void read_attributeWithoutValue_isNotTakenForFalse() {
    assertThat(
            collect(
                Map.of(
                    "vpc-1 enableDnsSupport", value(true),
                    "vpc-1 enableDnsHostnames", AttributeBooleanValue.builder().build(),
                    "vpc-2 enableDnsSupport", value(true),
                    "vpc-2 enableDnsHostnames", value(true))))
        .isEqualTo(
            Collected.snapshot(
                BOTH,
                facts(attributes("vpc-2", true, true)),
                Collected.gap(
                    VpcDnsAttributes.class,
                    arn(ACCOUNT, "vpc/vpc-1"),
                    "an item of ec2:DescribeVpcAttribute could not be read:"
                        + " IllegalArgumentException: EnableDnsHostnames is missing")));
  }

  private static List<Resource> facts(VpcDnsAttributes... attributes) {
    List<Resource> facts = new ArrayList<>(List.of(attributes));
    facts.add(endpoint("vpce-1", "vpc-1"));
    facts.add(endpoint("vpce-2", "vpc-2"));
    facts.add(endpoint("vpce-3", "vpc-1"));
    facts.add(endpoint("vpce-4", ""));
    return facts;
  }

  private static VpcEndpoint endpoint(String id, String vpcId) {
    return new VpcEndpoint(
        arn(ACCOUNT, "vpc-endpoint/" + id),
        ACCOUNT,
        REGION,
        id,
        vpcId,
        ACCOUNT,
        "",
        "",
        "",
        "",
        false,
        "",
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Map.of());
  }

  private static VpcDnsAttributes attributes(String vpcId, boolean support, boolean hostnames) {
    String vpc = arn(ACCOUNT, "vpc/" + vpcId);
    return new VpcDnsAttributes(vpc, ACCOUNT, REGION, vpc, vpcId, support, hostnames);
  }

  private static AttributeBooleanValue value(boolean value) {
    return AttributeBooleanValue.builder().value(value).build();
  }

  /** What is not among the values is denied. */
  private Snapshot collect(Map<String, AttributeBooleanValue> values) {
    return Collected.from(
        new FakeEc2() {
          @Override
          public DescribeVpcEndpointsResponse describeVpcEndpoints(
              DescribeVpcEndpointsRequest request) {
            return DescribeVpcEndpointsResponse.builder()
                .vpcEndpoints(
                    found("vpce-1", "vpc-1"),
                    found("vpce-2", "vpc-2"),
                    found("vpce-3", "vpc-1"),
                    found("vpce-4", null))
                .build();
          }

          @Override
          public DescribeVpcAttributeResponse describeVpcAttribute(
              DescribeVpcAttributeRequest request) {
            String asked = request.vpcId() + " " + request.attributeAsString();
            requests.add(asked);
            AttributeBooleanValue value = values.get(asked);
            if (value == null) {
              throw Collected.denied();
            }
            DescribeVpcAttributeResponse.Builder answer = DescribeVpcAttributeResponse.builder();
            return request.attributeAsString().equals("enableDnsSupport")
                ? answer.enableDnsSupport(value).build()
                : answer.enableDnsHostnames(value).build();
          }
        },
        VpcDnsAttributes.class);
  }

  private static software.amazon.awssdk.services.ec2.model.VpcEndpoint found(
      String id, @Nullable String vpcId) {
    return software.amazon.awssdk.services.ec2.model.VpcEndpoint.builder()
        .vpcEndpointId(id)
        .vpcId(vpcId)
        .build();
  }
}
