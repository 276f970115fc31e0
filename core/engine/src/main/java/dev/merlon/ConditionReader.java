/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import dev.merlon.AnalysedRule.Occurrence;
import dev.merlon.fact.FactType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import org.drools.base.RuleBase;
import org.drools.base.base.ClassObjectType;
import org.drools.base.base.ValueResolver;
import org.drools.base.definitions.rule.impl.RuleImpl;
import org.drools.base.rule.Accumulate;
import org.drools.base.rule.Collect;
import org.drools.base.rule.Declaration;
import org.drools.base.rule.EvalCondition;
import org.drools.base.rule.Forall;
import org.drools.base.rule.From;
import org.drools.base.rule.GroupElement;
import org.drools.base.rule.Pattern;
import org.drools.base.rule.PatternSource;
import org.drools.base.rule.RuleConditionElement;
import org.drools.base.rule.accessor.GlobalResolver;
import org.drools.base.rule.constraint.Constraint;
import org.drools.core.common.DefaultFactHandle;
import org.drools.modelcompiler.constraints.LambdaConstraint;
import org.jspecify.annotations.Nullable;

/** Reads from a compiled condition which facts it asks for, and with which sign. */
final class ConditionReader {

  private static final java.util.regex.Pattern EQUALITY =
      java.util.regex.Pattern.compile("(\\w+) *== *(\\$\\w+)");

  private final List<Occurrence> occurrences = new ArrayList<>();
  private final boolean negationCounts;
  private final @Nullable Pattern subject;

  /**
   * @param subjectType the control's resource; null for a derivation
   * @param negationCounts false only where a test shows that soundness needs it
   * @throws IllegalArgumentException saying why the condition cannot be used
   */
  ConditionReader(RuleImpl rule, @Nullable Class<?> subjectType, boolean negationCounts) {
    this.negationCounts = negationCounts;
    this.subject = subjectType == null ? null : subject(rule, subjectType);
    walk(rule.getLhs(), 1);
  }

  List<Occurrence> occurrences() {
    return occurrences;
  }

  /** The variable that holds the subject; empty for a derivation. */
  String subject() {
    Declaration bound = subject == null ? null : subject.getDeclaration();
    return bound == null ? "" : bound.getIdentifier();
  }

  /**
   * Whether what the condition asks of the subject alone, and of the parameters, holds; true where
   * it cannot be told.
   */
  boolean admits(Object fact, Map<String, Object> globals) {
    if (subject == null) {
      return true;
    }
    for (Constraint constraint : subject.getConstraints()) {
      if (constraint instanceof LambdaConstraint lambda
          && Arrays.stream(lambda.getRequiredDeclarations()).allMatch(Declaration::isGlobal)) {
        try {
          if (!lambda.isAllowed(new DefaultFactHandle(0L, fact), new Globals(globals))) {
            return false;
          }
        } catch (RuntimeException e) {
          return true;
        }
      }
    }
    return true;
  }

  /** What a constraint asks a session for, without a session. */
  private record Globals(Map<String, Object> values) implements ValueResolver {
    @Override
    public @Nullable Object getGlobal(String name) {
      return values.get(name);
    }

    @Override
    public long getCurrentTime() {
      throw new IllegalStateException("a rule has no clock");
    }

    @Override
    public GlobalResolver getGlobalResolver() {
      throw new IllegalStateException("globals are asked for by name");
    }

    @Override
    public RuleBase getRuleBase() {
      throw new IllegalStateException("there is no session");
    }
  }

  /** The class of each top-level pattern, in order. */
  static List<Class<?>> topLevelTypes(RuleImpl rule) {
    return topLevelPatterns(rule).stream().<Class<?>>map(ConditionReader::type).toList();
  }

  private static List<Pattern> topLevelPatterns(RuleImpl rule) {
    return rule.getLhs().getChildren().stream()
        .filter(Pattern.class::isInstance)
        .map(Pattern.class::cast)
        .filter(pattern -> pattern.getSource() == null)
        .toList();
  }

  private static Pattern subject(RuleImpl rule, Class<?> subjectType) {
    return topLevelPatterns(rule).stream()
        .filter(pattern -> type(pattern).equals(subjectType))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no pattern of its @resource "
                        + FactType.nameOf(subjectType)
                        + " outside of not, exists and the like; begin the condition with one"));
  }

  private void walk(RuleConditionElement element, int sign) {
    if (element instanceof Pattern pattern) {
      walkPattern(pattern, sign);
    } else if (element instanceof GroupElement group) {
      int inner = group.isNot() && negationCounts ? -sign : sign;
      group.getChildren().forEach(child -> walk(child, inner));
    } else if (element instanceof Forall forall) {
      walk(forall.getBasePattern(), negationCounts ? -sign : sign);
      forall.getRemainingPatterns().forEach(pattern -> walk(pattern, sign));
    } else if (element instanceof Accumulate || element instanceof Collect) {
      element.getNestedElements().forEach(nested -> walk(nested, 0));
    } else if (!(element instanceof EvalCondition)) {
      // EvalCondition: the constraint on an accumulated result; it reads no facts
      throw new IllegalArgumentException(
          element.getClass().getSimpleName() + " is not allowed in a condition");
    }
  }

  private void walkPattern(Pattern pattern, int sign) {
    if (!pattern.getBehaviors().isEmpty()) {
      throw new IllegalArgumentException("a window is not allowed in a condition");
    }
    PatternSource source = pattern.getSource();
    if (source instanceof Accumulate || source instanceof Collect) {
      source.getNestedElements().forEach(nested -> walk(nested, 0));
    } else if (source == null) {
      if (!isSubject(pattern) && !isInitialFact(pattern)) {
        occurrences.add(occurrence(pattern, sign));
      }
    } else if (!(source instanceof From)) {
      // From reads components of facts that are bound already
      throw new IllegalArgumentException(
          source.getClass().getSimpleName() + " is not allowed in a condition");
    }
  }

  private Occurrence occurrence(Pattern pattern, int sign) {
    Map<String, Reads.JoinKey> joins = new HashMap<>();
    for (Constraint constraint : pattern.getConstraints()) {
      if (constraint instanceof LambdaConstraint lambda) {
        Matcher equality =
            EQUALITY.matcher(
                String.valueOf(lambda.getPredicateInformation().getStringConstraint()).strip());
        if (equality.matches()) {
          boundBySubject(lambda)
              .ifPresent(
                  variable ->
                      joins.put(equality.group(1), fact -> variable.getExtractor().getValue(fact)));
        }
      }
    }
    return new Occurrence(type(pattern), sign, Map.copyOf(joins));
  }

  private Optional<Declaration> boundBySubject(LambdaConstraint constraint) {
    Declaration[] required = constraint.getRequiredDeclarations();
    return subject != null && required.length == 1 && isSubject(required[0].getPattern())
        ? Optional.of(required[0])
        : Optional.empty();
  }

  @SuppressWarnings("ReferenceEquality") // two patterns of one rule may be equal
  private boolean isSubject(Pattern pattern) {
    return pattern == subject;
  }

  private static boolean isInitialFact(Pattern pattern) {
    return pattern.getObjectType().getClassName().endsWith(".InitialFactImpl");
  }

  private static Class<?> type(Pattern pattern) {
    return ((ClassObjectType) pattern.getObjectType()).getClassType();
  }
}
