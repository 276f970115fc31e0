/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.iam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.fact.iam.CredentialReportRow.ReportedKey;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class CredentialReportRowTest {

  private static final Instant GENERATED = Instant.parse("2025-12-31T21:00:00Z");
  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
  private static final Instant BOUNDARY = Instant.parse("2025-10-03T00:00:00Z");

  private static CredentialReportRow row(
      String user, @Nullable Instant password, @Nullable Instant key1, @Nullable Instant key2) {
    return new CredentialReportRow(
        "arn",
        "1",
        "global",
        user,
        null,
        false,
        password,
        null,
        false,
        new ReportedKey(true, null, key1),
        new ReportedKey(false, null, key2),
        false,
        false,
        GENERATED);
  }

  private static CredentialReportRow used(
      @Nullable Instant password, @Nullable Instant key1, @Nullable Instant key2) {
    return row(CredentialReportRow.ROOT, password, key1, key2);
  }

  @Test
  void isRoot_ofTheUser_isTrueForTheNameOfTheReport() {
    assertThat(used(null, null, null).isRoot()).isTrue();
    assertThat(row("root", null, null, null).isRoot()).isFalse();
  }

  @Test
  void usedSince_ofOneCredential_looksAtEach() {
    assertThat(used(GENERATED, null, null).usedSince(BOUNDARY)).isTrue();
    assertThat(used(null, GENERATED, null).usedSince(BOUNDARY)).isTrue();
    assertThat(used(null, null, GENERATED).usedSince(BOUNDARY)).isTrue();
    assertThat(used(LONG_AGO, GENERATED, LONG_AGO).usedSince(BOUNDARY)).isTrue();
    assertThat(used(LONG_AGO, LONG_AGO, LONG_AGO).usedSince(BOUNDARY)).isFalse();
    assertThat(used(null, null, null).usedSince(BOUNDARY)).isFalse();
  }

  @Test
  void usedSince_exactlyThen_isTrue() {
    assertThat(used(BOUNDARY, null, null).usedSince(BOUNDARY)).isTrue();
    assertThat(used(BOUNDARY.minusNanos(1), null, null).usedSince(BOUNDARY)).isFalse();
  }

  @Test
  void lastUses_ofSomeCredentials_leavesOutTheOthers() {
    assertThat(used(LONG_AGO, null, BOUNDARY).lastUses())
        .isEqualTo(
            Map.of(
                "passwordLastUsed", LONG_AGO,
                "accessKey2LastUsed", BOUNDARY,
                "reportGenerated", GENERATED));
    assertThat(used(null, BOUNDARY, null).lastUses())
        .isEqualTo(Map.of("accessKey1LastUsed", BOUNDARY, "reportGenerated", GENERATED));
  }
}
