/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.pattern;

import dev.merlon.fact.policy.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The pattern of a metric filter of CloudWatch Logs, for events that are JSON. Of other kinds of
 * patterns, and of what this does not know, nothing is claimed: they are undecided.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntaxForMetricFilters.html">filter
 *     pattern syntax</a>
 */
public final class LogFilterPattern {

  private final Function<SampleEvent, Truth> test;
  private final String problem;

  private LogFilterPattern(Function<SampleEvent, Truth> test, String problem) {
    this.test = test;
    this.problem = problem;
  }

  /** Reads a pattern; never throws, see {@link #problem}. */
  public static LogFilterPattern parse(String text) {
    String stripped = text.strip();
    if (stripped.isEmpty()) {
      return new LogFilterPattern(event -> Truth.TRUE, "");
    }
    if (!stripped.startsWith("{")) {
      return unreadable("it is no pattern for JSON");
    }
    try {
      return new LogFilterPattern(new Parser(stripped).parse(), "");
    } catch (IllegalArgumentException e) {
      return unreadable(String.valueOf(e.getMessage()));
    }
  }

  private static LogFilterPattern unreadable(String problem) {
    return new LogFilterPattern(event -> Truth.UNDECIDED, problem);
  }

  /** Why the pattern is not understood; empty if it is. */
  public String problem() {
    return problem;
  }

  /** Whether every event that fits the sample is caught, or none is. */
  public Truth matches(SampleEvent event) {
    return test.apply(event);
  }

  /** Reads one pattern, from left to right, once. */
  private static final class Parser {
    private static final int MAX_DEPTH = 50; // no hostile nesting reaches the end of the stack
    private static final String ENDS = "(){}&|\"%=!<>";
    private static final List<String> OPERATORS = List.of("!=", "<=", ">=", "=", "<", ">");

    private final String text;
    private int at;
    private int depth;

    Parser(String text) {
      this.text = text;
    }

    Function<SampleEvent, Truth> parse() {
      expect("{");
      Function<SampleEvent, Truth> all = any();
      expect("}");
      if (at < text.length()) {
        throw unexpected();
      }
      return all;
    }

    private Function<SampleEvent, Truth> any() {
      List<Function<SampleEvent, Truth>> choices = new ArrayList<>();
      do {
        choices.add(all());
      } while (skip("||"));
      return event -> {
        Truth any = Truth.FALSE;
        for (Function<SampleEvent, Truth> choice : choices) {
          any = any.or(choice.apply(event));
        }
        return any;
      };
    }

    private Function<SampleEvent, Truth> all() {
      List<Function<SampleEvent, Truth>> conditions = new ArrayList<>();
      do {
        conditions.add(one());
      } while (skip("&&"));
      return event -> {
        Truth all = Truth.TRUE;
        for (Function<SampleEvent, Truth> condition : conditions) {
          all = all.and(condition.apply(event));
        }
        return all;
      };
    }

    private Function<SampleEvent, Truth> one() {
      if (!skip("(")) {
        return comparison();
      }
      if (++depth > MAX_DEPTH) {
        throw new IllegalArgumentException("it is nested deeper than " + MAX_DEPTH + " levels");
      }
      Function<SampleEvent, Truth> inner = any();
      expect(")");
      depth--;
      return inner;
    }

    private Function<SampleEvent, Truth> comparison() {
      String path = path();
      if (skip("NOT EXISTS")) {
        return event -> event.has(path).not();
      }
      if (skip("EXISTS")) {
        return event -> event.has(path);
      }
      if (skip("IS NULL")) {
        // A sample does not tell null from a value that is left out.
        return event -> event.has(path) == Truth.TRUE ? Truth.FALSE : Truth.UNDECIDED;
      }
      if (skip("IS TRUE")) {
        return event -> equal(event, path, "true");
      }
      if (skip("IS FALSE")) {
        return event -> equal(event, path, "false");
      }
      for (String operator : OPERATORS) {
        if (skip(operator)) {
          return operation(path, operator);
        }
      }
      throw unexpected();
    }

    private Function<SampleEvent, Truth> operation(String path, String operator) {
      skipSpace();
      if (at < text.length() && text.charAt(at) == '%') {
        int end = text.indexOf('%', at + 1);
        if (end < 0) {
          throw unexpected();
        }
        at = end + 1;
        return event -> event.has(path) == Truth.FALSE ? Truth.FALSE : Truth.UNDECIDED;
      }
      boolean quoted = skip("\"");
      String value = quoted ? quoted() : word();
      boolean number = !quoted && value.matches("-?[0-9]+([.][0-9]+)?");
      if (number || operator.startsWith("<") || operator.startsWith(">")) {
        // Samples have no numbers.
        return event -> event.has(path) == Truth.FALSE ? Truth.FALSE : Truth.UNDECIDED;
      }
      return operator.equals("=")
          ? event -> equal(event, path, value)
          : event -> different(event, path, value);
    }

    private static Truth equal(SampleEvent event, String path, String pattern) {
      String found = event.value(path);
      if (found != null) {
        return Truth.of(Wildcard.matches(pattern, found));
      }
      return event.has(path) == Truth.FALSE ? Truth.FALSE : Truth.UNDECIDED;
    }

    /** What the service says where there is nothing to compare is not documented. */
    private static Truth different(SampleEvent event, String path, String pattern) {
      String found = event.value(path);
      return found == null ? Truth.UNDECIDED : Truth.of(!Wildcard.matches(pattern, found));
    }

    private String path() {
      expect("$");
      int start = at;
      while (at < text.length()
          && !Character.isWhitespace(text.charAt(at))
          && ENDS.indexOf(text.charAt(at)) < 0) {
        at++;
      }
      String path = text.substring(start, at);
      if (!path.startsWith(".") || path.length() == 1) {
        throw unexpected();
      }
      return path.substring(1);
    }

    private String quoted() {
      int end = text.indexOf('"', at);
      int escape = text.indexOf('\\', at);
      if (end < 0 || (escape >= 0 && escape < end)) {
        throw new IllegalArgumentException("a quoted text has no end, or an escape in it");
      }
      String value = text.substring(at, end);
      at = end + 1;
      return value;
    }

    private String word() {
      int start = at;
      while (at < text.length()
          && !Character.isWhitespace(text.charAt(at))
          && ENDS.indexOf(text.charAt(at)) < 0) {
        at++;
      }
      if (at == start) {
        throw unexpected();
      }
      return text.substring(start, at);
    }

    private void expect(String symbol) {
      if (!skip(symbol)) {
        throw unexpected();
      }
    }

    /** Skips a symbol or words, between which there may be any blanks. */
    private boolean skip(String symbol) {
      skipSpace();
      int from = at;
      for (String part : symbol.split(" ")) {
        skipSpace();
        if (!text.regionMatches(true, at, part, 0, part.length())) {
          at = from;
          return false;
        }
        at += part.length();
      }
      return true;
    }

    private void skipSpace() {
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
    }

    private IllegalArgumentException unexpected() {
      return new IllegalArgumentException("it is not understood from column " + (at + 1) + " on");
    }
  }
}
