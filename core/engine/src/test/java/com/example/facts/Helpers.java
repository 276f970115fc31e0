/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package com.example.facts;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Methods that rules call, some of which throw. */
@SuppressWarnings({"DoNotCallSuggester", "InfiniteRecursion"}) // that is what they are for
public final class Helpers {

  private static final AtomicBoolean FIRST = new AtomicBoolean(true);

  private Helpers() {}

  /** Cannot be loaded. */
  static final class Broken {
    static final int NEVER = 1 / Integer.parseInt("0");

    private Broken() {}
  }

  /** Cannot be printed. */
  public static final class Unprintable {
    @Override
    public String toString() {
      throw new IllegalStateException("boom");
    }
  }

  public static boolean yes(Object ignored) {
    return true;
  }

  public static List<String> parts(String text) {
    return List.of(text.split("/"));
  }

  public static boolean boom(Object ignored) {
    throw new IllegalStateException("boom");
  }

  public static String boomText(Object ignored) {
    throw new IllegalStateException("boom");
  }

  public static int boomInt(Object ignored) {
    throw new IllegalStateException("boom");
  }

  public static List<Object> boomList(Object ignored) {
    throw new IllegalStateException("boom");
  }

  /** Throws the first time only. */
  public static List<Object> onceBoomList(Object ignored) {
    if (FIRST.getAndSet(false)) {
      throw new IllegalStateException("boom");
    }
    return List.of();
  }

  /** Never comes back. */
  public static boolean deep(Object fact) {
    return deep(fact) && yes(fact);
  }

  public static boolean asserts(Object ignored) {
    throw new AssertionError("boom");
  }

  public static boolean error(Object ignored) {
    throw new Error("boom");
  }

  public static boolean broken(Object ignored) {
    return Broken.NEVER > 0;
  }

  public static boolean checked(Object ignored) throws Exception {
    throw new Exception("boom");
  }

  public static @Nullable String nothing() {
    return null;
  }
}
