/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import java.util.Map;

/**
 * Who may assume a role without MFA, see {@link RoleTrust#withoutMfa}.
 *
 * @param principals as the trust policy names them; empty if there are none for certain
 * @param doubt why there may be more; empty if there are not
 */
public record OpenTrust(String principals, String doubt) {

  /** Whether there are some for certain. */
  public boolean found() {
    return !principals.isEmpty();
  }

  /** Whether there are none for certain, but may be. */
  public boolean inDoubt() {
    return principals.isEmpty() && !doubt.isEmpty();
  }

  public Map<String, String> evidence() {
    return Map.of("principals", principals);
  }
}
