/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import dev.merlon.fact.iam.AccountSummary;
import dev.merlon.fact.iam.AccountSummary.RootPassword;
import java.util.Map;

/**
 * What the root user of an account can sign in or sign requests with (D9), at the time of the
 * snapshot. There is one for every account whose summary was read.
 *
 * <pre>{@code
 * $account : Account( $id : account )
 * RootCredentials( account == $id, presence == Presence.PRESENT )
 * }</pre>
 *
 * @param password whether there is a password; not every answer says so
 * @param accessKeys how many access keys there are
 * @param signingCertificates how many X.509 signing certificates there are
 * @param mfaEnabled whether there is an MFA device, of whatever kind; it is no credential
 */
public record RootCredentials(
    String account,
    RootPassword password,
    int accessKeys,
    int signingCertificates,
    boolean mfaEnabled) {

  /** Whether there are credentials of any kind. */
  public enum Presence {
    /** No keys and no certificates; whether there is a password is not said. */
    UNKNOWN,
    NONE,
    PRESENT
  }

  public static RootCredentials of(AccountSummary summary) {
    return new RootCredentials(
        summary.account(),
        summary.accountPasswordPresent(),
        summary.accountAccessKeysPresent(),
        summary.accountSigningCertificatesPresent(),
        summary.accountMfaEnabled());
  }

  public Presence presence() {
    if (accessKeys > 0 || signingCertificates > 0) {
      return Presence.PRESENT;
    }
    return switch (password) {
      case NOT_SAID -> Presence.UNKNOWN;
      case ABSENT -> Presence.NONE;
      case PRESENT -> Presence.PRESENT;
    };
  }

  /** Evidence: which credentials there are. */
  public Map<String, ?> evidence() {
    return Map.of(
        "password", password,
        "accessKeys", accessKeys,
        "signingCertificates", signingCertificates);
  }
}
