/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import java.util.Map;

/**
 * Whether a user is an administrator, see {@link IdentityPolicies#administrator}.
 *
 * @param certain whether the user is one whatever is not known
 * @param possible whether the user is one for all that is known
 * @param through the policies that make the user one, or may; empty if not possible
 * @param doubt why {@code possible} and {@code certain} differ; empty if they do not
 */
public record AdministratorRights(boolean certain, boolean possible, String through, String doubt) {

  static final AdministratorRights NONE = new AdministratorRights(false, false, "", "");

  /** Whether the user may be an administrator and may not be. */
  public boolean inDoubt() {
    return possible && !certain;
  }

  /** Evidence for a user who is one. */
  public Map<String, String> evidence() {
    return Map.of("administratorThrough", through);
  }
}
