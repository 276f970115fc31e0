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

import dev.merlon.collect.FakeEc2;
import dev.merlon.fact.ec2.Vpc;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsResponse;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.VpcCidrBlockAssociation;
import software.amazon.awssdk.services.ec2.model.VpcIpv6CidrBlockAssociation;

final class VpcReaderTest {
  private static final String ACTION = "ec2:DescribeVpcs";

  @Test
  void read_sharedVpcWithAllAttributes_keepsTheBlocksThatAreAssociated() {
    assertThat(
            Collected.from(
                pages(
                    List.of(
                        vpc("vpc-1")
                            .ownerId(OTHER_ACCOUNT)
                            .isDefault(true)
                            .cidrBlock("10.0.0.0/16")
                            .cidrBlockAssociationSet(
                                block("10.0.0.0/16", "associated"),
                                block("10.1.0.0/16", "disassociated"),
                                block("10.2.0.0/16", "associating"),
                                block("10.3.0.0/16", "a-state-of-2030"),
                                block("10.4.0.0/16", "associated"))
                            .ipv6CidrBlockAssociationSet(
                                ipv6Block("2001:db8::/56", "associated"),
                                ipv6Block("2001:db8:1::/56", "failed"),
                                privateBlock("fd00:1::/48", "associated"),
                                privateBlock("fd00:2::/48", "disassociated"))
                            .tags(Tag.builder().key("Name").value("shop").build())
                            .build())),
                Vpc.class))
        .isEqualTo(
            Collected.snapshot(
                List.of(Vpc.class),
                List.of(
                    new Vpc(
                        arn(OTHER_ACCOUNT, "vpc/vpc-1"),
                        ACCOUNT,
                        REGION,
                        "vpc-1",
                        OTHER_ACCOUNT,
                        true,
                        List.of("10.0.0.0/16", "10.4.0.0/16"),
                        List.of("2001:db8::/56", "fd00:1::/48"),
                        List.of("fd00:1::/48"),
                        Map.of("Name", "shop")))));
  }

  @Test
  void read_nothingButTheId_isEmptyElsewhere() {
    assertThat(
            Collected.from(
                pages(
                    List.of(
                        vpc("vpc-1")
                            .cidrBlockAssociationSet(
                                VpcCidrBlockAssociation.builder().cidrBlock("10.0.0.0/16").build())
                            .tags(Tag.builder().key("lonely").build())
                            .build())),
                Vpc.class))
        .isEqualTo(
            Collected.snapshot(
                List.of(Vpc.class),
                List.of(
                    new Vpc(
                        arn(ACCOUNT, "vpc/vpc-1"),
                        ACCOUNT,
                        REGION,
                        "vpc-1",
                        ACCOUNT,
                        false,
                        List.of(),
                        List.of(),
                        List.of(),
                        Map.of("lonely", "")))));
  }

  @Test
  void read_oneVpcWithoutId_costsThatOne() {
    assertThat(
            Collected.from(
                pages(
                    List.of(
                        software.amazon.awssdk.services.ec2.model.Vpc.builder().build(),
                        vpc("vpc-2").build())),
                Vpc.class))
        .isEqualTo(
            Collected.snapshot(
                List.of(Vpc.class),
                List.of(plain("vpc-2")),
                Collected.lost(Vpc.class, ACTION, "VpcId is missing")));
  }

  @Test
  void read_threePages_asksForTheLargestAndTakesAll() {
    Pages pages =
        pages(
            List.of(vpc("vpc-1").build(), vpc("vpc-2").build()),
            List.of(),
            List.of(vpc("vpc-3").build()));

    assertThat(Collected.from(pages, Vpc.class))
        .isEqualTo(
            Collected.snapshot(
                List.of(Vpc.class), List.of(plain("vpc-1"), plain("vpc-2"), plain("vpc-3"))));
    assertThat(pages.requests)
        .extracting(Object::toString)
        .containsExactly(
            "DescribeVpcsRequest(MaxResults=1000)",
            "DescribeVpcsRequest(NextToken=1, MaxResults=1000)",
            "DescribeVpcsRequest(NextToken=2, MaxResults=1000)");
  }

  @Test
  void read_secondPageDenied_keepsTheFirst() {
    Pages pages = pages(List.of(vpc("vpc-1").build()), List.of(vpc("vpc-2").build()));
    pages.deniedFrom = 1;

    assertThat(Collected.from(pages, Vpc.class))
        .isEqualTo(
            Collected.snapshot(
                List.of(),
                List.of(plain("vpc-1")),
                Collected.gap(
                    Vpc.class,
                    null,
                    "ec2:DescribeVpcs was denied: UnauthorizedOperation: You may not.")));
  }

  private static Vpc plain(String id) {
    return new Vpc(
        arn(ACCOUNT, "vpc/" + id),
        ACCOUNT,
        REGION,
        id,
        ACCOUNT,
        false,
        List.of(),
        List.of(),
        List.of(),
        Map.of());
  }

  private static software.amazon.awssdk.services.ec2.model.Vpc.Builder vpc(String id) {
    return software.amazon.awssdk.services.ec2.model.Vpc.builder().vpcId(id);
  }

  private static VpcCidrBlockAssociation block(String cidr, String state) {
    return VpcCidrBlockAssociation.builder()
        .cidrBlock(cidr)
        .cidrBlockState(value -> value.state(state))
        .build();
  }

  private static VpcIpv6CidrBlockAssociation ipv6Block(String cidr, String state) {
    return VpcIpv6CidrBlockAssociation.builder()
        .ipv6CidrBlock(cidr)
        .ipv6AddressAttribute("public")
        .ipv6CidrBlockState(value -> value.state(state))
        .build();
  }

  private static VpcIpv6CidrBlockAssociation privateBlock(String cidr, String state) {
    return ipv6Block(cidr, state).toBuilder().ipv6AddressAttribute("private").build();
  }

  @SafeVarargs
  private static Pages pages(List<software.amazon.awssdk.services.ec2.model.Vpc>... pages) {
    Pages fake = new Pages();
    for (List<software.amazon.awssdk.services.ec2.model.Vpc> page : pages) {
      fake.pages.add(page);
    }
    return fake;
  }

  /** The token of a page is its number. */
  private static final class Pages extends FakeEc2 {
    private final List<List<software.amazon.awssdk.services.ec2.model.Vpc>> pages =
        new ArrayList<>();
    private final List<DescribeVpcsRequest> requests = new ArrayList<>();
    private int deniedFrom = Integer.MAX_VALUE;

    @Override
    public DescribeVpcsResponse describeVpcs(DescribeVpcsRequest request) {
      requests.add(request);
      int page = request.nextToken() == null ? 0 : Integer.parseInt(request.nextToken());
      if (page >= deniedFrom) {
        throw Collected.denied();
      }
      return DescribeVpcsResponse.builder()
          .vpcs(pages.get(page))
          .nextToken(page + 1 < pages.size() ? Integer.toString(page + 1) : null)
          .build();
    }
  }
}
