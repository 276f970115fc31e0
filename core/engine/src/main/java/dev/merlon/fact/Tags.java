/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Copies tags, ordered by key, so that facts print the same way every time. */
public final class Tags {
  private Tags() {}

  public static Map<String, String> copyOf(Map<String, String> tags) {
    return Collections.unmodifiableMap(new TreeMap<>(tags));
  }
}
