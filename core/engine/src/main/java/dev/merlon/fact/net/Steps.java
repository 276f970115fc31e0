/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.net;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A function on the keys from 0 on that is constant on intervals. Neighbouring intervals have
 * different values, so that equal functions are equal objects.
 */
final class Steps<V> {

  private final int[] starts; // ascending, the first is 0
  private final List<V> values; // values.get(i) holds from starts[i] to before starts[i + 1]

  private Steps(int[] starts, List<V> values) {
    this.starts = starts;
    this.values = values;
  }

  static <V> Steps<V> constant(V value) {
    return new Steps<>(new int[1], List.of(value));
  }

  /**
   * Returns the function with one value from {@code lo} to {@code hi}, both included, and another
   * elsewhere.
   */
  static <V> Steps<V> of(int lo, int hi, int last, V inside, V outside) {
    if (inside.equals(outside) || (lo == 0 && hi == last)) {
      return constant(inside);
    }
    if (lo == 0) {
      return new Steps<>(new int[] {0, hi + 1}, List.of(inside, outside));
    }
    return hi == last
        ? new Steps<>(new int[] {0, lo}, List.of(outside, inside))
        : new Steps<>(new int[] {0, lo, hi + 1}, List.of(outside, inside, outside));
  }

  V at(int key) {
    int found = Arrays.binarySearch(starts, key);
    return values.get(found >= 0 ? found : -found - 2);
  }

  int count() {
    return starts.length;
  }

  int start(int step) {
    return starts[step];
  }

  V value(int step) {
    return values.get(step);
  }

  /** Combines the values key by key in linear time. */
  Steps<V> combine(BinaryOperator<V> operation, Steps<V> other) {
    int[] resultStarts = new int[starts.length + other.starts.length];
    List<V> resultValues = new ArrayList<>(resultStarts.length);
    int i = 0;
    int j = 0;
    int key = 0;
    while (key != Integer.MAX_VALUE) {
      V value = operation.apply(values.get(i), other.values.get(j));
      int length = resultValues.size();
      if (length == 0 || !value.equals(resultValues.get(length - 1))) {
        resultStarts[length] = key;
        resultValues.add(value);
      }
      int next = startAfter(i);
      int otherNext = other.startAfter(j);
      key = Math.min(next, otherNext);
      i += next == key ? 1 : 0;
      j += otherNext == key ? 1 : 0;
    }
    return new Steps<>(Arrays.copyOf(resultStarts, resultValues.size()), List.copyOf(resultValues));
  }

  private int startAfter(int step) {
    return step + 1 < starts.length ? starts[step + 1] : Integer.MAX_VALUE;
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object == this
        || (object instanceof Steps<?> other
            && Arrays.equals(starts, other.starts)
            && values.equals(other.values));
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(starts) + values.hashCode();
  }
}
