/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.pattern;

/** Matches whole texts, in which {@code *} stands for any number of characters. */
final class Wildcard {
  private Wildcard() {}

  static boolean matches(String pattern, String text) {
    int i = 0;
    int j = 0;
    int star = -1; // the last one passed, and how far it reaches
    int reach = 0;
    while (j < text.length()) {
      if (i < pattern.length() && pattern.charAt(i) == '*') {
        star = i++;
        reach = j;
      } else if (i < pattern.length() && pattern.charAt(i) == text.charAt(j)) {
        i++;
        j++;
      } else if (star >= 0) {
        i = star + 1;
        j = ++reach;
      } else {
        return false;
      }
    }
    while (i < pattern.length() && pattern.charAt(i) == '*') {
      i++;
    }
    return i == pattern.length();
  }
}
