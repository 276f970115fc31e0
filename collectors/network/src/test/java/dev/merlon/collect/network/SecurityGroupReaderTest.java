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
import dev.merlon.fact.ec2.SecurityGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsResponse;
import software.amazon.awssdk.services.ec2.model.Tag;

final class SecurityGroupReaderTest {
  private final List<DescribeSecurityGroupsRequest> requests = new ArrayList<>();

  @Test
  void read_twoPages_mapsSharedMalformedAndBareGroups() {
    FakeEc2 ec2 =
        new FakeEc2() {
          @Override
          public DescribeSecurityGroupsResponse describeSecurityGroups(
              DescribeSecurityGroupsRequest request) {
            requests.add(request);
            return request.nextToken() == null
                ? DescribeSecurityGroupsResponse.builder()
                    .nextToken("next")
                    .securityGroups(
                        shared(),
                        software.amazon.awssdk.services.ec2.model.SecurityGroup.builder()
                            .groupName("no id")
                            .build())
                    .build()
                : DescribeSecurityGroupsResponse.builder()
                    .securityGroups(
                        software.amazon.awssdk.services.ec2.model.SecurityGroup.builder()
                            .groupId("sg-2")
                            .build())
                    .build();
          }
        };

    assertThat(Collected.from(ec2, SecurityGroup.class))
        .isEqualTo(
            Collected.snapshot(
                List.of(SecurityGroup.class),
                List.of(
                    new SecurityGroup(
                        arn(OTHER_ACCOUNT, "security-group/sg-1"),
                        ACCOUNT,
                        REGION,
                        "sg-1",
                        "web",
                        "for the web",
                        "vpc-1",
                        OTHER_ACCOUNT,
                        Map.of("team", "shop")),
                    new SecurityGroup(
                        arn(ACCOUNT, "security-group/sg-2"),
                        ACCOUNT,
                        REGION,
                        "sg-2",
                        "",
                        "",
                        "",
                        ACCOUNT,
                        Map.of())),
                Collected.lost(
                    SecurityGroup.class, "ec2:DescribeSecurityGroups", "GroupId is missing")));
    assertThat(requests)
        .extracting(Object::toString)
        .containsExactly(
            "DescribeSecurityGroupsRequest(MaxResults=1000)",
            "DescribeSecurityGroupsRequest(NextToken=next, MaxResults=1000)");
  }

  private static software.amazon.awssdk.services.ec2.model.SecurityGroup shared() {
    return software.amazon.awssdk.services.ec2.model.SecurityGroup.builder()
        .groupId("sg-1")
        .groupName("web")
        .description("for the web")
        .vpcId("vpc-1")
        .ownerId(OTHER_ACCOUNT)
        .tags(Tag.builder().key("team").value("shop").build())
        .build();
  }
}
