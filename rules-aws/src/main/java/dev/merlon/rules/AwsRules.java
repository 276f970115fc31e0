/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.rules;

import dev.merlon.Pack;
import dev.merlon.RuleSource;
import java.util.List;

/** The controls that this artifact brings, compiled when it was built. */
public final class AwsRules {
  private AwsRules() {}

  /** All controls and the derivations beneath them. */
  public static RuleSource all() {
    return RuleSource.precompiled(
        AwsRules.class.getClassLoader(), "dev.merlon", "merlon-rules-aws");
  }

  /**
   * The pack with an id, such as {@code cis-aws-foundations-5.0}.
   *
   * @throws IllegalArgumentException listing the known ids, if there is none
   */
  public static Pack pack(String id) {
    return Pack.named(id, packs());
  }

  /** The frameworks whose requirements these controls answer, ordered by id. */
  public static List<Pack> packs() {
    return Pack.all(AwsRules.class.getClassLoader(), "dev/merlon/rules/packs");
  }
}
