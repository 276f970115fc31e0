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
import dev.merlon.fact.ec2.TransitGatewayAttachment;
import dev.merlon.fact.ec2.TransitGatewayRouteTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.DescribeTransitGatewayAttachmentsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeTransitGatewayAttachmentsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeTransitGatewayRouteTablesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeTransitGatewayRouteTablesResponse;
import software.amazon.awssdk.services.ec2.model.Tag;

final class TransitGatewayReaderTest {
  private final List<String> requests = new ArrayList<>();

  @Test
  void readAttachments_twoPages_takesAllAndAsksForTheLargest() {
    assertThat(
            attachments(
                attachment("tgw-attach-1")
                    .transitGatewayId("tgw-1")
                    .transitGatewayOwnerId(ACCOUNT)
                    .resourceOwnerId(OTHER_ACCOUNT)
                    .resourceType("vpc")
                    .resourceId("vpc-1")
                    .state("available")
                    .association(
                        association ->
                            association.transitGatewayRouteTableId("tgw-rtb-1").state("associated"))
                    .tags(Tag.builder().key("Name").value("shop").build()),
                attachment("tgw-attach-2").resourceType("a-type-of-2030")))
        .isEqualTo(
            Collected.snapshot(
                List.of(TransitGatewayAttachment.class),
                List.of(
                    new TransitGatewayAttachment(
                        arn(OTHER_ACCOUNT, "transit-gateway-attachment/tgw-attach-1"),
                        ACCOUNT,
                        REGION,
                        "tgw-attach-1",
                        "tgw-1",
                        ACCOUNT,
                        "vpc",
                        "vpc-1",
                        OTHER_ACCOUNT,
                        "available",
                        "tgw-rtb-1",
                        Map.of("Name", "shop")),
                    bareAttachment("tgw-attach-2", "a-type-of-2030"))));
    assertThat(requests)
        .containsExactly(
            "DescribeTransitGatewayAttachmentsRequest(MaxResults=1000)",
            "DescribeTransitGatewayAttachmentsRequest(MaxResults=1000, NextToken=next)");
  }

  @Test
  void readAttachments_oneWithoutId_costsThatOne() {
    assertThat(attachments(attachment(null), attachment("tgw-attach-2")))
        .isEqualTo(
            Collected.snapshot(
                List.of(TransitGatewayAttachment.class),
                List.of(bareAttachment("tgw-attach-2", "")),
                Collected.lost(
                    TransitGatewayAttachment.class,
                    "ec2:DescribeTransitGatewayAttachments",
                    "TransitGatewayAttachmentId is missing")));
  }

  @Test
  void readRouteTables_twoPages_takesAllAndAsksForTheLargest() {
    assertThat(
            tables(
                table("tgw-rtb-1")
                    .transitGatewayId("tgw-1")
                    .state("available")
                    .defaultAssociationRouteTable(true)
                    .defaultPropagationRouteTable(true)
                    .tags(Tag.builder().key("Name").value("shop").build()),
                table("tgw-rtb-2")))
        .isEqualTo(
            Collected.snapshot(
                List.of(TransitGatewayRouteTable.class),
                List.of(
                    new TransitGatewayRouteTable(
                        arn(ACCOUNT, "transit-gateway-route-table/tgw-rtb-1"),
                        ACCOUNT,
                        REGION,
                        "tgw-rtb-1",
                        "tgw-1",
                        "available",
                        true,
                        true,
                        Map.of("Name", "shop")),
                    bareTable("tgw-rtb-2"))));
    assertThat(requests)
        .containsExactly(
            "DescribeTransitGatewayRouteTablesRequest(MaxResults=1000)",
            "DescribeTransitGatewayRouteTablesRequest(MaxResults=1000, NextToken=next)");
  }

  @Test
  void readRouteTables_oneWithoutId_costsThatOne() {
    assertThat(tables(table(null), table("tgw-rtb-2")))
        .isEqualTo(
            Collected.snapshot(
                List.of(TransitGatewayRouteTable.class),
                List.of(bareTable("tgw-rtb-2")),
                Collected.lost(
                    TransitGatewayRouteTable.class,
                    "ec2:DescribeTransitGatewayRouteTables",
                    "TransitGatewayRouteTableId is missing")));
  }

  private static TransitGatewayAttachment bareAttachment(String id, String type) {
    return new TransitGatewayAttachment(
        arn(ACCOUNT, "transit-gateway-attachment/" + id),
        ACCOUNT,
        REGION,
        id,
        "",
        "",
        type,
        "",
        ACCOUNT,
        "",
        "",
        Map.of());
  }

  private static TransitGatewayRouteTable bareTable(String id) {
    return new TransitGatewayRouteTable(
        arn(ACCOUNT, "transit-gateway-route-table/" + id),
        ACCOUNT,
        REGION,
        id,
        "",
        "",
        false,
        false,
        Map.of());
  }

  private static software.amazon.awssdk.services.ec2.model.TransitGatewayAttachment.Builder
      attachment(@Nullable String id) {
    return software.amazon.awssdk.services.ec2.model.TransitGatewayAttachment.builder()
        .transitGatewayAttachmentId(id);
  }

  private static software.amazon.awssdk.services.ec2.model.TransitGatewayRouteTable.Builder table(
      @Nullable String id) {
    return software.amazon.awssdk.services.ec2.model.TransitGatewayRouteTable.builder()
        .transitGatewayRouteTableId(id);
  }

  /** The first comes on a page of its own. */
  private Snapshot attachments(
      software.amazon.awssdk.services.ec2.model.TransitGatewayAttachment.Builder... found) {
    return Collected.from(
        new FakeEc2() {
          @Override
          public DescribeTransitGatewayAttachmentsResponse describeTransitGatewayAttachments(
              DescribeTransitGatewayAttachmentsRequest request) {
            requests.add(request.toString());
            List<software.amazon.awssdk.services.ec2.model.TransitGatewayAttachment> all =
                Arrays.stream(found).map(item -> item.build()).toList();
            DescribeTransitGatewayAttachmentsResponse.Builder answer =
                DescribeTransitGatewayAttachmentsResponse.builder();
            return request.nextToken() == null
                ? answer.transitGatewayAttachments(all.subList(0, 1)).nextToken("next").build()
                : answer.transitGatewayAttachments(all.subList(1, all.size())).build();
          }
        },
        TransitGatewayAttachment.class);
  }

  /** The first comes on a page of its own. */
  private Snapshot tables(
      software.amazon.awssdk.services.ec2.model.TransitGatewayRouteTable.Builder... found) {
    return Collected.from(
        new FakeEc2() {
          @Override
          public DescribeTransitGatewayRouteTablesResponse describeTransitGatewayRouteTables(
              DescribeTransitGatewayRouteTablesRequest request) {
            requests.add(request.toString());
            List<software.amazon.awssdk.services.ec2.model.TransitGatewayRouteTable> all =
                Arrays.stream(found).map(item -> item.build()).toList();
            DescribeTransitGatewayRouteTablesResponse.Builder answer =
                DescribeTransitGatewayRouteTablesResponse.builder();
            return request.nextToken() == null
                ? answer.transitGatewayRouteTables(all.subList(0, 1)).nextToken("next").build()
                : answer.transitGatewayRouteTables(all.subList(1, all.size())).build();
          }
        },
        TransitGatewayRouteTable.class);
  }
}
