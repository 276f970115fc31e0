/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.network;

import static dev.merlon.collect.network.Collected.ACCOUNT;
import static dev.merlon.collect.network.Collected.OTHER_ACCOUNT;
import static dev.merlon.collect.network.Collected.REGION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.Gap;
import dev.merlon.Snapshot;
import dev.merlon.collect.FakeEc2;
import dev.merlon.fact.ec2.InternetGateway;
import dev.merlon.fact.ec2.InternetGatewayAttachment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.DescribeInternetGatewaysRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInternetGatewaysResponse;
import software.amazon.awssdk.services.ec2.model.Tag;

final class InternetGatewayReaderTest {
  private static final List<Class<?>> BOTH =
      List.of(InternetGateway.class, InternetGatewayAttachment.class);

  private final List<String> requests = new ArrayList<>();

  @Test
  void read_twoPages_mapsGatewaysAndWhatTheyAreAttachedTo() {
    String arn = Collected.arn(OTHER_ACCOUNT, "internet-gateway/igw-1");

    assertThat(
            collect(
                gateway("igw-1")
                    .ownerId(OTHER_ACCOUNT)
                    .attachments(attachment("vpc-1", "available"), attachment("vpc-2", "detaching"))
                    .tags(Tag.builder().key("Name").value("shop").build()),
                gateway("igw-2")))
        .isEqualTo(
            Collected.snapshot(
                BOTH,
                List.of(
                    new InternetGateway(
                        arn, ACCOUNT, REGION, "igw-1", OTHER_ACCOUNT, Map.of("Name", "shop")),
                    bare("igw-2"),
                    new InternetGatewayAttachment(
                        arn + "/vpc-1", ACCOUNT, REGION, "igw-1", "vpc-1", "available"),
                    new InternetGatewayAttachment(
                        arn + "/vpc-2", ACCOUNT, REGION, "igw-1", "vpc-2", "detaching"))));
    assertThat(requests)
        .containsExactly(
            "DescribeInternetGatewaysRequest(MaxResults=1000)",
            "DescribeInternetGatewaysRequest(NextToken=next, MaxResults=1000)");
  }

  @Test
  void read_malformedGateways_costBothTypesAndNothingElse() {
    assertThat(
            collect(
                gateway(null),
                gateway("igw-2"),
                gateway("igw-3").attachments(attachment(null, "available"))))
        .isEqualTo(
            Collected.snapshot(
                BOTH,
                List.of(bare("igw-2")),
                lost(InternetGateway.class, "InternetGatewayId is missing"),
                lost(InternetGateway.class, "VpcId is missing"),
                lost(InternetGatewayAttachment.class, "InternetGatewayId is missing"),
                lost(InternetGatewayAttachment.class, "VpcId is missing")));
  }

  private static Gap lost(Class<?> type, String what) {
    return Collected.lost(type, "ec2:DescribeInternetGateways", what);
  }

  private static InternetGateway bare(String id) {
    return new InternetGateway(
        Collected.arn(ACCOUNT, "internet-gateway/" + id), ACCOUNT, REGION, id, ACCOUNT, Map.of());
  }

  private static software.amazon.awssdk.services.ec2.model.InternetGateway.Builder gateway(
      @Nullable String id) {
    return software.amazon.awssdk.services.ec2.model.InternetGateway.builder()
        .internetGatewayId(id);
  }

  private static software.amazon.awssdk.services.ec2.model.InternetGatewayAttachment attachment(
      @Nullable String vpcId, String state) {
    return software.amazon.awssdk.services.ec2.model.InternetGatewayAttachment.builder()
        .vpcId(vpcId)
        .state(state)
        .build();
  }

  /** The first comes on a page of its own. */
  private Snapshot collect(
      software.amazon.awssdk.services.ec2.model.InternetGateway.Builder... found) {
    return Collected.from(
        new FakeEc2() {
          @Override
          public DescribeInternetGatewaysResponse describeInternetGateways(
              DescribeInternetGatewaysRequest request) {
            requests.add(request.toString());
            List<software.amazon.awssdk.services.ec2.model.InternetGateway> all =
                Arrays.stream(found).map(item -> item.build()).toList();
            DescribeInternetGatewaysResponse.Builder answer =
                DescribeInternetGatewaysResponse.builder();
            return request.nextToken() == null
                ? answer.internetGateways(all.subList(0, 1)).nextToken("next").build()
                : answer.internetGateways(all.subList(1, all.size())).build();
          }
        },
        InternetGatewayAttachment.class);
  }
}
