/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

/** Reaches into the engine to break it, so that a test can show that it would notice. */
public final class Unsound {

  private Unsound() {}

  /** As if {@code not} were not there. */
  public static HardeningEngine ignoringNegation(RuleSource rules) {
    return HardeningEngine.builder().rules(rules).ignoringNegation().build();
  }
}
