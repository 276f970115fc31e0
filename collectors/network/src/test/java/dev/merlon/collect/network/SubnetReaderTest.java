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
import dev.merlon.fact.ec2.Subnet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsResponse;
import software.amazon.awssdk.services.ec2.model.SubnetIpv6CidrBlockAssociation;
import software.amazon.awssdk.services.ec2.model.Tag;

final class SubnetReaderTest {
  private final List<String> requests = new ArrayList<>();

  @Test
  void read_twoPages_takesAllAndAsksForTheLargest() {
    assertThat(
            collect(
                subnet("subnet-1")
                    .ownerId(OTHER_ACCOUNT)
                    .availabilityZone("us-east-1a")
                    .availabilityZoneId("use1-az4")
                    .cidrBlock("10.0.1.0/24")
                    .ipv6CidrBlockAssociationSet(
                        ipv6Block("2001:db8:0:1::/64", "associated"),
                        ipv6Block("2001:db8:0:2::/64", "disassociated"),
                        ipv6Block("2001:db8:0:3::/64", "a-state-of-2030"),
                        SubnetIpv6CidrBlockAssociation.builder()
                            .ipv6CidrBlock("2001:db8:0:4::/64")
                            .build())
                    .mapPublicIpOnLaunch(true)
                    .assignIpv6AddressOnCreation(true)
                    .defaultForAz(true)
                    .tags(Tag.builder().key("Name").value("shop").build()),
                subnet("subnet-2")))
        .isEqualTo(
            Collected.snapshot(
                List.of(Subnet.class),
                List.of(
                    new Subnet(
                        arn(OTHER_ACCOUNT, "subnet/subnet-1"),
                        ACCOUNT,
                        REGION,
                        "subnet-1",
                        "vpc-1",
                        OTHER_ACCOUNT,
                        "us-east-1a",
                        "use1-az4",
                        "10.0.1.0/24",
                        List.of("2001:db8:0:1::/64"),
                        true,
                        true,
                        true,
                        Map.of("Name", "shop")),
                    bare("subnet-2"))));
    assertThat(requests)
        .containsExactly(
            "DescribeSubnetsRequest(MaxResults=1000)",
            "DescribeSubnetsRequest(NextToken=next, MaxResults=1000)");
  }

  @Test
  void read_malformedSubnets_costThemselves() {
    assertThat(collect(subnet(null), subnet("subnet-2"), subnet("subnet-3").vpcId(null)))
        .isEqualTo(
            Collected.snapshot(
                List.of(Subnet.class),
                List.of(bare("subnet-2")),
                lost("SubnetId is missing"),
                lost("VpcId is missing")));
  }

  private static Gap lost(String what) {
    return Collected.lost(Subnet.class, "ec2:DescribeSubnets", what);
  }

  private static Subnet bare(String id) {
    return new Subnet(
        arn(ACCOUNT, "subnet/" + id),
        ACCOUNT,
        REGION,
        id,
        "vpc-1",
        ACCOUNT,
        "",
        "",
        "",
        List.of(),
        false,
        false,
        false,
        Map.of());
  }

  private static SubnetIpv6CidrBlockAssociation ipv6Block(String cidr, String state) {
    return SubnetIpv6CidrBlockAssociation.builder()
        .ipv6CidrBlock(cidr)
        .ipv6CidrBlockState(value -> value.state(state))
        .build();
  }

  private static software.amazon.awssdk.services.ec2.model.Subnet.Builder subnet(
      @Nullable String id) {
    return software.amazon.awssdk.services.ec2.model.Subnet.builder().subnetId(id).vpcId("vpc-1");
  }

  /** The first comes on a page of its own. */
  private Snapshot collect(software.amazon.awssdk.services.ec2.model.Subnet.Builder... found) {
    return Collected.from(
        new FakeEc2() {
          @Override
          public DescribeSubnetsResponse describeSubnets(DescribeSubnetsRequest request) {
            requests.add(request.toString());
            List<software.amazon.awssdk.services.ec2.model.Subnet> all =
                Arrays.stream(found).map(item -> item.build()).toList();
            DescribeSubnetsResponse.Builder answer = DescribeSubnetsResponse.builder();
            return request.nextToken() == null
                ? answer.subnets(all.subList(0, 1)).nextToken("next").build()
                : answer.subnets(all.subList(1, all.size())).build();
          }
        },
        Subnet.class);
  }
}
