/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.iam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.fact.iam.CredentialReportRow.ReportedKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a {@link CredentialReportRow} says of an IAM user. */
final class UserRowTest {

  private static final Instant GENERATED = Instant.parse("2025-12-31T21:00:00Z");
  private static final Instant CREATED = Instant.parse("2025-01-01T00:00:00Z");
  private static final Instant LIMIT = Instant.parse("2025-10-03T00:00:00Z");
  private static final Instant BEFORE = LIMIT.minusNanos(1);
  private static final ReportedKey NO_KEY = new ReportedKey(false, null, null);

  private static CredentialReportRow row(
      boolean password, @Nullable Instant used, @Nullable Instant changed, ReportedKey... keys) {
    return new CredentialReportRow(
        "arn",
        "1",
        "global",
        "ada",
        CREATED,
        password,
        used,
        changed,
        false,
        keys.length > 0 ? keys[0] : NO_KEY,
        keys.length > 1 ? keys[1] : NO_KEY,
        false,
        false,
        GENERATED);
  }

  private static CredentialReportRow keys(ReportedKey... keys) {
    return row(false, null, null, keys);
  }

  private static ReportedKey active(@Nullable Instant rotated, @Nullable Instant used) {
    return new ReportedKey(true, rotated, used);
  }

  @Test
  void describes_aMinuteApartAtMost_isTrue() {
    assertThat(keys().describes(CREATED)).isTrue();
    assertThat(keys().describes(CREATED.plusSeconds(60))).isTrue();
    assertThat(keys().describes(CREATED.minusSeconds(60))).isTrue();
    assertThat(keys().describes(CREATED.plusSeconds(61))).isFalse();
    assertThat(keys().describes(CREATED.minusSeconds(61))).isFalse();
  }

  @Test
  void describes_withoutTheTime_isFalse() {
    CredentialReportRow row =
        new CredentialReportRow(
            "arn", "1", "global", "ada", null, true, null, null, true, NO_KEY, NO_KEY, false, false,
            GENERATED);
    assertThat(row.describes(CREATED)).isFalse();
  }

  @Test
  void hasActiveCredential_ofOne_looksAtEach() {
    ReportedKey inactive = new ReportedKey(false, CREATED, CREATED);
    assertThat(keys(inactive, inactive).hasActiveCredential()).isFalse();
    assertThat(row(true, null, null).hasActiveCredential()).isTrue();
    assertThat(row(true, null, null).hasActiveKey()).isFalse();
    assertThat(keys(active(null, null)).hasActiveCredential()).isTrue();
    assertThat(keys(NO_KEY, active(null, null)).hasActiveKey()).isTrue();
    assertThat(keys(NO_KEY, active(null, null)).hasTwoActiveKeys()).isFalse();
    assertThat(keys(active(null, null), active(null, null)).hasTwoActiveKeys()).isTrue();
  }

  @Test
  void credentials_ofSome_sayEach() {
    assertThat(row(true, null, null, active(null, null)).credentials())
        .isEqualTo(
            Map.of(
                "passwordEnabled", true,
                "accessKey1Active", true,
                "accessKey2Active", false,
                "reportGenerated", GENERATED));
  }

  @Test
  void hasKeyFromBefore_exactlyThen_isFalse() {
    assertThat(keys(active(LIMIT, null)).hasKeyFromBefore(LIMIT)).isFalse();
    assertThat(keys(active(BEFORE, null)).hasKeyFromBefore(LIMIT)).isTrue();
    assertThat(keys(NO_KEY, active(BEFORE, null)).hasKeyFromBefore(LIMIT)).isTrue();
    assertThat(keys(new ReportedKey(false, BEFORE, null)).hasKeyFromBefore(LIMIT)).isFalse();
    assertThat(keys(active(null, null)).hasKeyFromBefore(LIMIT)).isFalse();
  }

  @Test
  void hasKeyOfUnknownAge_ofActiveKeys_isTrue() {
    assertThat(keys(active(null, LIMIT)).hasKeyOfUnknownAge()).isTrue();
    assertThat(keys(NO_KEY, active(null, null)).hasKeyOfUnknownAge()).isTrue();
    assertThat(keys(active(LIMIT, null), NO_KEY).hasKeyOfUnknownAge()).isFalse();
  }

  @Test
  void keysFromBefore_ofTwo_areTheOldOnes() {
    assertThat(keys(active(LIMIT, null), active(BEFORE, null)).keysFromBefore(LIMIT))
        .isEqualTo(Map.of("accessKey2LastRotated", BEFORE, "reportGenerated", GENERATED));
  }

  @Test
  void hasUnusedSince_ofThePassword_takesTheLatestTime() {
    assertThat(row(true, BEFORE, BEFORE).hasUnusedSince(LIMIT)).isTrue();
    assertThat(row(true, LIMIT, BEFORE).hasUnusedSince(LIMIT)).isFalse();
    assertThat(row(true, BEFORE, LIMIT).hasUnusedSince(LIMIT)).isFalse();
    assertThat(row(true, null, null).hasUnusedSince(LIMIT)).isTrue(); // since its creation
    assertThat(row(true, null, null).hasUnusedSince(CREATED)).isFalse();
    assertThat(row(false, BEFORE, BEFORE).hasUnusedSince(LIMIT)).isFalse();
  }

  @Test
  void hasUnusedSince_ofKeys_takesTheLatestTime() {
    assertThat(keys(active(BEFORE, BEFORE)).hasUnusedSince(LIMIT)).isTrue();
    assertThat(keys(active(BEFORE, LIMIT)).hasUnusedSince(LIMIT)).isFalse();
    assertThat(keys(active(LIMIT, null)).hasUnusedSince(LIMIT)).isFalse();
    assertThat(keys(NO_KEY, active(BEFORE, null)).hasUnusedSince(LIMIT)).isTrue();
    assertThat(keys(active(null, null)).hasUnusedSince(LIMIT)).isFalse();
    assertThat(keys(new ReportedKey(false, BEFORE, BEFORE)).hasUnusedSince(LIMIT)).isFalse();
  }

  @Test
  void hasKeyOfUnknownUse_withoutAnyTime_isTrue() {
    assertThat(keys(active(null, null)).hasKeyOfUnknownUse()).isTrue();
    assertThat(keys(active(LIMIT, null), active(null, LIMIT)).hasKeyOfUnknownUse()).isFalse();
    assertThat(keys(NO_KEY, NO_KEY).hasKeyOfUnknownUse()).isFalse();
  }

  @Test
  void unusedSince_ofSeveral_saysEach() {
    assertThat(
            row(true, BEFORE, null, active(BEFORE, null), active(LIMIT, LIMIT)).unusedSince(LIMIT))
        .isEqualTo(
            Map.of(
                "passwordLastUsed", BEFORE,
                "accessKey1LastUsed", "never",
                "reportGenerated", GENERATED));
    assertThat(row(true, null, null).unusedSince(LIMIT))
        .isEqualTo(Map.of("passwordLastUsed", "never", "reportGenerated", GENERATED));
  }

  @Test
  void hasUnusedSetupKey_ofAConsoleUser_needsAKeyMadeWithTheUserAndNeverUsed() {
    ReportedKey setup = active(CREATED.plusSeconds(60), null);
    assertThat(row(true, null, null, setup).hasUnusedSetupKey()).isTrue();
    assertThat(row(true, null, null, setup, setup).setupKeys()).isEqualTo("accessKey1, accessKey2");
    assertThat(row(false, null, null, setup).hasUnusedSetupKey()).isFalse();
    assertThat(row(true, null, null, active(CREATED, LIMIT)).hasUnusedSetupKey()).isFalse();
    assertThat(row(true, null, null, active(CREATED.plusSeconds(61), null)).hasUnusedSetupKey())
        .isFalse();
    assertThat(row(true, null, null, active(null, null)).hasUnusedSetupKey()).isFalse();
    assertThat(row(true, null, null, new ReportedKey(false, CREATED, null)).hasUnusedSetupKey())
        .isFalse();
  }

  @Test
  void users_ofRows_sayWhoTheyAre() {
    assertThat(CredentialReportRow.users(List.of(keys(), keys())))
        .isEqualTo(Map.of("consoleUsers", "ada", "count", 2, "reportGenerated", GENERATED));
  }
}
