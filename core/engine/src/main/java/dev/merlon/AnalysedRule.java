/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A compiled rule and what the engine found out about it.
 *
 * @param qualifiedName package and name
 * @param controlId empty for a derivation
 * @param severity of its failures, the control's where it states none; null for a derivation
 * @param isGrade whether it only raises the severity of a failure that the first rule of its
 *     control states: it extends that rule, so it never fires alone
 * @param derives the type that it inserts, as its tag names it; empty for a control
 * @param decides whether it weighs missing facts itself, so that polarity stops there
 * @param subject the variable of the pattern that matches what the rule judges; empty for a
 *     derivation
 * @param admits whether the conditions on the subject alone hold, given the globals by name; no
 *     missing fact changes that
 * @param occurrences the facts in its condition, the subject's own pattern left out
 */
record AnalysedRule(
    String qualifiedName,
    String name,
    String controlId,
    Kind kind,
    @Nullable Severity severity,
    boolean isGrade,
    String derives,
    boolean decides,
    String subject,
    BiPredicate<Object, Map<String, Object>> admits,
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
   * @param joins what its components are joined to the subject by, by component
   */
  record Occurrence(Class<?> type, int sign, Map<String, Reads.JoinKey> joins) {}

  static String controlOf(String ruleName) {
    int slash = ruleName.indexOf('/');
    return slash < 0 ? ruleName : ruleName.substring(0, slash);
  }
}
