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
import dev.merlon.fact.ec2.VpcPeeringConnection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.CidrBlock;
import software.amazon.awssdk.services.ec2.model.DescribeVpcPeeringConnectionsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcPeeringConnectionsResponse;
import software.amazon.awssdk.services.ec2.model.Ipv6CidrBlock;
import software.amazon.awssdk.services.ec2.model.Tag;

final class VpcPeeringConnectionReaderTest {
  private final List<String> requests = new ArrayList<>();

  @Test
  void read_twoPages_mapsBothSidesWithTheBlocksOfBothFamilies() {
    assertThat(
            collect(
                connection("pcx-1")
                    .status(status -> status.code("active"))
                    .requesterVpcInfo(
                        vpc ->
                            vpc.ownerId(ACCOUNT)
                                .vpcId("vpc-1")
                                .region("us-east-1")
                                .cidrBlock("10.0.0.0/16")
                                .cidrBlockSet(block("10.0.0.0/16"), block("10.1.0.0/16"))
                                .ipv6CidrBlockSet(
                                    Ipv6CidrBlock.builder().ipv6CidrBlock("2001:db8::/56").build()))
                    .accepterVpcInfo(
                        vpc ->
                            vpc.ownerId(OTHER_ACCOUNT)
                                .vpcId("vpc-2")
                                .region("eu-west-1")
                                .cidrBlock("10.2.0.0/16"))
                    .tags(Tag.builder().key("Name").value("shop").build()),
                connection("pcx-2")))
        .isEqualTo(
            Collected.snapshot(
                List.of(VpcPeeringConnection.class),
                List.of(
                    new VpcPeeringConnection(
                        arn(ACCOUNT, "vpc-peering-connection/pcx-1"),
                        ACCOUNT,
                        REGION,
                        "pcx-1",
                        "active",
                        ACCOUNT,
                        "vpc-1",
                        "us-east-1",
                        List.of("10.0.0.0/16", "10.1.0.0/16", "2001:db8::/56"),
                        OTHER_ACCOUNT,
                        "vpc-2",
                        "eu-west-1",
                        List.of("10.2.0.0/16"),
                        Map.of("Name", "shop")),
                    bare("pcx-2"))));
    assertThat(requests)
        .containsExactly(
            "DescribeVpcPeeringConnectionsRequest(MaxResults=1000)",
            "DescribeVpcPeeringConnectionsRequest(NextToken=next, MaxResults=1000)");
  }

  @Test
  void read_malformedConnections_costThemselves() {
    assertThat(
            collect(
                connection(null),
                connection("pcx-2"),
                connection("pcx-3").accepterVpcInfo(vpc -> vpc.cidrBlockSet(block(null)))))
        .isEqualTo(
            Collected.snapshot(
                List.of(VpcPeeringConnection.class),
                List.of(bare("pcx-2")),
                lost("VpcPeeringConnectionId is missing"),
                lost("CidrBlock is missing")));
  }

  private static Gap lost(String what) {
    return Collected.lost(VpcPeeringConnection.class, "ec2:DescribeVpcPeeringConnections", what);
  }

  private static VpcPeeringConnection bare(String id) {
    return new VpcPeeringConnection(
        arn(ACCOUNT, "vpc-peering-connection/" + id),
        ACCOUNT,
        REGION,
        id,
        "",
        "",
        "",
        "",
        List.of(),
        "",
        "",
        "",
        List.of(),
        Map.of());
  }

  private static CidrBlock block(@Nullable String cidr) {
    return CidrBlock.builder().cidrBlock(cidr).build();
  }

  private static software.amazon.awssdk.services.ec2.model.VpcPeeringConnection.Builder connection(
      @Nullable String id) {
    return software.amazon.awssdk.services.ec2.model.VpcPeeringConnection.builder()
        .vpcPeeringConnectionId(id);
  }

  /** The first comes on a page of its own. */
  private Snapshot collect(
      software.amazon.awssdk.services.ec2.model.VpcPeeringConnection.Builder... found) {
    return Collected.from(
        new FakeEc2() {
          @Override
          public DescribeVpcPeeringConnectionsResponse describeVpcPeeringConnections(
              DescribeVpcPeeringConnectionsRequest request) {
            requests.add(request.toString());
            List<software.amazon.awssdk.services.ec2.model.VpcPeeringConnection> all =
                Arrays.stream(found).map(item -> item.build()).toList();
            DescribeVpcPeeringConnectionsResponse.Builder answer =
                DescribeVpcPeeringConnectionsResponse.builder();
            return request.nextToken() == null
                ? answer.vpcPeeringConnections(all.subList(0, 1)).nextToken("next").build()
                : answer.vpcPeeringConnections(all.subList(1, all.size())).build();
          }
        },
        VpcPeeringConnection.class);
  }
}
