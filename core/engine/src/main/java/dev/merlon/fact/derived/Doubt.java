/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import java.util.Collection;
import java.util.TreeSet;

/**
 * Why something is not certain.
 *
 * @param code what is missing, as one word: {@code NACL_FACT_MISSING}
 * @param text what is missing, for people
 */
public record Doubt(String code, String text) implements Comparable<Doubt> {

  @Override
  public int compareTo(Doubt other) {
    int order = code.compareTo(other.code);
    return order != 0 ? order : text.compareTo(other.text);
  }

  /** The texts of doubts, each once; empty if there is none. */
  static String texts(Collection<Doubt> doubts) {
    TreeSet<String> texts = new TreeSet<>();
    doubts.forEach(doubt -> texts.add(doubt.text()));
    return String.join("; ", texts);
  }
}
