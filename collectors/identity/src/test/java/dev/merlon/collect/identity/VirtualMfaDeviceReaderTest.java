/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.identity;

import static dev.merlon.collect.identity.Collected.ACCOUNT;
import static dev.merlon.collect.identity.Collected.REGION;
import static dev.merlon.collect.identity.Collected.arn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.fact.iam.VirtualMfaDevice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.ListVirtualMfaDevicesRequest;
import software.amazon.awssdk.services.iam.model.ListVirtualMfaDevicesResponse;
import software.amazon.awssdk.services.iam.model.VirtualMFADevice;

final class VirtualMfaDeviceReaderTest {
  private static final Instant ENABLED = Instant.parse("2022-02-03T04:05:06Z");

  @Test
  void read_devicesOfTwoPages_tellsWhoHasThem() {
    List<ListVirtualMfaDevicesRequest> requests = new ArrayList<>();
    FakeIam iam =
        new FakeIam() {
          @Override
          public ListVirtualMfaDevicesResponse listVirtualMFADevices(
              ListVirtualMfaDevicesRequest request) {
            requests.add(request);
            return request.marker() == null
                ? ListVirtualMfaDevicesResponse.builder()
                    .isTruncated(true)
                    .marker("next")
                    .virtualMFADevices(
                        device("root-account-mfa-device")
                            .enableDate(ENABLED)
                            .user(user -> user.arn(arn("root")).userId(ACCOUNT))
                            .build(),
                        VirtualMFADevice.builder().build())
                    .build()
                : ListVirtualMfaDevicesResponse.builder()
                    .virtualMFADevices(
                        device("jane")
                            .enableDate(ENABLED)
                            .user(user -> user.arn(arn("user/jane")).userName("jane"))
                            .build(),
                        device("said-of-nobody").user(user -> {}).build(),
                        device("nobodys").build())
                    .build();
          }
        };

    assertThat(Collected.from(iam, VirtualMfaDevice.class))
        .isEqualTo(
            Collected.snapshot(
                List.of(VirtualMfaDevice.class),
                List.of(
                    fact("root-account-mfa-device", arn("root"), ENABLED),
                    fact("jane", arn("user/jane"), ENABLED),
                    fact("said-of-nobody", "", null),
                    fact("nobodys", "", null)),
                Collected.lost(
                    VirtualMfaDevice.class,
                    "iam:ListVirtualMFADevices",
                    "SerialNumber is missing")));
    assertThat(requests)
        .extracting(Object::toString)
        .containsExactly(
            "ListVirtualMfaDevicesRequest(AssignmentStatus=Any, MaxItems=1000)",
            "ListVirtualMfaDevicesRequest(AssignmentStatus=Any, Marker=next, MaxItems=1000)");
  }

  private static VirtualMFADevice.Builder device(String name) {
    return VirtualMFADevice.builder().serialNumber(arn("mfa/" + name));
  }

  private static VirtualMfaDevice fact(String name, String userArn, @Nullable Instant enableDate) {
    return new VirtualMfaDevice(arn("mfa/" + name), ACCOUNT, REGION, userArn, enableDate);
  }
}
