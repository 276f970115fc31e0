/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect;

/**
 * Says that nothing could be collected: whose account it is, or which Regions it has, could not be
 * found out. The message says what failed, where, and what to do; it is enough without the stack
 * trace.
 */
public final class CollectException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CollectException(String message, Throwable cause) {
    super(message, cause);
  }
}
