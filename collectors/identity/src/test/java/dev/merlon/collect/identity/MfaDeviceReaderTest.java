/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.identity;

import static dev.merlon.collect.identity.Collected.ACCOUNT;
import static dev.merlon.collect.identity.Collected.REGION;
import static dev.merlon.collect.identity.Collected.arn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.fact.iam.IamGroup;
import dev.merlon.fact.iam.IamPolicy;
import dev.merlon.fact.iam.IamRole;
import dev.merlon.fact.iam.IamUser;
import dev.merlon.fact.iam.InlinePolicy;
import dev.merlon.fact.iam.MfaDevice;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.iam.model.GetAccountAuthorizationDetailsRequest;
import software.amazon.awssdk.services.iam.model.GetAccountAuthorizationDetailsResponse;
import software.amazon.awssdk.services.iam.model.ListMfaDevicesRequest;
import software.amazon.awssdk.services.iam.model.ListMfaDevicesResponse;
import software.amazon.awssdk.services.iam.model.MFADevice;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.UserDetail;

final class MfaDeviceReaderTest {
  private static final List<Class<?>> COVERED =
      List.of(
          IamUser.class,
          IamGroup.class,
          IamRole.class,
          IamPolicy.class,
          InlinePolicy.class,
          MfaDevice.class);
  private static final Instant CREATED = Instant.parse("2021-02-03T04:05:06Z");
  private static final Instant ENABLED = Instant.parse("2022-02-03T04:05:06Z");
  private static final String VIRTUAL = arn("mfa/jane-phone");
  private static final String FIDO = arn("u2f/user/jane/key-ABC");
  private static final String TOKEN = "GAHT12345678";

  @Test
  void read_devicesOfTwoPages_takesAllKinds() {
    Devices iam = new Devices("jane", "joe");
    iam.pages.put("jane -", List.of(device(VIRTUAL, ENABLED), device(TOKEN, ENABLED)));
    iam.pages.put("jane next", List.of(device(FIDO, null)));

    assertThat(Collected.from(iam, MfaDevice.class))
        .isEqualTo(
            Collected.snapshot(
                COVERED,
                List.of(
                    user("jane"),
                    user("joe"),
                    fact(VIRTUAL, VIRTUAL, ENABLED),
                    fact(arn("user/jane") + "/mfa/" + TOKEN, TOKEN, ENABLED),
                    fact(FIDO, FIDO, null))));
    assertThat(iam.requests).containsExactly("jane - 1000", "jane next 1000", "joe - 1000");
  }

  @Test
  void read_usersOnlyNeeded_doesNotAskForDevices() {
    Devices iam = new Devices("jane");

    assertThat(Collected.from(iam, IamUser.class))
        .isEqualTo(Collected.snapshot(COVERED.subList(0, 5), List.of(user("jane"))));
    assertThat(iam.requests).isEmpty();
  }

  @Test
  void read_deniedForOneUser_isAGapOfThatUser() {
    Devices iam = new Devices("jane", "joe");
    iam.pages.put("joe -", List.of(device(TOKEN, ENABLED)));
    iam.errors.put("jane -", Collected.denied());

    assertThat(Collected.from(iam, MfaDevice.class))
        .isEqualTo(
            Collected.snapshot(
                COVERED,
                List.of(
                    user("jane"),
                    user("joe"),
                    new MfaDevice(
                        arn("user/joe") + "/mfa/" + TOKEN,
                        ACCOUNT,
                        REGION,
                        arn("user/joe"),
                        TOKEN,
                        ENABLED)),
                Collected.gap(
                    MfaDevice.class,
                    arn("user/jane"),
                    "iam:ListMFADevices was denied: AccessDenied: You may not.")));
  }

  /** A user without devices and a user that is gone are not the same. */
  @Test
  void read_userDeletedMeanwhile_isAGapOfThatUser() {
    Devices iam = new Devices("jane");
    iam.errors.put(
        "jane -",
        Collected.with(
            NoSuchEntityException.builder(), 404, "NoSuchEntity", "There is no such user."));

    assertThat(Collected.from(iam, MfaDevice.class))
        .isEqualTo(
            Collected.snapshot(
                COVERED,
                List.of(user("jane")),
                Collected.gap(
                    MfaDevice.class,
                    arn("user/jane"),
                    "iam:ListMFADevices failed with HTTP 404: NoSuchEntity: There is no such"
                        + " user.")));
  }

  @Test
  void read_deviceWithoutSerialNumber_costsThatOne() {
    Devices iam = new Devices("jane");
    iam.pages.put("jane -", List.of(device(null, ENABLED), device(FIDO, ENABLED)));

    assertThat(Collected.from(iam, MfaDevice.class))
        .isEqualTo(
            Collected.snapshot(
                COVERED,
                List.of(user("jane"), fact(FIDO, FIDO, ENABLED)),
                Collected.gap(
                    MfaDevice.class,
                    arn("user/jane"),
                    "an item of iam:ListMFADevices could not be read: IllegalArgumentException:"
                        + " SerialNumber is missing")));
  }

  private static IamUser user(String name) {
    return new IamUser(
        arn("user/" + name),
        ACCOUNT,
        REGION,
        name,
        "",
        "/",
        CREATED,
        List.of(),
        List.of(),
        "",
        Map.of());
  }

  private static MFADevice device(@Nullable String serialNumber, @Nullable Instant enableDate) {
    return MFADevice.builder().serialNumber(serialNumber).enableDate(enableDate).build();
  }

  private static MfaDevice fact(String arn, String serialNumber, @Nullable Instant enableDate) {
    return new MfaDevice(arn, ACCOUNT, REGION, arn("user/jane"), serialNumber, enableDate);
  }

  /** Users with pages of devices, known by {@code jane -} and {@code jane next}. */
  private static final class Devices extends FakeIam {
    private final List<String> users;
    private final Map<String, List<MFADevice>> pages = new HashMap<>();
    private final Map<String, SdkException> errors = new HashMap<>();
    private final Set<String> requests = Collections.synchronizedSet(new TreeSet<>());

    private Devices(String... users) {
      this.users = List.of(users);
    }

    @Override
    public GetAccountAuthorizationDetailsResponse getAccountAuthorizationDetails(
        GetAccountAuthorizationDetailsRequest request) {
      Stream<UserDetail> details =
          users.stream()
              .map(
                  name ->
                      UserDetail.builder()
                          .arn(arn("user/" + name))
                          .userName(name)
                          .path("/")
                          .createDate(CREATED)
                          .build());
      return GetAccountAuthorizationDetailsResponse.builder()
          .userDetailList(details.toList())
          .build();
    }

    @Override
    public ListMfaDevicesResponse listMFADevices(ListMfaDevicesRequest request) {
      String page = request.userName() + " " + (request.marker() == null ? "-" : request.marker());
      requests.add(page + " " + request.maxItems());
      SdkException error = errors.get(page);
      if (error != null) {
        throw error;
      }
      boolean isTruncated = pages.containsKey(request.userName() + " next") && page.endsWith("-");
      return ListMfaDevicesResponse.builder()
          .mfaDevices(pages.getOrDefault(page, List.of()))
          .isTruncated(isTruncated)
          .marker(isTruncated ? "next" : null)
          .build();
    }
  }
}
