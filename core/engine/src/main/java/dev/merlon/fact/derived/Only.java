/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What rules collect although there is one at most. */
final class Only {

  private Only() {}

  /** The one that was found; null if there is none, or more than one, so that none is the one. */
  static <T> @Nullable T of(Class<T> type, Collection<?> found) {
    return found.size() == 1 ? type.cast(found.iterator().next()) : null;
  }
}
