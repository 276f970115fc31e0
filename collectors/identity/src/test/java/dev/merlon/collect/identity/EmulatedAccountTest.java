/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.identity;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.Coverage;
import dev.merlon.Coverage.Area;
import dev.merlon.Gap;
import dev.merlon.Snapshot;
import dev.merlon.collect.AwsCollector;
import dev.merlon.collect.Emulator;
import dev.merlon.collect.FakeAws;
import dev.merlon.fact.FactType;
import dev.merlon.fact.Resource;
import dev.merlon.fact.iam.AccountSummary;
import dev.merlon.fact.iam.AccountSummary.RootPassword;
import dev.merlon.fact.iam.CredentialReportRow;
import dev.merlon.fact.iam.IamGroup;
import dev.merlon.fact.iam.IamPolicy;
import dev.merlon.fact.iam.IamRole;
import dev.merlon.fact.iam.IamUser;
import dev.merlon.fact.iam.InlinePolicy;
import dev.merlon.fact.iam.MfaDevice;
import dev.merlon.fact.iam.OpenIdConnectProvider;
import dev.merlon.fact.iam.PasswordPolicy;
import dev.merlon.fact.iam.SamlProvider;
import dev.merlon.fact.iam.VirtualMfaDevice;
import dev.merlon.fact.sso.IdentityCenterInstance;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.regions.Region;

/** The identity collector and the AWS SDK against an emulated account. */
final class EmulatedAccountTest {
  private static final String ACCOUNT = Emulator.ACCOUNT;
  private static final String EU = "eu-west-1";
  private static final String US = "us-east-1";
  private static final Instant NOW = Instant.parse("2026-11-23T10:15:30Z");
  private static final String DENIED =
      " was denied: AccessDenied: User is not authorized to perform: ";

  /** What GetAccountAuthorizationDetails has for the account. */
  private static final int DETAILS = SeededAccount.USERS + 1 + 2 + 1;

  @SuppressWarnings("NullAway.Init") // JUnit calls start() first
  private static Emulator emulator;

  @SuppressWarnings("NullAway.Init") // JUnit calls start() first
  private static SeededAccount seeded;

  @BeforeAll
  static void start() {
    emulator = Emulator.start();
    emulator.state("root", "{\"keys\": 1, \"mfa\": 1, \"virtual_mfa\": true}");
    emulator.state("identity_center", "[\"" + EU + "\"]");
    seeded = SeededAccount.in(emulator);
  }

  @AfterAll
  @SuppressWarnings("UnnecessaryNullCheck") // when start() was aborted
  static void stop() {
    if (emulator != null) {
      emulator.close();
    }
  }

  @BeforeEach
  void allowAll() {
    emulator.deny();
    emulator.state("iam_page", "1000");
    emulator.forgetCalls();
  }

  @Test
  void collect_seededAccount_factsAreWhatWasMade() {
    Snapshot snapshot = collect(emulator);

    assertThat(snapshot.gaps()).isEmpty();
    assertThat(global(snapshot)).containsExactlyInAnyOrderElementsOf(seeded.facts());
    assertThat(snapshot.facts(IdentityCenterInstance.class))
        .singleElement()
        .satisfies(
            instance ->
                assertThat(instance)
                    .isEqualTo(
                        new IdentityCenterInstance(instance.arn(), ACCOUNT, EU, ACCOUNT, "ACTIVE")))
        .extracting(IdentityCenterInstance::arn)
        .asString()
        .matches("arn:aws:sso:::instance/ssoins-[0-9a-z]{16}");
    assertThat(snapshot.coverage().areas())
        .containsExactly(
            new Area(ACCOUNT, EU, List.of("IdentityCenterInstance")),
            new Area(ACCOUNT, Resource.GLOBAL, names(once())),
            new Area(ACCOUNT, US, List.of("IdentityCenterInstance")));
  }

  /** To the second, which tells a user from an earlier one of the same name. */
  @Test
  void collect_seededAccount_reportAndDetailsAgreeWhenUsersWereMade() {
    Snapshot snapshot = collect(emulator);

    Map<String, Instant> reported = new TreeMap<>();
    snapshot
        .facts(CredentialReportRow.class)
        .filter(row -> !row.isRoot())
        .forEach(row -> reported.put(row.arn(), row.userCreationTime()));
    Map<String, Instant> detailed = new TreeMap<>();
    snapshot
        .facts(IamUser.class)
        .forEach(
            user -> detailed.put(user.arn(), user.createDate().truncatedTo(ChronoUnit.SECONDS)));
    assertThat(reported).hasSize(SeededAccount.USERS).isEqualTo(detailed);
  }

  @Test
  void collect_smallerPagesThanAskedFor_takesAll() {
    Snapshot snapshot = collect(emulator);
    emulator.state("iam_page", "9");
    emulator.forgetCalls();

    assertThat(collect(emulator)).isEqualTo(snapshot);
    assertThat(emulator.calls())
        .filteredOn(call -> call.startsWith("iam:GetAccountAuthorizationDetails"))
        .hasSize((DETAILS + 8) / 9)
        .hasSizeGreaterThan(6);
  }

  @Test
  void collect_twice_isEqual() {
    assertThat(collect(emulator)).isEqualTo(collect(emulator));
  }

  @Test
  void collect_seededAccount_makesEightCallsAndOnePerUserAndOnePerRegion() {
    collect(emulator);
    emulator.forgetCalls();

    collect(emulator);

    List<String> expected =
        new ArrayList<>(
            List.of(
                "sts:GetCallerIdentity " + EU,
                "iam:GenerateCredentialReport aws-global",
                "iam:GetAccountAuthorizationDetails aws-global",
                "iam:GetAccountPasswordPolicy aws-global",
                "iam:GetAccountSummary aws-global",
                "iam:GetCredentialReport aws-global",
                "iam:ListOpenIDConnectProviders aws-global",
                "iam:ListSAMLProviders aws-global",
                "iam:ListVirtualMFADevices aws-global",
                "sso:ListInstances " + EU,
                "sso:ListInstances " + US));
    expected.addAll(Collections.nCopies(SeededAccount.USERS, "iam:ListMFADevices aws-global"));
    assertThat(emulator.calls()).containsExactlyInAnyOrderElementsOf(expected);
  }

  static Stream<Arguments> listings() {
    return Stream.of(
        Arguments.of(
            "iam:GetAccountAuthorizationDetails",
            List.of(
                IamGroup.class,
                IamPolicy.class,
                IamRole.class,
                IamUser.class,
                InlinePolicy.class,
                MfaDevice.class)),
        Arguments.of("iam:GetAccountPasswordPolicy", List.of(PasswordPolicy.class)),
        Arguments.of("iam:GetAccountSummary", List.of(AccountSummary.class)),
        Arguments.of("iam:ListOpenIDConnectProviders", List.of(OpenIdConnectProvider.class)),
        Arguments.of("iam:ListSAMLProviders", List.of(SamlProvider.class)),
        Arguments.of("iam:ListVirtualMFADevices", List.of(VirtualMfaDevice.class)));
  }

  @ParameterizedTest
  @MethodSource("listings")
  void collect_actionDenied_itsTypesAreGapsAndNothingElseChanges(
      String action, List<Class<? extends Resource>> types) {
    collect_actionDenied(action, action, types);
  }

  @ParameterizedTest
  @MethodSource("reportActions")
  void collect_reportDenied_isAGapAndNothingElseChanges(String action) {
    collect_actionDenied(
        action,
        "iam:GenerateCredentialReport or iam:GetCredentialReport",
        List.of(CredentialReportRow.class));
  }

  static Stream<String> reportActions() {
    return Stream.of("iam:GenerateCredentialReport", "iam:GetCredentialReport");
  }

  private static void collect_actionDenied(
      String action, String actions, List<Class<? extends Resource>> types) {
    Snapshot fair = collect(emulator);

    emulator.deny(action);
    Snapshot snapshot = collect(emulator);

    List<String> lost = names(types);
    assertThat(snapshot)
        .isEqualTo(
            new Snapshot(
                fair.takenAt(),
                fair.facts().stream().filter(fact -> !types.contains(fact.getClass())).toList(),
                new Coverage(
                    List.of(
                        new Area(ACCOUNT, EU, List.of("IdentityCenterInstance")),
                        new Area(
                            ACCOUNT,
                            Resource.GLOBAL,
                            names(once()).stream().filter(type -> !lost.contains(type)).toList()),
                        new Area(ACCOUNT, US, List.of("IdentityCenterInstance")))),
                lost.stream()
                    .map(
                        type ->
                            new Gap(
                                type, ACCOUNT, Resource.GLOBAL, null, actions + DENIED + action))
                    .toList()));
  }

  @Test
  void collect_devicesDenied_areAGapOfEachUserAndNothingElseChanges() {
    Snapshot fair = collect(emulator);
    String action = "iam:ListMFADevices";

    emulator.deny(action);
    Snapshot snapshot = collect(emulator);

    assertThat(snapshot)
        .isEqualTo(
            new Snapshot(
                fair.takenAt(),
                fair.facts().stream().filter(fact -> !(fact instanceof MfaDevice)).toList(),
                fair.coverage(),
                fair.facts(IamUser.class)
                    .map(
                        user ->
                            new Gap(
                                "MfaDevice",
                                ACCOUNT,
                                Resource.GLOBAL,
                                user.arn(),
                                action + DENIED + action))
                    .toList()));
    assertThat(snapshot.gaps()).hasSize(SeededAccount.USERS);
  }

  @Test
  void collect_identityCenterDeniedInOneRegion_isAGapThere() {
    emulator.deny("sso:ListInstances@" + US);

    assertThat(collect(emulator).gaps())
        .containsExactly(
            new Gap(
                "IdentityCenterInstance",
                ACCOUNT,
                US,
                null,
                "sso:ListInstances was denied: AccessDeniedException: User is not authorized to"
                    + " perform: sso:ListInstances"));
  }

  @Test
  void collect_emptyAccount_hasNoGaps() {
    try (Emulator empty = Emulator.start()) {
      Snapshot snapshot = collect(empty);

      assertThat(snapshot.gaps()).isEmpty();
      assertThat(counts(snapshot))
          .isEqualTo(
              Map.of(
                  "AccountSummary", 1L, "CredentialReportRow", 1L, "IdentityCenterInstance", 2L));
    }
  }

  /** It knows no root user in the credential report, and does not say whether it has a password. */
  @Test
  void collect_motoWithoutOurAdditions_readsTheRestAndOwnsUpToTheRootUser() {
    try (Emulator unmodified = Emulator.startUnmodified()) {
      SeededAccount.in(unmodified);
      Snapshot snapshot = collect(unmodified);

      Map<String, Long> expected = counts(collect(emulator));
      expected.merge("CredentialReportRow", -1L, Long::sum);
      expected.merge("VirtualMfaDevice", -1L, Long::sum);
      expected.merge("IdentityCenterInstance", 1L, Long::sum);
      assertThat(counts(snapshot)).isEqualTo(expected);
      assertThat(snapshot.facts(AccountSummary.class))
          .extracting(AccountSummary::accountPasswordPresent)
          .containsExactly(RootPassword.NOT_SAID);
      assertThat(snapshot.gaps())
          .containsExactly(
              new Gap(
                  "CredentialReportRow",
                  ACCOUNT,
                  Resource.GLOBAL,
                  null,
                  "iam:GenerateCredentialReport or iam:GetCredentialReport could not be read:"
                      + " IllegalArgumentException: the report has no row of <root_account>"));
    }
  }

  private static Snapshot collect(Emulator account) {
    List<Class<? extends Resource>> all = new ArrayList<>(once());
    all.add(IdentityCenterInstance.class);
    return AwsCollector.builder()
        .services(new IdentityCollector())
        .forControls(FakeAws.controlsReading(all.toArray(Class<?>[]::new)))
        .regions(Region.EU_WEST_1, Region.US_EAST_1)
        .clientCustomizer(account.customizer())
        .clock(Clock.fixed(NOW, ZoneOffset.UTC))
        .build()
        .collect();
  }

  private static List<Resource> global(Snapshot snapshot) {
    return snapshot.facts().stream()
        .filter(fact -> fact.region().equals(Resource.GLOBAL))
        .map(seeded::timeless)
        .toList();
  }

  private static Map<String, Long> counts(Snapshot snapshot) {
    return snapshot.facts().stream()
        .collect(groupingBy(fact -> FactType.nameOf(fact.getClass()), TreeMap::new, counting()));
  }

  private static List<Class<? extends Resource>> once() {
    return List.of(
        AccountSummary.class,
        CredentialReportRow.class,
        IamGroup.class,
        IamPolicy.class,
        IamRole.class,
        IamUser.class,
        InlinePolicy.class,
        MfaDevice.class,
        OpenIdConnectProvider.class,
        PasswordPolicy.class,
        SamlProvider.class,
        VirtualMfaDevice.class);
  }

  private static List<String> names(List<Class<? extends Resource>> types) {
    return types.stream().map((Function<Class<?>, String>) FactType::nameOf).toList();
  }
}
