/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.identity;

import static dev.merlon.collect.identity.Collected.ACCOUNT;
import static dev.merlon.collect.identity.Collected.REGION;
import static dev.merlon.collect.identity.Collected.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.Snapshot;
import dev.merlon.fact.iam.AccountSummary;
import dev.merlon.fact.iam.AccountSummary.RootPassword;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryRequest;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryResponse;

final class AccountSummaryReaderTest {
  private static final List<Class<?>> TYPE = List.of(AccountSummary.class);

  private final Map<String, Integer> figures =
      new HashMap<>(
          Map.of(
              "Users", 20,
              "AccountPasswordPresent", 1,
              "AccountAccessKeysPresent", 2,
              "AccountSigningCertificatesPresent", 1,
              "AccountMFAEnabled", 1));

  @Test
  void read_rootWithEverything_tellsIt() {
    assertThat(collect())
        .isEqualTo(
            Collected.snapshot(
                TYPE,
                List.of(
                    new AccountSummary(ROOT, ACCOUNT, REGION, RootPassword.PRESENT, 2, 1, true))));
  }

  @Test
  void read_rootWithNothing_tellsIt() {
    figures.replaceAll((name, figure) -> 0);

    assertThat(collect())
        .isEqualTo(
            Collected.snapshot(
                TYPE,
                List.of(
                    new AccountSummary(ROOT, ACCOUNT, REGION, RootPassword.ABSENT, 0, 0, false))));
  }

  @Test
  void read_nothingSaidOfThePassword_isNotNoPassword() {
    figures.remove("AccountPasswordPresent");

    assertThat(collect())
        .isEqualTo(
            Collected.snapshot(
                TYPE,
                List.of(
                    new AccountSummary(ROOT, ACCOUNT, REGION, RootPassword.NOT_SAID, 2, 1, true))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "AccountAccessKeysPresent",
        "AccountSigningCertificatesPresent",
        "AccountMFAEnabled",
        "AccountAccessKeysPresent, AccountSigningCertificatesPresent, AccountMFAEnabled"
      })
  void read_figureMissing_isAGapThatNamesIt(String missing) {
    figures.keySet().removeAll(List.of(missing.split(", ")));

    assertThat(collect())
        .isEqualTo(
            Collected.snapshot(
                TYPE,
                List.of(),
                Collected.lost(
                    AccountSummary.class,
                    "iam:GetAccountSummary",
                    "figures that are missing: " + missing)));
  }

  private Snapshot collect() {
    return Collected.from(
        new FakeIam() {
          @Override
          public GetAccountSummaryResponse getAccountSummary(GetAccountSummaryRequest request) {
            return GetAccountSummaryResponse.builder().summaryMapWithStrings(figures).build();
          }
        },
        AccountSummary.class);
  }
}
