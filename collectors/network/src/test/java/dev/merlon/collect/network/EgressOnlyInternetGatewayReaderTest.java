/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.network;

import static dev.merlon.collect.network.Collected.ACCOUNT;
import static dev.merlon.collect.network.Collected.REGION;
import static dev.merlon.collect.network.Collected.arn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.Gap;
import dev.merlon.Snapshot;
import dev.merlon.collect.FakeEc2;
import dev.merlon.fact.ec2.EgressOnlyInternetGateway;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.DescribeEgressOnlyInternetGatewaysRequest;
import software.amazon.awssdk.services.ec2.model.DescribeEgressOnlyInternetGatewaysResponse;
import software.amazon.awssdk.services.ec2.model.InternetGatewayAttachment;
import software.amazon.awssdk.services.ec2.model.Tag;

final class EgressOnlyInternetGatewayReaderTest {
  private final List<String> requests = new ArrayList<>();

  @Test
  void read_twoPages_takesAllAndAsksForTheLargest() {
    assertThat(
            collect(
                gateway("eigw-1")
                    .attachments(attachment("vpc-1"))
                    .tags(Tag.builder().key("Name").value("shop").build()),
                gateway("eigw-2")))
        .isEqualTo(
            Collected.snapshot(
                List.of(EgressOnlyInternetGateway.class),
                List.of(
                    fact("eigw-1", "vpc-1", "attached", Map.of("Name", "shop")),
                    fact("eigw-2", "", "", Map.of()))));
    assertThat(requests)
        .containsExactly(
            "DescribeEgressOnlyInternetGatewaysRequest(MaxResults=255)",
            "DescribeEgressOnlyInternetGatewaysRequest(MaxResults=255, NextToken=next)");
  }

  @Test
  void read_malformedGateways_costThemselves() {
    assertThat(
            collect(
                gateway(null), gateway("eigw-2").attachments(attachment(null)), gateway("eigw-3")))
        .isEqualTo(
            Collected.snapshot(
                List.of(EgressOnlyInternetGateway.class),
                List.of(fact("eigw-3", "", "", Map.of())),
                lost("EgressOnlyInternetGatewayId is missing"),
                lost("VpcId is missing")));
  }

  private static Gap lost(String what) {
    return Collected.lost(
        EgressOnlyInternetGateway.class, "ec2:DescribeEgressOnlyInternetGateways", what);
  }

  private static EgressOnlyInternetGateway fact(
      String id, String vpcId, String state, Map<String, String> tags) {
    return new EgressOnlyInternetGateway(
        arn(ACCOUNT, "egress-only-internet-gateway/" + id),
        ACCOUNT,
        REGION,
        id,
        vpcId,
        state,
        tags);
  }

  private static software.amazon.awssdk.services.ec2.model.EgressOnlyInternetGateway.Builder
      gateway(@Nullable String id) {
    return software.amazon.awssdk.services.ec2.model.EgressOnlyInternetGateway.builder()
        .egressOnlyInternetGatewayId(id);
  }

  /** The first comes on a page of its own. */
  private Snapshot collect(
      software.amazon.awssdk.services.ec2.model.EgressOnlyInternetGateway.Builder... found) {
    return Collected.from(
        new FakeEc2() {
          @Override
          public DescribeEgressOnlyInternetGatewaysResponse describeEgressOnlyInternetGateways(
              DescribeEgressOnlyInternetGatewaysRequest request) {
            requests.add(request.toString());
            List<software.amazon.awssdk.services.ec2.model.EgressOnlyInternetGateway> all =
                Arrays.stream(found).map(item -> item.build()).toList();
            DescribeEgressOnlyInternetGatewaysResponse.Builder answer =
                DescribeEgressOnlyInternetGatewaysResponse.builder();
            return request.nextToken() == null
                ? answer.egressOnlyInternetGateways(all.subList(0, 1)).nextToken("next").build()
                : answer.egressOnlyInternetGateways(all.subList(1, all.size())).build();
          }
        },
        EgressOnlyInternetGateway.class);
  }

  private static InternetGatewayAttachment attachment(@Nullable String vpcId) {
    return InternetGatewayAttachment.builder().vpcId(vpcId).state("attached").build();
  }
}
