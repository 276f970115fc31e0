/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.net;

import java.util.Arrays;

/**
 * The operations on sets of numbers, in one merge for ports and both address families.
 *
 * <p>A set is the ascending list of its <em>flips</em>, the numbers at which membership changes:
 * the first member, the first non-member after it, and so on. A list of odd length goes on to the
 * top. So every set has one form only, and the number beyond the last is never needed. A number is
 * one or two words, compared unsigned, the most significant first.
 */
enum SetOperation {
  UNION(0b1110),
  INTERSECT(0b1000),
  MINUS(0b0010);

  private static final int IN_A = 1;
  private static final int IN_B = 2;

  private final int truth; // bit IN_A * a + IN_B * b says whether the number belongs to the result

  SetOperation(int truth) {
    this.truth = truth;
  }

  /** Combines two sets in linear time; returns an operand itself if the result equals it. */
  long[] apply(long[] a, long[] b, int words) {
    if (a.length == 0) {
      return contains(IN_B) ? b : a;
    }
    if (b.length == 0) {
      return contains(IN_A) ? a : b;
    }
    long[] result = new long[a.length + b.length];
    int length = 0;
    int i = 0;
    int j = 0;
    int where = 0;
    while (i < a.length || j < b.length) {
      int order = i == a.length ? 1 : j == b.length ? -1 : compare(a, i, b, j, words);
      boolean before = contains(where);
      long[] flips = order <= 0 ? a : b;
      int at = order <= 0 ? i : j;
      if (order <= 0) {
        i += words;
        where ^= IN_A;
      }
      if (order >= 0) {
        j += words;
        where ^= IN_B;
      }
      if (contains(where) != before) {
        for (int word = 0; word < words; word++) {
          result[length++] = flips[at + word];
        }
      }
    }
    return same(result, length, a)
        ? a
        : same(result, length, b) ? b : Arrays.copyOf(result, length);
  }

  private boolean contains(int where) {
    return (truth >>> where & 1) != 0;
  }

  private static int compare(long[] a, int i, long[] b, int j, int words) {
    int order = Long.compareUnsigned(a[i], b[j]);
    return order != 0 || words == 1 ? order : Long.compareUnsigned(a[i + 1], b[j + 1]);
  }

  private static boolean same(long[] result, int length, long[] operand) {
    return Arrays.equals(result, 0, length, operand, 0, operand.length);
  }
}
