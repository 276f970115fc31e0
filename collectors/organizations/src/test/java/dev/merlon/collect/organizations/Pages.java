/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.organizations;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pages of an answer. The token of a page is its number. */
record Pages<T>(List<List<T>> pages) {

  @SafeVarargs
  static <T> Pages<T> of(List<T>... pages) {
    List<List<T>> copy = new ArrayList<>();
    for (List<T> page : pages) {
      copy.add(page);
    }
    return new Pages<>(copy);
  }

  List<T> at(@Nullable String token) {
    return pages.get(number(token));
  }

  @Nullable String after(@Nullable String token) {
    int next = number(token) + 1;
    return next < pages.size() ? Integer.toString(next) : null;
  }

  private static int number(@Nullable String token) {
    return token == null ? 0 : Integer.parseInt(token);
  }
}
