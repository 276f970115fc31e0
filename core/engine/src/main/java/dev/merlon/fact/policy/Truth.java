/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.policy;

/** What can be said of a statement when not everything about a request is known. */
public enum Truth {
  /** No request that fits what is known makes it hold. */
  FALSE,
  /** It depends on what is not known, or nobody here can tell. */
  UNDECIDED,
  /** Every request that fits what is known makes it hold. */
  TRUE;

  public static Truth of(boolean value) {
    return value ? TRUE : FALSE;
  }

  public Truth and(Truth other) {
    return compareTo(other) <= 0 ? this : other;
  }

  public Truth or(Truth other) {
    return compareTo(other) >= 0 ? this : other;
  }

  public Truth not() {
    return switch (this) {
      case FALSE -> TRUE;
      case UNDECIDED -> UNDECIDED;
      case TRUE -> FALSE;
    };
  }
}
