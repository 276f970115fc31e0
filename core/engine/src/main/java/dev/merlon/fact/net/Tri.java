/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.net;

/**
 * What certainly holds and what possibly holds (GEN-1). A fact that is missing adds nothing to
 * {@code must} and everything to {@code may}, so {@code must} is always within {@code may}; whoever
 * builds a pair sees to that.
 */
public record Tri<T>(T must, T may) {

  /** Returns the pair of a value that no missing fact can change. */
  public static <T> Tri<T> exactly(T value) {
    return new Tri<>(value, value);
  }

  public boolean isExact() {
    return must.equals(may);
  }
}
