/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.iam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PasswordPolicyTest {

  private static PasswordPolicy expiring(boolean expires, int days) {
    return new PasswordPolicy(
        "arn", "1", "global", 14, true, true, true, true, expires, days, 24, true);
  }

  @ParameterizedTest
  @CsvSource({
    "true,  90, true",
    "true,  1,  true",
    "true,  91, false",
    "true,  0,  false",
    "false, 0,  false",
    "false, 30, false",
  })
  void expiresWithin_ninetyDays_wantsBothExpiryAndAnAge(boolean expires, int days, boolean within) {
    assertThat(expiring(expires, days).expiresWithin(90)).isEqualTo(within);
  }

  @Test
  void expiry_saysBoth() {
    assertThat(expiring(true, 91).expiry())
        .isEqualTo(Map.of("expirePasswords", true, "maxPasswordAgeDays", 91));
  }
}
