/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A compiled rule and what the engine found out about it.
 *
 * @param qualifiedName package and name
 * @param controlId empty for a derivation
 * @param severity of its failures; null where it states none
 * @param derives the type that it inserts, as its tag names it; empty for a control
 * @param decides whether it weighs missing facts itself, so that polarity stops there
 * @param admits whether the conditions on the subject alone hold; no missing fact changes that
 * @param occurrences the facts in its condition, the subject's own pattern left out
 */
record AnalysedRule(
    String qualifiedName,
    String name,
    String controlId,
    Kind kind,
    @Nullable Severity severity,
    String derives,
    boolean decides,
    Predicate<Object> admits,
    List<Occurrence> occurrences) {

  /** What a rule says when it fires. */
  enum Kind {
    FAIL,
    NOT_APPLICABLE,
    UNKNOWN,
    DERIVATION;

    /** By the name: {@code id}, {@code id/not-applicable…}, {@code id/unknown…}, {@code id/…}. */
    static Kind of(String ruleName) {
      String suffix = ruleName.substring(ruleName.indexOf('/') + 1);
      if (ruleName.indexOf('/') < 0) {
        return FAIL;
      }
      if (suffix.startsWith("not-applicable")) {
        return NOT_APPLICABLE;
      }
      return suffix.startsWith("unknown") ? UNKNOWN : FAIL;
    }
  }

  /**
   * A pattern of the condition.
   *
   * @param sign 1 where more facts mean more firings, -1 where fewer, 0 where it may be either
   * @param key what it is joined to the subject by, if its facts are read one resource at a time
   * @param joinedToSubject whether it is joined to the subject by a component of the same name
   */
  record Occurrence(
      Class<?> type, int sign, Reads.@Nullable JoinKey key, boolean joinedToSubject) {}

  static String controlOf(String ruleName) {
    int slash = ruleName.indexOf('/');
    return slash < 0 ? ruleName : ruleName.substring(0, slash);
  }
}
