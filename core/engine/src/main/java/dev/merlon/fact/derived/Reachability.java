/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

/** Whether anything gets there (GEN-1). */
public enum Reachability {
  /** Something does for certain. */
  REACHABLE,
  /** Nothing does, whatever the missing facts are. */
  NOT_REACHABLE,
  /** It depends on what is missing. */
  UNKNOWN;

  static Reachability of(boolean mustBeEmpty, boolean mayBeEmpty) {
    return mayBeEmpty ? NOT_REACHABLE : mustBeEmpty ? UNKNOWN : REACHABLE;
  }
}
