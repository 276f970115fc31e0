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
import dev.merlon.fact.ec2.NetworkInterface;
import dev.merlon.fact.ec2.NetworkInterfaceGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInterfacesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInterfacesResponse;
import software.amazon.awssdk.services.ec2.model.GroupIdentifier;
import software.amazon.awssdk.services.ec2.model.Tag;

final class NetworkInterfaceReaderTest {
  private static final String ACTION = "ec2:DescribeNetworkInterfaces";
  private static final List<Class<?>> BOTH =
      List.of(NetworkInterface.class, NetworkInterfaceGroup.class);

  private final List<DescribeNetworkInterfacesRequest> requests = new ArrayList<>();

  @Test
  void read_twoPages_mapsInterfacesAndWhatGroupsTheyUse() {
    FakeEc2 ec2 =
        new FakeEc2() {
          @Override
          public DescribeNetworkInterfacesResponse describeNetworkInterfaces(
              DescribeNetworkInterfacesRequest request) {
            requests.add(request);
            return request.nextToken() == null
                ? DescribeNetworkInterfacesResponse.builder()
                    .nextToken("next")
                    .networkInterfaces(balancer())
                    .build()
                : DescribeNetworkInterfacesResponse.builder()
                    .networkInterfaces(named("eni-2").build())
                    .build();
          }
        };

    String arn = arn(OTHER_ACCOUNT, "network-interface/eni-1");
    assertThat(Collected.from(ec2, NetworkInterfaceGroup.class))
        .isEqualTo(
            Collected.snapshot(
                BOTH,
                List.of(
                    new NetworkInterface(
                        arn,
                        ACCOUNT,
                        REGION,
                        "eni-1",
                        "a_type_of_2030",
                        "vpc-1",
                        "subnet-1",
                        OTHER_ACCOUNT,
                        "amazon-elb",
                        true,
                        "amazon-aws",
                        "ELB app/shop",
                        Map.of("team", "shop")),
                    bare("eni-2"),
                    new NetworkInterfaceGroup(arn + "/sg-1", ACCOUNT, REGION, "eni-1", "sg-1"),
                    new NetworkInterfaceGroup(arn + "/sg-2", ACCOUNT, REGION, "eni-1", "sg-2"))));
    assertThat(requests)
        .extracting(Object::toString)
        .containsExactly(
            "DescribeNetworkInterfacesRequest(MaxResults=1000)",
            "DescribeNetworkInterfacesRequest(NextToken=next, MaxResults=1000)");
  }

  @Test
  void read_malformedInterfaces_costBothTypesAndNothingElse() {
    FakeEc2 ec2 =
        new FakeEc2() {
          @Override
          public DescribeNetworkInterfacesResponse describeNetworkInterfaces(
              DescribeNetworkInterfacesRequest request) {
            return DescribeNetworkInterfacesResponse.builder()
                .networkInterfaces(
                    software.amazon.awssdk.services.ec2.model.NetworkInterface.builder().build(),
                    named("eni-2").build(),
                    named("eni-3").groups(GroupIdentifier.builder().build()).build())
                .build();
          }
        };

    assertThat(Collected.from(ec2, NetworkInterface.class))
        .isEqualTo(
            Collected.snapshot(
                BOTH,
                List.of(bare("eni-2")),
                Collected.lost(NetworkInterface.class, ACTION, "NetworkInterfaceId is missing"),
                Collected.lost(NetworkInterface.class, ACTION, "GroupId is missing"),
                Collected.lost(
                    NetworkInterfaceGroup.class, ACTION, "NetworkInterfaceId is missing"),
                Collected.lost(NetworkInterfaceGroup.class, ACTION, "GroupId is missing")));
  }

  private static NetworkInterface bare(String id) {
    return new NetworkInterface(
        arn(ACCOUNT, "network-interface/" + id),
        ACCOUNT,
        REGION,
        id,
        "",
        "",
        "",
        ACCOUNT,
        "",
        false,
        "",
        "",
        Map.of());
  }

  private static software.amazon.awssdk.services.ec2.model.NetworkInterface.Builder named(
      String id) {
    return software.amazon.awssdk.services.ec2.model.NetworkInterface.builder()
        .networkInterfaceId(id);
  }

  private static software.amazon.awssdk.services.ec2.model.NetworkInterface balancer() {
    return named("eni-1")
        .interfaceType("a_type_of_2030")
        .vpcId("vpc-1")
        .subnetId("subnet-1")
        .ownerId(OTHER_ACCOUNT)
        .requesterId("amazon-elb")
        .requesterManaged(true)
        .attachment(attachment -> attachment.instanceOwnerId("amazon-aws"))
        .description("ELB app/shop")
        .tagSet(Tag.builder().key("team").value("shop").build())
        .groups(
            GroupIdentifier.builder().groupId("sg-1").groupName("web").build(),
            GroupIdentifier.builder().groupId("sg-2").groupName("db").build())
        .build();
  }
}
