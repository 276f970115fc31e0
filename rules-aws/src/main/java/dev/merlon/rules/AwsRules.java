/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.rules;

import dev.merlon.RuleSource;

/** The controls that this artifact brings, compiled when it was built. */
public final class AwsRules {
  private AwsRules() {}

  /** All controls and the derivations beneath them. */
  public static RuleSource all() {
    return RuleSource.precompiled(
        AwsRules.class.getClassLoader(), "dev.merlon", "merlon-rules-aws");
  }
}
