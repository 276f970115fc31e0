/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeSet;

/** Helps with a mistyped name. */
final class Names {
  private Names() {}

  /** "; did you mean x?" when one is near, otherwise the list of what is known. */
  static String suggest(String given, Collection<String> known) {
    if (known.isEmpty()) {
      return "; there are none";
    }
    return nearest(given, known)
        .map(name -> "; did you mean " + name + "?")
        .orElseGet(() -> "; known are " + new TreeSet<>(known));
  }

  /** The name that was probably meant, the first in order of those that are as near. */
  static Optional<String> nearest(String given, Collection<String> known) {
    return known.stream()
        .sorted()
        .min(Comparator.comparingInt(name -> distance(given, name)))
        .filter(name -> distance(given, name) <= Math.max(2, given.length() / 4));
  }

  /** Levenshtein's distance. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
