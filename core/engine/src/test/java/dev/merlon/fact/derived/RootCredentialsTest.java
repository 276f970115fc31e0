/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.fact.derived.RootCredentials.Presence;
import dev.merlon.fact.iam.AccountSummary;
import dev.merlon.fact.iam.AccountSummary.RootPassword;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RootCredentialsTest {

  private static RootCredentials of(RootPassword password, int keys, int certificates) {
    return new RootCredentials("1", password, keys, certificates, /* mfaEnabled= */ false);
  }

  @Test
  void of_aSummary_takesAllOfIt() {
    AccountSummary summary =
        new AccountSummary("arn:aws:iam::1:root", "1", "global", RootPassword.ABSENT, 1, 2, true);

    assertThat(RootCredentials.of(summary))
        .isEqualTo(new RootCredentials("1", RootPassword.ABSENT, 1, 2, /* mfaEnabled= */ true));
  }

  @ParameterizedTest
  @CsvSource({
    "PRESENT,  0, 0, PRESENT",
    "PRESENT,  2, 1, PRESENT",
    "ABSENT,   0, 0, NONE",
    "ABSENT,   1, 0, PRESENT",
    "ABSENT,   0, 1, PRESENT",
    "NOT_SAID, 0, 0, UNKNOWN",
    "NOT_SAID, 2, 0, PRESENT",
    "NOT_SAID, 0, 2, PRESENT",
  })
  void presence_ofWhatIsKnown_isUnknownOnlyIfThePasswordDecides(
      RootPassword password, int keys, int certificates, Presence presence) {
    assertThat(of(password, keys, certificates).presence()).isEqualTo(presence);
  }

  @Test
  void presence_ofAnMfaDeviceAlone_isNone() {
    assertThat(new RootCredentials("1", RootPassword.ABSENT, 0, 0, true).presence())
        .isEqualTo(Presence.NONE);
  }

  @Test
  void evidence_saysWhichThereAre() {
    assertThat(of(RootPassword.NOT_SAID, 1, 2).evidence())
        .isEqualTo(
            Map.of("password", RootPassword.NOT_SAID, "accessKeys", 1, "signingCertificates", 2));
  }
}
