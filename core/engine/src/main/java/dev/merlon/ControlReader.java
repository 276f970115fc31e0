/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import dev.merlon.fact.FactType;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.base.definitions.rule.impl.RuleImpl;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a rule says of itself. Drools hands tags over as raw text, accepts any, and quotes
 * them or not depending on how the rule was compiled.
 */
final class ControlReader {

  static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  private static final Set<String> OF_A_CONTROL =
      Set.of("title", "severity", "resource", "params", "risk", "fix", "see");
  private static final Set<String> REQUIRED =
      new TreeSet<>(Set.of("title", "severity", "resource", "risk", "fix"));
  private static final Set<String> OF_A_DERIVATION = Set.of("derives", "decides");
  private static final Pattern TYPE = Pattern.compile("[\\w$]+(\\.[\\w$]+)*");
  private static final Pattern PARAMETER =
      Pattern.compile("(\\w+)\\s*:\\s*(\\w+)\\s*=\\s*(.*)", Pattern.DOTALL);

  private final Map<String, String> tags = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();

  ControlReader(RuleImpl rule) {
    rule.getMetaData().forEach((name, value) -> tags.put(name, unquote(value)));
  }

  /** What was found wrong so far. */
  List<String> problems() {
    return problems;
  }

  boolean isDerivation() {
    return tags.containsKey("derives") || tags.containsKey("decides");
  }

  boolean decides() {
    return tags.containsKey("decides");
  }

  /** The name of the type that a derivation inserts. */
  String derives() {
    only(OF_A_DERIVATION, "a derivation has @derives or @decides");
    if (tags.size() > 1) {
      problems.add("a derivation has one tag: @derives(Type) or @decides(Type)");
    }
    String type = tags.getOrDefault("decides", tags.getOrDefault("derives", ""));
    if (!TYPE.matcher(type).matches()) {
      problems.add("name the type that it inserts: @derives(Type) or @decides(Type)");
    }
    return type;
  }

  /** Of a rule that is not the first of its control: it may grade, and that is all. */
  Severity ofFurtherRule(AnalysedRule.Kind kind, Severity ofControl) {
    only(
        kind == AnalysedRule.Kind.FAIL ? Set.of("severity") : Set.of(),
        "a further rule has no other than @severity, and that if it says fail");
    return grades() ? severity() : ofControl;
  }

  /** Whether it states a severity. */
  boolean grades() {
    return tags.containsKey("severity");
  }

  String resource() {
    return tags.getOrDefault("resource", "");
  }

  /** Of the first rule of a control; everything but what is computed from all its rules. */
  Control control(String id, String practice) {
    only(OF_A_CONTROL, "known are " + new TreeSet<>(OF_A_CONTROL));
    for (String tag : REQUIRED) {
      if (tags.getOrDefault(tag, "").isBlank()) {
        problems.add("@" + tag + " is missing; add @" + tag + "(\"…\")");
      }
    }
    return new Control(
        id,
        tags.getOrDefault("title", ""),
        severity(),
        practice,
        resource(),
        List.of(),
        List.of(),
        parameters(),
        tags.getOrDefault("risk", ""),
        tags.getOrDefault("fix", ""),
        references());
  }

  private void only(Set<String> known, String hint) {
    for (String tag : tags.keySet()) {
      if (!known.contains(tag)) {
        problems.add("unknown tag @" + tag + "; " + hint);
      }
    }
  }

  private Severity severity() {
    String given = tags.getOrDefault("severity", "LOW");
    try {
      return Severity.valueOf(given);
    } catch (IllegalArgumentException e) {
      problems.add("@severity(" + given + "): give one of " + Arrays.toString(Severity.values()));
      return Severity.LOW;
    }
  }

  private List<URI> references() {
    String given = tags.getOrDefault("see", "");
    if (given.isBlank()) {
      return List.of();
    }
    try {
      return List.of(URI.create(given));
    } catch (IllegalArgumentException e) {
      problems.add("@see(" + given + "): not a URL: " + e.getMessage());
      return List.of();
    }
  }

  private List<Parameter> parameters() {
    Map<String, Parameter> parameters = new LinkedHashMap<>();
    for (String declaration : tags.getOrDefault("params", "").split(";")) {
      if (!declaration.isBlank()) {
        try {
          Parameter parameter = parameter(declaration.strip());
          if (parameters.putIfAbsent(parameter.name(), parameter) != null) {
            throw new IllegalArgumentException(parameter.name() + " is declared twice");
          }
        } catch (IllegalArgumentException e) {
          problems.add("@params: \"" + declaration.strip() + "\": " + e.getMessage());
        }
      }
    }
    return List.copyOf(parameters.values());
  }

  private static Parameter parameter(String declaration) {
    Matcher parts = PARAMETER.matcher(declaration);
    if (!parts.matches()) {
      throw new IllegalArgumentException("write name: type = default");
    }
    for (Parameter.Type type : Parameter.Type.values()) {
      if (type.name().toLowerCase(Locale.ROOT).equals(parts.group(2))) {
        String value = parts.group(3).strip();
        Parameters.parse(type, value);
        return new Parameter(parts.group(1), type, value);
      }
    }
    throw new IllegalArgumentException(
        "there is no type "
            + parts.group(2)
            + "; types are "
            + Arrays.toString(Parameter.Type.values()).toLowerCase(Locale.ROOT));
  }

  /** Whether a tag's text names a class: by its simple name, its full name or its fact type. */
  static boolean names(String text, Class<?> type) {
    return text.equals(type.getSimpleName())
        || text.equals(type.getCanonicalName())
        || text.equals(FactType.nameOf(type));
  }

  /** A tag without a value has none, or the word null, depending on how it was compiled. */
  private static String unquote(@Nullable Object raw) {
    if (raw == null || raw.equals("null")) {
      return "";
    }
    String text = raw.toString().strip();
    return text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")
        ? text.substring(1, text.length() - 1).replace("\\\"", "\"")
        : text;
  }
}
