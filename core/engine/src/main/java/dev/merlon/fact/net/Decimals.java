/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.net;

/**
 * Reads the only spelling of a number that cannot be misread: ASCII digits, no sign, no leading
 * zero.
 */
final class Decimals {

  private Decimals() {}

  /** Returns the number, or -1 when the text is anything else than a number within 0..max. */
  static int parse(String text, int max) {
    int length = text.length();
    if (length == 0 || length > 9 || (length > 1 && text.charAt(0) == '0')) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      value = 10 * value + (c - '0');
    }
    return value <= max ? value : -1;
  }
}
