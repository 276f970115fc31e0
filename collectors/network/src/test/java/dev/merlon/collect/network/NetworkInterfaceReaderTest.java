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
import dev.merlon.collect.FakeEc2;
import dev.merlon.fact.ec2.InterfaceAddress;
import dev.merlon.fact.ec2.NetworkInterface;
import dev.merlon.fact.ec2.NetworkInterfaceGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInterfacesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInterfacesResponse;
import software.amazon.awssdk.services.ec2.model.GroupIdentifier;
import software.amazon.awssdk.services.ec2.model.Ipv6PrefixSpecification;
import software.amazon.awssdk.services.ec2.model.NetworkInterfaceIpv6Address;
import software.amazon.awssdk.services.ec2.model.NetworkInterfacePrivateIpAddress;
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
                        "a-status-of-2030",
                        "vpc-1",
                        "subnet-1",
                        OTHER_ACCOUNT,
                        "amazon-elb",
                        true,
                        "amazon-aws",
                        "i-1",
                        1,
                        true,
                        true,
                        List.of(
                            new InterfaceAddress("10.0.0.5", "203.0.113.5", ""),
                            new InterfaceAddress("10.0.0.6", "", ""),
                            new InterfaceAddress("10.0.0.7", "203.0.113.7", "198.51.100.7")),
                        List.of("2001:db8::5"),
                        List.of("2001:db8:0:0:1::/80"),
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
                    named("eni-3").groups(GroupIdentifier.builder().build()).build(),
                    named("eni-4").privateIpAddresses(address(null).primary(true).build()).build(),
                    named("eni-5")
                        .ipv6Addresses(NetworkInterfaceIpv6Address.builder().build())
                        .build(),
                    named("eni-6").ipv6Prefixes(Ipv6PrefixSpecification.builder().build()).build())
                .build();
          }
        };

    Gap[] gaps =
        BOTH.stream()
            .flatMap(
                type ->
                    Stream.of(
                            "NetworkInterfaceId is missing",
                            "GroupId is missing",
                            "PrivateIpAddress is missing",
                            "Ipv6Address is missing",
                            "Ipv6Prefix is missing")
                        .map(reason -> Collected.lost(type, ACTION, reason)))
            .toArray(Gap[]::new);
    assertThat(Collected.from(ec2, NetworkInterface.class))
        .isEqualTo(Collected.snapshot(BOTH, List.of(bare("eni-2")), gaps));
  }

  static Stream<Arguments> oldAnswers() {
    return Stream.of(
        // Only the interface tells the public address: it is that of the primary address.
        Arguments.of(
            named("eni-1")
                .privateIpAddress("10.0.0.5")
                .association(association -> association.publicIp("203.0.113.5"))
                .privateIpAddresses(
                    address("10.0.0.6").primary(false).build(),
                    address("10.0.0.5").primary(true).build())
                .build(),
            List.of(
                new InterfaceAddress("10.0.0.6", "", ""),
                new InterfaceAddress("10.0.0.5", "203.0.113.5", ""))),
        // Nothing says which one is primary but the address itself.
        Arguments.of(
            named("eni-1")
                .privateIpAddress("10.0.0.5")
                .association(association -> association.publicIp("203.0.113.5"))
                .privateIpAddresses(address("10.0.0.5").build())
                .build(),
            List.of(new InterfaceAddress("10.0.0.5", "203.0.113.5", ""))),
        // No list of addresses.
        Arguments.of(
            named("eni-1")
                .privateIpAddress("10.0.0.5")
                .association(association -> association.carrierIp("198.51.100.7"))
                .build(),
            List.of(new InterfaceAddress("10.0.0.5", "", "198.51.100.7"))),
        Arguments.of(
            named("eni-1").association(association -> association.publicIp("203.0.113.5")).build(),
            List.of(new InterfaceAddress("", "203.0.113.5", ""))),
        Arguments.of(
            named("eni-1").privateIpAddress("10.0.0.5").build(),
            List.of(new InterfaceAddress("10.0.0.5", "", ""))));
  }

  @ParameterizedTest
  @MethodSource("oldAnswers")
  void read_addressesToldOnTheInterfaceAlone_areNotLost(
      software.amazon.awssdk.services.ec2.model.NetworkInterface found,
      List<InterfaceAddress> addresses) {
    FakeEc2 ec2 =
        new FakeEc2() {
          @Override
          public DescribeNetworkInterfacesResponse describeNetworkInterfaces(
              DescribeNetworkInterfacesRequest request) {
            return DescribeNetworkInterfacesResponse.builder().networkInterfaces(found).build();
          }
        };

    assertThat(Collected.from(ec2, NetworkInterface.class).facts(NetworkInterface.class))
        .extracting(NetworkInterface::privateIpAddresses)
        .containsExactly(addresses);
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
        "",
        ACCOUNT,
        "",
        false,
        "",
        "",
        0,
        false,
        false,
        List.of(),
        List.of(),
        List.of(),
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
        .attachment(
            attachment -> attachment.instanceOwnerId("amazon-aws").instanceId("i-1").deviceIndex(1))
        .status("a-status-of-2030")
        .sourceDestCheck(true)
        .denyAllIgwTraffic(true)
        .privateIpAddress("10.0.0.5")
        .privateIpAddresses(
            address("10.0.0.5")
                .primary(true)
                .association(association -> association.publicIp("203.0.113.5"))
                .build(),
            address("10.0.0.6").primary(false).build(),
            address("10.0.0.7")
                .association(
                    association -> association.publicIp("203.0.113.7").carrierIp("198.51.100.7"))
                .build())
        .ipv6Addresses(NetworkInterfaceIpv6Address.builder().ipv6Address("2001:db8::5").build())
        .ipv6Prefixes(Ipv6PrefixSpecification.builder().ipv6Prefix("2001:db8:0:0:1::/80").build())
        .description("ELB app/shop")
        .tagSet(Tag.builder().key("team").value("shop").build())
        .groups(
            GroupIdentifier.builder().groupId("sg-1").groupName("web").build(),
            GroupIdentifier.builder().groupId("sg-2").groupName("db").build())
        .build();
  }

  private static NetworkInterfacePrivateIpAddress.Builder address(@Nullable String privateIp) {
    return NetworkInterfacePrivateIpAddress.builder().privateIpAddress(privateIp);
  }
}
