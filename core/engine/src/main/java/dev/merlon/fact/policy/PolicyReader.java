/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.policy;

import dev.merlon.fact.json.Json;
import dev.merlon.fact.policy.PolicyStatement.Effect;
import dev.merlon.fact.policy.PolicyStatement.Patterns;
import dev.merlon.fact.policy.PolicyStatement.Principals;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the statements of one document, to the last element or not at all. */
final class PolicyReader {

  private static final Set<String> IN_DOCUMENT = Set.of("Version", "Id", "Statement");
  private static final Set<String> IN_STATEMENT =
      Set.of(
          "Sid",
          "Effect",
          "Principal",
          "NotPrincipal",
          "Action",
          "NotAction",
          "Resource",
          "NotResource",
          "Condition");
  private static final Set<String> PRINCIPAL_TYPES =
      Set.of("AWS", "Service", "Federated", "CanonicalUser");
  private static final String WITH_VARIABLES = "2012-10-17";
  private static final Set<String> VERSIONS = Set.of("2008-10-17", WITH_VARIABLES);
  private static final String OLDEST_VERSION = "2008-10-17";
  private static final int MAX_QUOTED = 40;

  private final boolean variables;

  private PolicyReader(boolean variables) {
    this.variables = variables;
  }

  /**
   * Reads a document.
   *
   * @throws IllegalArgumentException saying what is not understood
   */
  static List<PolicyStatement> read(String text) {
    Json json;
    try {
      json = Json.parse(text.startsWith("%") ? decoded(text) : text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("not JSON: " + e.getMessage(), e);
    }
    Map<String, Json> document = object(json, "the document", IN_DOCUMENT);
    String version = optionalText(document, "Version", OLDEST_VERSION);
    if (!VERSIONS.contains(version)) {
      throw new IllegalArgumentException("unknown Version " + quoted(version));
    }
    optionalText(document, "Id", "");
    Json statements = document.get("Statement");
    if (statements == null) {
      throw new IllegalArgumentException("Statement is missing");
    }
    PolicyReader reader = new PolicyReader(version.equals(WITH_VARIABLES));
    List<PolicyStatement> result = new ArrayList<>();
    for (Json each : elements(statements)) {
      try {
        result.add(reader.statement(each));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "statement " + (result.size() + 1) + ": " + e.getMessage(), e);
      }
    }
    return result;
  }

  /** Undoes the percent encoding of RFC 3986, in which a plus sign is one. */
  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("the URL encoding is broken", e);
    }
  }

  private PolicyStatement statement(Json json) {
    Map<String, Json> statement = object(json, "a statement", IN_STATEMENT);
    Principals principals = principals(statement);
    return new PolicyStatement(
        optionalText(statement, "Sid", ""),
        effect(statement),
        principals,
        actions(statement),
        resources(statement, principals),
        condition(statement));
  }

  private static Effect effect(Map<String, Json> statement) {
    String effect = optionalText(statement, "Effect", "");
    return switch (effect) {
      case "Allow" -> Effect.ALLOW;
      case "Deny" -> Effect.DENY;
      default ->
          throw new IllegalArgumentException(
              "Effect is neither Allow nor Deny but " + quoted(effect));
    };
  }

  private static Principals principals(Map<String, Json> statement) {
    String name = oneOf(statement, "Principal", "NotPrincipal");
    if (name == null) {
      return Principals.NONE;
    }
    Map<String, List<String>> byType = new LinkedHashMap<>();
    Json value = statement.get(name);
    if (value instanceof Json.Str text && text.value().equals("*")) {
      byType.put("AWS", List.of("*"));
    } else {
      object(value, name, PRINCIPAL_TYPES)
          .forEach((type, names) -> byType.put(type, texts(names, name)));
    }
    if (byType.isEmpty()) {
      throw new IllegalArgumentException(name + " names nobody");
    }
    return new Principals(byType, name.equals("NotPrincipal"));
  }

  private Patterns actions(Map<String, Json> statement) {
    String name = oneOf(statement, "Action", "NotAction");
    if (name == null) {
      throw new IllegalArgumentException("Action is missing");
    }
    List<Template> actions =
        texts(statement.get(name), name).stream()
            .map(text -> Template.of(text, false, true, true))
            .toList();
    return new Patterns(actions, name.equals("NotAction"));
  }

  /** A trust policy names no resource: it is about the role that it belongs to. */
  private Patterns resources(Map<String, Json> statement, Principals principals) {
    String name = oneOf(statement, "Resource", "NotResource");
    if (name == null) {
      if (principals.byType().isEmpty()) {
        throw new IllegalArgumentException("Resource is missing");
      }
      return new Patterns(List.of(Template.of("*", false, true, false)), false);
    }
    List<Template> resources =
        texts(statement.get(name), name).stream()
            .map(text -> Template.of(text, variables, true, false))
            .toList();
    return new Patterns(resources, name.equals("NotResource"));
  }

  private List<ConditionTest> condition(Map<String, Json> statement) {
    List<ConditionTest> tests = new ArrayList<>();
    Json condition = statement.get("Condition");
    if (condition == null) {
      return tests;
    }
    object(condition, "Condition", null)
        .forEach(
            (name, keys) -> {
              ConditionOperator operator = ConditionOperator.parse(name);
              object(keys, "an operator in Condition", null)
                  .forEach((key, values) -> tests.add(test(operator, key, values)));
            });
    return tests;
  }

  private ConditionTest test(ConditionOperator operator, String key, Json values) {
    List<ConditionTest.Value> texts =
        elements(values).stream()
            .map(value -> operator.value(scalar(value, key), variables))
            .toList();
    return new ConditionTest(operator, key, texts);
  }

  private static String scalar(Json value, String key) {
    if (value instanceof Json.Str text) {
      return text.value();
    }
    if (value instanceof Json.Num number) {
      return number.text();
    }
    if (value instanceof Json.Bool bool) {
      return Boolean.toString(bool.value());
    }
    throw new IllegalArgumentException(
        "the values of condition key " + quoted(key) + " are not all texts, numbers or booleans");
  }

  private static Map<String, Json> object(
      @Nullable Json json, String what, @Nullable Set<String> known) {
    if (!(json instanceof Json.Obj object)) {
      throw new IllegalArgumentException(what + " is not a JSON object");
    }
    for (String name : object.members().keySet()) {
      if (known != null && !known.contains(name)) {
        throw new IllegalArgumentException("unknown element " + quoted(name) + " in " + what);
      }
    }
    return object.members();
  }

  private static @Nullable String oneOf(Map<String, Json> statement, String name, String negated) {
    if (statement.containsKey(name) && statement.containsKey(negated)) {
      throw new IllegalArgumentException("both " + name + " and " + negated);
    }
    if (statement.containsKey(negated)) {
      return negated;
    }
    return statement.containsKey(name) ? name : null;
  }

  private static String optionalText(Map<String, Json> object, String name, String otherwise) {
    Json value = object.get(name);
    if (value == null) {
      return otherwise;
    }
    if (value instanceof Json.Str text) {
      return text.value();
    }
    throw new IllegalArgumentException(name + " is not a text");
  }

  private static List<String> texts(@Nullable Json json, String name) {
    List<String> texts = new ArrayList<>();
    for (Json each : json == null ? List.<Json>of() : elements(json)) {
      if (!(each instanceof Json.Str text)) {
        throw new IllegalArgumentException(name + " is neither a text nor a list of texts");
      }
      texts.add(text.value());
    }
    return texts;
  }

  private static List<Json> elements(Json json) {
    return json instanceof Json.Arr array ? array.elements() : List.of(json);
  }

  private static String quoted(String text) {
    return '"' + (text.length() <= MAX_QUOTED ? text : text.substring(0, MAX_QUOTED) + "…") + '"';
  }
}
