/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import java.util.Collection;

/** Whether something is so, for all that is known (GEN-1). */
enum Three {
  NO,
  MAYBE,
  YES;

  static Three of(boolean known) {
    return known ? YES : NO;
  }

  Three and(Three other) {
    return compareTo(other) < 0 ? this : other;
  }

  Three or(Three other) {
    return compareTo(other) > 0 ? this : other;
  }

  Three not() {
    return this == MAYBE ? MAYBE : of(this == NO);
  }

  /** What is so when one of these is, and nobody knows which. */
  static Three oneOf(Collection<Three> outcomes) {
    return outcomes.stream().distinct().count() == 1 ? outcomes.iterator().next() : MAYBE;
  }
}
