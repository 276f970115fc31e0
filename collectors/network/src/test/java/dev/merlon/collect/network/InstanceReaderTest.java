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
import dev.merlon.fact.ec2.Instance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesResponse;
import software.amazon.awssdk.services.ec2.model.Reservation;
import software.amazon.awssdk.services.ec2.model.Tag;

final class InstanceReaderTest {
  private final List<String> requests = new ArrayList<>();

  @Test
  void read_twoPages_takesAllInstancesOfAllReservations() {
    assertThat(
            collect(
                Reservation.builder()
                    .ownerId(OTHER_ACCOUNT)
                    .instances(
                        instance("i-1")
                            .vpcId("vpc-1")
                            .subnetId("subnet-1")
                            .state(state -> state.name("running"))
                            .iamInstanceProfile(
                                profile -> profile.arn("arn:aws:iam::1:instance-profile/shop"))
                            .tags(
                                Tag.builder().key("Name").value("shop").build(),
                                Tag.builder().key("aws:ec2launchtemplate:id").value("lt-1").build())
                            .build(),
                        instance("i-2").state(state -> state.name("a-state-of-2030")).build()),
                Reservation.builder().instances(instance("i-3").build())))
        .isEqualTo(
            Collected.snapshot(
                List.of(Instance.class),
                List.of(
                    new Instance(
                        arn(OTHER_ACCOUNT, "instance/i-1"),
                        ACCOUNT,
                        REGION,
                        "i-1",
                        "vpc-1",
                        "subnet-1",
                        OTHER_ACCOUNT,
                        "running",
                        "arn:aws:iam::1:instance-profile/shop",
                        "lt-1",
                        Map.of("Name", "shop", "aws:ec2launchtemplate:id", "lt-1")),
                    bare("i-2", OTHER_ACCOUNT, "a-state-of-2030"),
                    bare("i-3", ACCOUNT, ""))));
    assertThat(requests)
        .containsExactly(
            "DescribeInstancesRequest(MaxResults=1000)",
            "DescribeInstancesRequest(NextToken=next, MaxResults=1000)");
  }

  @Test
  void read_instanceWithoutId_costsThatOneAndNotItsReservation() {
    assertThat(
            collect(
                Reservation.builder().instances(instance(null).build(), instance("i-2").build())))
        .isEqualTo(
            Collected.snapshot(
                List.of(Instance.class),
                List.of(bare("i-2", ACCOUNT, "")),
                Collected.lost(Instance.class, "ec2:DescribeInstances", "InstanceId is missing")));
  }

  private static Instance bare(String id, String owner, String state) {
    return new Instance(
        arn(owner, "instance/" + id), ACCOUNT, REGION, id, "", "", owner, state, "", "", Map.of());
  }

  private static software.amazon.awssdk.services.ec2.model.Instance.Builder instance(
      @Nullable String id) {
    return software.amazon.awssdk.services.ec2.model.Instance.builder().instanceId(id);
  }

  /** The first comes on a page of its own. */
  private Snapshot collect(Reservation.Builder... found) {
    return Collected.from(
        new FakeEc2() {
          @Override
          public DescribeInstancesResponse describeInstances(DescribeInstancesRequest request) {
            requests.add(request.toString());
            List<Reservation> all = Arrays.stream(found).map(item -> item.build()).toList();
            DescribeInstancesResponse.Builder answer = DescribeInstancesResponse.builder();
            return request.nextToken() == null
                ? answer.reservations(all.subList(0, 1)).nextToken("next").build()
                : answer.reservations(all.subList(1, all.size())).build();
          }
        },
        Instance.class);
  }
}
