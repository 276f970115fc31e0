/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.iam;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class VirtualMfaDeviceTest {

  private static final String ROOT = "arn:aws:iam::123456789012:root";
  private static final String NAMED_LIKE_ROOT_S =
      "arn:aws:iam::123456789012:mfa/root-account-mfa-device";

  private static boolean isOfRoot(String serial, String userArn, boolean inUse) {
    return new VirtualMfaDevice(
            serial, "123456789012", "global", userArn, inUse ? Instant.EPOCH : null)
        .isOfRoot(ROOT);
  }

  @Test
  void isOfRoot_assignedToRoot_isTrueWhateverItsName() {
    assertThat(isOfRoot("arn:aws:iam::123456789012:mfa/phone", ROOT, true)).isTrue();
    assertThat(isOfRoot(NAMED_LIKE_ROOT_S, ROOT, true)).isTrue();
    assertThat(isOfRoot(NAMED_LIKE_ROOT_S, ROOT, false)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:aws:iam::123456789012:user/groot",
        "arn:aws:iam::123456789012:user/root",
        "arn:aws:iam::123456789012:user/x:root",
        "arn:aws:iam::210987654321:root",
        "arn:aws-cn:iam::123456789012:root",
      })
  void isOfRoot_assignedToAnother_isFalseWhateverItsName(String userArn) {
    assertThat(isOfRoot("arn:aws:iam::123456789012:mfa/phone", userArn, true)).isFalse();
    assertThat(isOfRoot(NAMED_LIKE_ROOT_S, userArn, true)).isFalse();
  }

  @Test
  void isOfRoot_inUseByNobodyNamed_goesByTheName() {
    assertThat(isOfRoot(NAMED_LIKE_ROOT_S, "", true)).isTrue();
    assertThat(isOfRoot("arn:aws:iam::123456789012:mfa/phone", "", true)).isFalse();
    assertThat(isOfRoot(NAMED_LIKE_ROOT_S + "-2", "", true)).isFalse();
    assertThat(isOfRoot("arn:aws:iam::123456789012:mfa/old-root-account-mfa-device", "", true))
        .isFalse();
  }

  @Test
  void isOfRoot_notInUse_isFalse() {
    assertThat(isOfRoot(NAMED_LIKE_ROOT_S, "", false)).isFalse();
  }
}
