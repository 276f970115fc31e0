/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import java.util.Map;

/**
 * Whether a user can do nothing without MFA, see {@link IdentityPolicies#mfaEnforcement}.
 *
 * @param bypass what the user can certainly do without MFA; empty if nothing
 * @param doubt why there may be more; empty if there is not
 */
public record MfaEnforcement(String bypass, String doubt) {

  /** Whether nothing works without MFA, for certain. */
  public boolean enforced() {
    return bypass.isEmpty() && doubt.isEmpty();
  }

  /** Whether there certainly is a way without MFA. */
  public boolean bypassed() {
    return !bypass.isEmpty();
  }

  /** Whether there may be a way without MFA, and may not be. */
  public boolean inDoubt() {
    return bypass.isEmpty() && !doubt.isEmpty();
  }

  public Map<String, String> evidence() {
    return Map.of("bypass", bypass);
  }
}
