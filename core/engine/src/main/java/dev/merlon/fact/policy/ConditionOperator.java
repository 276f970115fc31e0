/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.policy;

import dev.merlon.fact.policy.ConditionTest.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** An operator of a condition, taken apart: {@code ForAllValues:StringNotLikeIfExists}. */
record ConditionOperator(Quantifier quantifier, Comparison comparison, boolean ifExists) {

  /** How the several values of a key make one answer. */
  enum Quantifier {
    NONE(""),
    ALL("ForAllValues:"),
    ANY("ForAnyValue:");

    private final String prefix;

    Quantifier(String prefix) {
      this.prefix = prefix;
    }
  }

  private enum Kind {
    TEXT,
    TEXT_IGNORING_CASE,
    TEXT_LIKE,
    ARN,
    NUMBER,
    DATE,
    BOOLEAN,
    BINARY,
    ADDRESS,
    NULL,
    UNKNOWN
  }

  /** What is compared, how its order counts, and whether no value may match. */
  private record Comparison(Kind kind, IntPredicate order, boolean negated) {
    Comparison(Kind kind, boolean negated) {
      this(kind, order -> order == 0, negated);
    }
  }

  private static final String IF_EXISTS = "IfExists";
  private static final Comparison UNKNOWN = new Comparison(Kind.UNKNOWN, false);
  private static final Map<String, Comparison> COMPARISONS = comparisons();

  private static Map<String, Comparison> comparisons() {
    Map<String, Comparison> all = new HashMap<>();
    all.put("StringEquals", new Comparison(Kind.TEXT, false));
    all.put("StringNotEquals", new Comparison(Kind.TEXT, true));
    all.put("StringEqualsIgnoreCase", new Comparison(Kind.TEXT_IGNORING_CASE, false));
    all.put("StringNotEqualsIgnoreCase", new Comparison(Kind.TEXT_IGNORING_CASE, true));
    all.put("StringLike", new Comparison(Kind.TEXT_LIKE, false));
    all.put("StringNotLike", new Comparison(Kind.TEXT_LIKE, true));
    all.put("ArnEquals", new Comparison(Kind.ARN, false)); // takes wildcards as ArnLike does
    all.put("ArnNotEquals", new Comparison(Kind.ARN, true));
    all.put("ArnLike", new Comparison(Kind.ARN, false));
    all.put("ArnNotLike", new Comparison(Kind.ARN, true));
    all.put("Bool", new Comparison(Kind.BOOLEAN, false));
    all.put("BinaryEquals", new Comparison(Kind.BINARY, false));
    all.put("IpAddress", new Comparison(Kind.ADDRESS, false));
    all.put("NotIpAddress", new Comparison(Kind.ADDRESS, true));
    Map.of("Numeric", Kind.NUMBER, "Date", Kind.DATE)
        .forEach(
            (name, kind) -> {
              all.put(name + "Equals", new Comparison(kind, false));
              all.put(name + "NotEquals", new Comparison(kind, true));
              all.put(name + "LessThan", new Comparison(kind, order -> order < 0, false));
              all.put(name + "LessThanEquals", new Comparison(kind, order -> order <= 0, false));
              all.put(name + "GreaterThan", new Comparison(kind, order -> order > 0, false));
              all.put(name + "GreaterThanEquals", new Comparison(kind, order -> order >= 0, false));
            });
    return Map.copyOf(all);
  }

  /** Reads a name. One that nobody knows gives an operator that is not understood. */
  static ConditionOperator parse(String name) {
    if (name.equals("Null")) { // has neither quantifier nor IfExists
      return new ConditionOperator(Quantifier.NONE, new Comparison(Kind.NULL, false), false);
    }
    Quantifier quantifier = Quantifier.NONE;
    for (Quantifier each : Quantifier.values()) {
      quantifier = name.startsWith(each.prefix) ? each : quantifier;
    }
    String rest = name.substring(quantifier.prefix.length());
    boolean ifExists = rest.endsWith(IF_EXISTS);
    String base = ifExists ? rest.substring(0, rest.length() - IF_EXISTS.length()) : rest;
    return new ConditionOperator(quantifier, COMPARISONS.getOrDefault(base, UNKNOWN), ifExists);
  }

  boolean isUnderstood() {
    return comparison.kind != Kind.UNKNOWN;
  }

  boolean asksForAbsence() {
    return comparison.kind == Kind.NULL;
  }

  boolean negated() {
    return comparison.negated;
  }

  Truth whenAbsent() {
    return switch (quantifier) {
      case NONE -> Truth.of(ifExists || negated());
      case ALL -> Truth.TRUE;
      case ANY ->
          ifExists ? Truth.UNDECIDED : Truth.FALSE; // what the two mean together is disputed
    };
  }

  /** Reads a value as this operator takes it. Only texts and ARNs know variables. */
  Value value(String text, boolean variables) {
    boolean wildcards = comparison.kind == Kind.TEXT_LIKE || comparison.kind == Kind.ARN;
    boolean ignoresCase = comparison.kind == Kind.TEXT_IGNORING_CASE;
    return new Value(text, Template.of(text, variables, wildcards, ignoresCase));
  }

  /** Whether the value of the policy matches that of the request, whatever is negated later. */
  Truth matches(Value value, Request request, String actual) {
    return switch (comparison.kind) {
      case TEXT, TEXT_LIKE -> value.template().test(request, glob -> covers(glob, actual));
      case TEXT_IGNORING_CASE ->
          value
              .template()
              .test(request, glob -> Truth.of(glob.covers(Glob.literal(actual).ignoringCase())));
      case ARN -> value.template().test(request, glob -> glob.matchesAsArn(Glob.literal(actual)));
      case NUMBER -> ordered(Scalars.number(actual), Scalars.number(value.text()));
      case DATE -> ordered(Scalars.date(actual), Scalars.date(value.text()));
      case BOOLEAN -> Scalars.sameBoolean(value.text(), actual);
      case BINARY -> Scalars.sameBytes(value.text(), actual);
      case ADDRESS -> Scalars.containsAddress(value.text(), actual);
      case NULL, UNKNOWN -> Truth.UNDECIDED;
    };
  }

  private static Truth covers(Glob glob, String actual) {
    return Truth.of(glob.covers(Glob.literal(actual)));
  }

  private <T extends Comparable<T>> Truth ordered(@Nullable T actual, @Nullable T value) {
    return actual == null || value == null
        ? Truth.UNDECIDED
        : Truth.of(comparison.order.test(actual.compareTo(value)));
  }

  /** The same for a value of which only is known that none of these globs matches it. */
  Truth matchesAnyBut(Value value, Request request, List<Glob> excluded) {
    return switch (comparison.kind) {
      case TEXT, TEXT_LIKE, ARN ->
          value.template().test(request, glob -> matchesAnyBut(glob, excluded));
      default -> Truth.UNDECIDED;
    };
  }

  private static Truth matchesAnyBut(Glob glob, List<Glob> excluded) {
    if (excluded.stream().anyMatch(each -> each.covers(glob))) {
      return Truth.FALSE;
    }
    return glob.isEverything() ? Truth.TRUE : Truth.UNDECIDED;
  }
}
