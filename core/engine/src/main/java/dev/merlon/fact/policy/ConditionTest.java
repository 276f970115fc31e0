/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.policy;

import dev.merlon.fact.policy.Request.Fixed;
import dev.merlon.fact.policy.Request.Known;
import dev.merlon.fact.policy.Request.NoneOf;
import java.util.List;

/** One condition key under one operator, with its values: what a condition is the "and" of. */
record ConditionTest(ConditionOperator operator, String key, List<Value> values) {

  /** A value of the policy, as written and as what it matches. */
  record Value(String text, Template template) {}

  Truth holds(Request request) {
    Known known = request.known(Request.folded(key));
    if (known == null || values.isEmpty() || !operator.isUnderstood()) {
      return Truth.UNDECIDED;
    }
    boolean absent = known instanceof Fixed fixed && fixed.values().isEmpty();
    if (operator.asksForAbsence()) {
      return isNull(absent);
    }
    if (known instanceof Fixed fixed) {
      return absent ? operator.whenAbsent() : whenPresent(request, fixed.values());
    }
    return whenNoneOf(request, (NoneOf) known);
  }

  private Truth isNull(boolean absent) {
    Truth result = Truth.FALSE;
    for (Value value : values) {
      result = result.or(Scalars.sameBoolean(value.text(), Boolean.toString(absent)));
    }
    return result;
  }

  private Truth whenPresent(Request request, List<String> actual) {
    Truth all = Truth.TRUE;
    Truth any = Truth.FALSE;
    for (String each : actual) {
      Truth one = negatedOr(matchesAny(request, each));
      all = all.and(one);
      any = any.or(one);
    }
    return switch (operator.quantifier()) {
      case ALL -> all;
      case ANY -> any;
      // several values without a quantifier are not defined
      case NONE -> all == any ? all : Truth.UNDECIDED;
    };
  }

  private Truth matchesAny(Request request, String actual) {
    Truth result = Truth.FALSE;
    for (Value value : values) {
      result = result.or(operator.matches(value, request, actual));
      if (result == Truth.TRUE) {
        break;
      }
    }
    return result;
  }

  private Truth whenNoneOf(Request request, NoneOf excluded) {
    Truth result = Truth.FALSE;
    for (Value value : values) {
      result = result.or(operator.matchesAnyBut(value, request, excluded.globs()));
    }
    return negatedOr(result);
  }

  private Truth negatedOr(Truth truth) {
    return operator.negated() ? truth.not() : truth;
  }
}
