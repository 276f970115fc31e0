/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect;

import org.jspecify.annotations.Nullable;

/** Turns what an SDK answer may leave out into what a fact has instead. */
public final class AwsValues {
  private AwsValues() {}

  /**
   * Insists on an attribute that a fact cannot do without.
   *
   * @throws IllegalArgumentException if it is missing or empty, naming it
   */
  public static String required(@Nullable String value, String attribute) {
    if (value == null || value.isEmpty()) {
      throw new IllegalArgumentException(attribute + " is missing");
    }
    return value;
  }

  /**
   * Insists on a structure that a fact cannot do without.
   *
   * @throws IllegalArgumentException if it is missing, naming it
   */
  public static <T> T present(@Nullable T value, String attribute) {
    if (value == null) {
      throw new IllegalArgumentException(attribute + " is missing");
    }
    return value;
  }

  /** Gives the text, empty for none. */
  public static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  /** Gives the text, or another one for none. */
  public static String text(@Nullable String value, String otherwise) {
    return value == null || value.isEmpty() ? otherwise : value;
  }

  /** Gives the flag, false for none. */
  public static boolean flag(@Nullable Boolean value) {
    return value != null && value;
  }

  /** Gives the number, or another one for none. */
  public static int number(@Nullable Integer value, int otherwise) {
    return value == null ? otherwise : value;
  }
}
