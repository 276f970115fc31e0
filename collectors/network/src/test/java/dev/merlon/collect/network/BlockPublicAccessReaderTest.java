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
import dev.merlon.fact.ec2.VpcBlockPublicAccess;
import dev.merlon.fact.ec2.VpcBlockPublicAccessExclusion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.DescribeVpcBlockPublicAccessExclusionsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcBlockPublicAccessExclusionsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcBlockPublicAccessOptionsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcBlockPublicAccessOptionsResponse;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.VpcBlockPublicAccessOptions;

final class BlockPublicAccessReaderTest {
  private final List<String> requests = new ArrayList<>();

  @Test
  void read_options_mapsWhatTheRegionBlocks() {
    assertThat(
            options(
                VpcBlockPublicAccessOptions.builder()
                    .internetGatewayBlockMode("block-bidirectional")
                    .state("update-complete")
                    .exclusionsAllowed("not-allowed")
                    .managedBy("declarative-policy")
                    .build()))
        .isEqualTo(
            Collected.snapshot(
                List.of(VpcBlockPublicAccess.class),
                List.of(
                    new VpcBlockPublicAccess(
                        arn(ACCOUNT, "vpc-block-public-access"),
                        ACCOUNT,
                        REGION,
                        "block-bidirectional",
                        "update-complete",
                        "not-allowed",
                        "declarative-policy"))));
  }

  @Test
  void read_noMode_isNotTakenForOff() {
    assertThat(options(VpcBlockPublicAccessOptions.builder().state("default-state").build()))
        .isEqualTo(lostOptions("InternetGatewayBlockMode is missing"));
    assertThat(options(null)).isEqualTo(lostOptions("VpcBlockPublicAccessOptions is missing"));
  }

  @Test
  void readExclusions_twoPages_takesThoseOfVpcsAndOfSubnets() {
    assertThat(
            collect(
                exclusion("vpcbpa-exclude-1", arn(OTHER_ACCOUNT, "vpc/vpc-1"))
                    .internetGatewayExclusionMode("allow-egress")
                    .state("create-complete")
                    .tags(Tag.builder().key("Name").value("shop").build()),
                exclusion("vpcbpa-exclude-2", arn(ACCOUNT, "subnet/subnet-1"))))
        .isEqualTo(
            Collected.snapshot(
                List.of(VpcBlockPublicAccessExclusion.class),
                List.of(
                    new VpcBlockPublicAccessExclusion(
                        arn(ACCOUNT, "vpc-block-public-access-exclusion/vpcbpa-exclude-1"),
                        ACCOUNT,
                        REGION,
                        "vpcbpa-exclude-1",
                        "vpc-1",
                        "",
                        "allow-egress",
                        "create-complete",
                        Map.of("Name", "shop")),
                    ofSubnet("vpcbpa-exclude-2"))));
    assertThat(requests)
        .containsExactly(
            "DescribeVpcBlockPublicAccessExclusionsRequest(MaxResults=1000)",
            "DescribeVpcBlockPublicAccessExclusionsRequest(NextToken=next, MaxResults=1000)");
  }

  @Test
  void readExclusions_malformed_costThemselves() {
    assertThat(
            collect(
                exclusion(null, arn(ACCOUNT, "vpc/vpc-1")),
                exclusion("vpcbpa-exclude-2", arn(ACCOUNT, "subnet/subnet-1")),
                exclusion("vpcbpa-exclude-3", null),
                exclusion("vpcbpa-exclude-4", arn(ACCOUNT, "a-kind-of-2030/x"))))
        .isEqualTo(
            Collected.snapshot(
                List.of(VpcBlockPublicAccessExclusion.class),
                List.of(ofSubnet("vpcbpa-exclude-2")),
                lost("ExclusionId is missing"),
                lost("ResourceArn is missing"),
                lost("the VPC or subnet of vpcbpa-exclude-4 is missing")));
  }

  private static Gap lost(String what) {
    return Collected.lost(
        VpcBlockPublicAccessExclusion.class, "ec2:DescribeVpcBlockPublicAccessExclusions", what);
  }

  private static Snapshot lostOptions(String what) {
    return Collected.snapshot(
        List.of(VpcBlockPublicAccess.class),
        List.of(),
        Collected.lost(
            VpcBlockPublicAccess.class, "ec2:DescribeVpcBlockPublicAccessOptions", what));
  }

  private static VpcBlockPublicAccessExclusion ofSubnet(String id) {
    return new VpcBlockPublicAccessExclusion(
        arn(ACCOUNT, "vpc-block-public-access-exclusion/" + id),
        ACCOUNT,
        REGION,
        id,
        "",
        "subnet-1",
        "",
        "",
        Map.of());
  }

  private static software.amazon.awssdk.services.ec2.model.VpcBlockPublicAccessExclusion.Builder
      exclusion(@Nullable String id, @Nullable String resourceArn) {
    return software.amazon.awssdk.services.ec2.model.VpcBlockPublicAccessExclusion.builder()
        .exclusionId(id)
        .resourceArn(resourceArn);
  }

  private static Snapshot options(@Nullable VpcBlockPublicAccessOptions options) {
    return Collected.from(
        new FakeEc2() {
          @Override
          public DescribeVpcBlockPublicAccessOptionsResponse describeVpcBlockPublicAccessOptions(
              DescribeVpcBlockPublicAccessOptionsRequest request) {
            return DescribeVpcBlockPublicAccessOptionsResponse.builder()
                .vpcBlockPublicAccessOptions(options)
                .build();
          }
        },
        VpcBlockPublicAccess.class);
  }

  /** The first comes on a page of its own. */
  private Snapshot collect(
      software.amazon.awssdk.services.ec2.model.VpcBlockPublicAccessExclusion.Builder... found) {
    return Collected.from(
        new FakeEc2() {
          @Override
          public DescribeVpcBlockPublicAccessExclusionsResponse
              describeVpcBlockPublicAccessExclusions(
                  DescribeVpcBlockPublicAccessExclusionsRequest request) {
            requests.add(request.toString());
            List<software.amazon.awssdk.services.ec2.model.VpcBlockPublicAccessExclusion> all =
                Arrays.stream(found).map(item -> item.build()).toList();
            DescribeVpcBlockPublicAccessExclusionsResponse.Builder answer =
                DescribeVpcBlockPublicAccessExclusionsResponse.builder();
            return request.nextToken() == null
                ? answer.vpcBlockPublicAccessExclusions(all.subList(0, 1)).nextToken("next").build()
                : answer.vpcBlockPublicAccessExclusions(all.subList(1, all.size())).build();
          }
        },
        VpcBlockPublicAccessExclusion.class);
  }
}
