/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One statement of a policy. */
public final class PolicyStatement {

  /** What a statement does when it applies. */
  public enum Effect {
    ALLOW,
    DENY
  }

  /**
   * Whom a statement of a resource policy or of a role's trust policy is about. By type: {@code
   * AWS}, {@code Service}, {@code Federated}, {@code CanonicalUser}; the text {@code "*"} is {@code
   * AWS} with that value. Empty for the policy of an identity. With {@code excluded} (from
   * NotPrincipal) everybody else is meant.
   */
  public record Principals(Map<String, List<String>> byType, boolean excluded) {

    static final Principals NONE = new Principals(Map.of(), false);

    public Principals {
      Map<String, List<String>> copy = new LinkedHashMap<>();
      byType.forEach((type, names) -> copy.put(type, List.copyOf(names)));
      byType = Collections.unmodifiableMap(copy);
    }

    /** Returns the names of one type, without any that are excluded. */
    public List<String> of(String type) {
      return excluded ? List.of() : byType.getOrDefault(type, List.of());
    }

    /** Whether everybody is meant, without exception. */
    public boolean isEveryone() {
      return of("AWS").contains("*");
    }
  }

  /** The actions or the resources of a statement: those that match, or all the others. */
  record Patterns(List<Template> templates, boolean excluded) {}

  private final String sid;
  private final Effect effect;
  private final Principals principals;
  private final Patterns actions;
  private final Patterns resources;
  private final List<ConditionTest> condition;

  PolicyStatement(
      String sid,
      Effect effect,
      Principals principals,
      Patterns actions,
      Patterns resources,
      List<ConditionTest> condition) {
    this.sid = sid;
    this.effect = effect;
    this.principals = principals;
    this.actions = actions;
    this.resources = resources;
    this.condition = List.copyOf(condition);
  }

  /** Returns the statement's own id, "" if it has none. */
  public String sid() {
    return sid;
  }

  public Effect effect() {
    return effect;
  }

  public Principals principals() {
    return principals;
  }

  /** Returns the keys that the condition asks for, in lower case and sorted. */
  public List<String> conditionKeys() {
    return condition.stream().map(test -> Request.folded(test.key())).distinct().sorted().toList();
  }

  /** Whether the statement is about this request, whoever makes it. */
  public Truth matches(Request request) {
    Truth result = actionMatches(request);
    if (result != Truth.FALSE) {
      result = result.and(resourceMatches(request));
    }
    return result == Truth.FALSE ? result : result.and(conditionHolds(request));
  }

  /** The same, for the statement's principals: undecided if it names some and not everyone. */
  public Truth appliesTo(Request request) {
    boolean toAll = principals.byType().isEmpty() || principals.isEveryone();
    return matches(request).and(toAll ? Truth.TRUE : Truth.UNDECIDED);
  }

  /** Whether the statement is about every action on every resource, always and to everyone. */
  boolean isAboutEverything() {
    return condition.isEmpty() && appliesTo(Request.ofEverything()) == Truth.TRUE;
  }

  /** Returns why it is undecided whether the statement applies: condition keys, or what else. */
  List<String> dependsOn(Request request) {
    List<String> parts = new ArrayList<>();
    if (actionMatches(request) == Truth.UNDECIDED) {
      parts.add("the action");
    }
    if (resourceMatches(request) == Truth.UNDECIDED) {
      parts.add("the resource");
    }
    Stream<String> keys =
        condition.stream()
            .filter(test -> test.holds(request) == Truth.UNDECIDED)
            .map(ConditionTest::key)
            .distinct();
    return Stream.concat(parts.stream(), keys).toList();
  }

  private Truth actionMatches(Request request) {
    Glob action = request.action();
    Truth result = Truth.FALSE;
    for (Template each : actions.templates()) {
      result = result.or(each.test(request, glob -> glob.matches(action)));
      if (result == Truth.TRUE) {
        break;
      }
    }
    return decided(actions, result);
  }

  private Truth resourceMatches(Request request) {
    Glob resource = request.resource();
    Truth result = Truth.FALSE;
    for (Template each : resources.templates()) {
      result = result.or(each.test(request, glob -> glob.matchesAsArn(resource)));
      if (result == Truth.TRUE) {
        break;
      }
    }
    return decided(resources, result);
  }

  /** An empty list is accepted by IAM, and what it means is not said anywhere. */
  private static Truth decided(Patterns patterns, Truth matches) {
    if (patterns.templates().isEmpty()) {
      return Truth.UNDECIDED;
    }
    return patterns.excluded() ? matches.not() : matches;
  }

  private Truth conditionHolds(Request request) {
    Truth result = Truth.TRUE;
    for (ConditionTest test : condition) {
      result = result.and(test.holds(request));
      if (result == Truth.FALSE) {
        break;
      }
    }
    return result;
  }
}
