/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.pattern;

import dev.merlon.fact.json.Json;
import dev.merlon.fact.policy.Truth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The event pattern of a rule of EventBridge. Of operators that this does not know nothing is
 * claimed: they are undecided.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html">comparison
 *     operators</a>
 */
public final class EventPattern {

  private static final Map<String, Function<String, Function<String, Boolean>>> TEXT_OPERATORS =
      Map.of(
          "prefix", operand -> text -> text.startsWith(operand),
          "suffix", operand -> text -> text.endsWith(operand),
          "equals-ignore-case", operand -> text -> fold(text).equals(fold(operand)),
          "wildcard", operand -> text -> Wildcard.matches(operand, text));

  private final Json pattern;
  private final String problem;

  private EventPattern(Json pattern, String problem) {
    this.pattern = pattern;
    this.problem = problem;
  }

  /** Reads a pattern; never throws, see {@link #problem}. */
  public static EventPattern parse(String text) {
    try {
      Json json = Json.parse(text);
      return new EventPattern(json, json instanceof Json.Obj ? "" : "it is no JSON object");
    } catch (IllegalArgumentException e) {
      return new EventPattern(Json.Null.NULL, String.valueOf(e.getMessage()));
    }
  }

  /** Why the pattern is not understood; empty if it is. */
  public String problem() {
    return problem;
  }

  /**
   * Whether every event that fits the sample is caught, or none is.
   *
   * @param event as EventBridge has it: {@code source}, {@code detail-type}, {@code detail.…}
   */
  public Truth matches(SampleEvent event) {
    return pattern instanceof Json.Obj object ? object(object, "", event) : Truth.UNDECIDED;
  }

  private static Truth object(Json.Obj object, String prefix, SampleEvent event) {
    if (object.members().isEmpty()) {
      return Truth.UNDECIDED; // EventBridge refuses it
    }
    Truth all = Truth.TRUE;
    for (Map.Entry<String, Json> member : object.members().entrySet()) {
      all = all.and(member(member.getKey(), member.getValue(), prefix, event));
    }
    return all;
  }

  private static Truth member(String key, Json value, String prefix, SampleEvent event) {
    String path = prefix + key;
    if (value instanceof Json.Obj below) {
      return object(below, path + ".", event);
    }
    if (!(value instanceof Json.Arr choices)) {
      return Truth.UNDECIDED;
    }
    Truth any = Truth.FALSE;
    for (Json choice : choices.elements()) {
      boolean alternative = key.equals("$or") && choice instanceof Json.Obj;
      any =
          any.or(alternative ? object((Json.Obj) choice, prefix, event) : one(choice, path, event));
    }
    return any;
  }

  private static Truth one(Json choice, String path, SampleEvent event) {
    if (choice instanceof Json.Obj object) {
      if (object.members().size() != 1) {
        return Truth.UNDECIDED;
      }
      Map.Entry<String, Json> only = object.members().entrySet().iterator().next();
      return operator(only.getKey(), only.getValue(), path, event);
    }
    if (choice instanceof Json.Str text) {
      return compare(path, event, text.value()::equals);
    }
    return otherThanText(path, event);
  }

  private static Truth operator(String name, Json operand, String path, SampleEvent event) {
    if (name.equals("exists") && operand instanceof Json.Bool wanted) {
      return wanted.value() ? event.has(path) : event.has(path).not();
    }
    if (name.equals("anything-but")) {
      return anythingBut(operand, path, event);
    }
    Function<String, Boolean> test = textTest(name, operand);
    return test == null ? otherThanText(path, event) : compare(path, event, test);
  }

  /** What is not there is not anything but something. */
  private static Truth anythingBut(Json operand, String path, SampleEvent event) {
    List<Json> excluded =
        operand instanceof Json.Arr several ? several.elements() : List.of(operand);
    if (operand instanceof Json.Obj object && object.members().size() == 1) {
      Map.Entry<String, Json> only = object.members().entrySet().iterator().next();
      List<Json> operands =
          only.getValue() instanceof Json.Arr several
              ? several.elements()
              : List.of(only.getValue());
      Truth none = presence(path, event);
      for (Json each : operands) {
        none = none.and(operator(only.getKey(), each, path, event).not());
      }
      return none;
    }
    Truth none = presence(path, event);
    for (Json each : excluded) {
      none = none.and(one(each, path, event).not());
    }
    return none;
  }

  private static Truth presence(String path, SampleEvent event) {
    return event.has(path) == Truth.FALSE ? Truth.FALSE : Truth.TRUE;
  }

  private static @Nullable Function<String, Boolean> textTest(String name, Json operand) {
    Function<String, Function<String, Boolean>> operator = TEXT_OPERATORS.get(name);
    if (operator == null) {
      return null;
    }
    if (operand instanceof Json.Str text) {
      boolean escaped = name.equals("wildcard") && text.value().contains("\\");
      return escaped ? null : operator.apply(text.value());
    }
    // {"prefix": {"equals-ignore-case": "..."}}
    if (operand instanceof Json.Obj object
        && object.members().get("equals-ignore-case") instanceof Json.Str text) {
      Function<String, Boolean> folded = operator.apply(fold(text.value()));
      return found -> folded.apply(fold(found));
    }
    return null;
  }

  private static Truth compare(String path, SampleEvent event, Function<String, Boolean> test) {
    String found = event.value(path);
    return found == null ? otherThanText(path, event) : Truth.of(test.apply(found));
  }

  /** Samples do not tell numbers, truth values and null from texts. */
  private static Truth otherThanText(String path, SampleEvent event) {
    return event.has(path) == Truth.FALSE ? Truth.FALSE : Truth.UNDECIDED;
  }

  private static String fold(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
