/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import dev.merlon.AnalysedRule.Occurrence;
import dev.merlon.fact.FactType;
import dev.merlon.fact.ReadBy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.kie.api.KieBase;

/**
 * All rules of an engine, checked and analysed: which controls they make, what each reads, and rule
 * bases to run them by. Immutable but for a cache; thread-safe.
 */
final class RuleBook {

  private final List<RuleSource.Loaded> sources;
  private final boolean negationCounts;
  private final RuleReader reader;
  private final RuleBases bases;
  private final Map<String, List<AnalysedRule>> rulesByControl = new HashMap<>();
  private final Map<String, Reads> reads = new HashMap<>();
  private final SortedMap<String, Control> controls = new TreeMap<>();

  /**
   * @param negationCounts false only where a test shows that soundness needs it
   * @throws InvalidRuleException listing every bad rule
   */
  RuleBook(List<RuleSource.Loaded> sources, boolean negationCounts) {
    this.sources = List.copyOf(sources);
    this.negationCounts = negationCounts;
    this.reader = new RuleReader(sources, negationCounts);
    this.bases =
        new RuleBases(
            sources.stream().flatMap(source -> source.models().stream()).toList(),
            reader.derivations().levels(),
            reader.base());
    for (AnalysedRule rule : reader.rules().values()) {
      if (!rule.controlId().isEmpty()) {
        rulesByControl.computeIfAbsent(rule.controlId(), id -> new ArrayList<>()).add(rule);
        reads.put(
            rule.qualifiedName(),
            ReadsFinder.of(rule, resourceType(rule.controlId()), reader.derivations()));
      }
    }
    reader.declared().forEach((id, control) -> controls.put(id, complete(control)));
  }

  /** The controls, by id. */
  SortedMap<String, Control> controls() {
    return controls;
  }

  /** The rules of a control. */
  List<AnalysedRule> rulesOf(String controlId) {
    return rulesByControl.getOrDefault(controlId, List.of());
  }

  AnalysedRule rule(String qualifiedName) {
    AnalysedRule rule = reader.rules().get(qualifiedName);
    if (rule == null) {
      throw new IllegalArgumentException("no rule " + qualifiedName);
    }
    return rule;
  }

  Collection<AnalysedRule> rules() {
    return reader.rules().values();
  }

  /** The derivations that a rule stands on, directly or through others. */
  Set<AnalysedRule> beneath(AnalysedRule rule) {
    return reader.derivations().beneath(rule);
  }

  Class<?> resourceType(String controlId) {
    Class<?> type = reader.resourceTypes().get(controlId);
    if (type == null) {
      throw new IllegalArgumentException("no control " + controlId);
    }
    return type;
  }

  /** What could change whether a rule of a control fires. */
  Reads readsOf(AnalysedRule rule) {
    Reads found = reads.get(rule.qualifiedName());
    if (found == null) {
      throw new IllegalArgumentException(rule.qualifiedName() + " is no rule of a control");
    }
    return found;
  }

  /** The fact types that some rule reads, by name. */
  SortedMap<String, FactType> factTypes() {
    return reader.factTypes();
  }

  SortedSet<String> globals() {
    return reader.globals();
  }

  /** These rules without those that serve no control of a selection. */
  RuleBook only(Predicate<? super Control> selection) {
    Set<String> keep = new HashSet<>();
    controls.values().stream()
        .filter(selection)
        .forEach(control -> rulesOf(control.id()).forEach(rule -> keep.addAll(withBeneath(rule))));
    if (keep.size() == rules().size()) {
      return this;
    }
    return new RuleBook(
        sources.stream().map(source -> source.only(keep::contains)).toList(), negationCounts);
  }

  /** The rule base without some rules, by qualified name. */
  KieBase without(Set<String> dropped) {
    return bases.without(dropped);
  }

  /** A rule base of some rules and the derivations beneath them. */
  KieBase just(Collection<AnalysedRule> some) {
    Set<String> names = new HashSet<>();
    some.forEach(rule -> names.addAll(withBeneath(rule)));
    return bases.of(names);
  }

  /** The rule bases that are kept, for tests. */
  Collection<KieBase> bases() {
    return bases.kept();
  }

  private Set<String> withBeneath(AnalysedRule rule) {
    Set<String> names = new HashSet<>(Set.of(rule.qualifiedName()));
    beneath(rule).forEach(derivation -> names.add(derivation.qualifiedName()));
    return names;
  }

  /** Adds to a control what is computed from all its rules. */
  private Control complete(Control declared) {
    Class<?> resource = resourceType(declared.id());
    Set<Class<?>> types = new LinkedHashSet<>(Set.of(resource));
    Severity highest = declared.severity();
    for (AnalysedRule rule : rulesOf(declared.id())) {
      addTypes(rule, types);
      beneath(rule).forEach(derivation -> addTypes(derivation, types));
      highest = higher(highest, rule);
    }
    List<FactType> read =
        types.stream()
            .filter(type -> type.isAnnotationPresent(ReadBy.class))
            .map(FactType::of)
            .toList();
    return new Control(
        declared.id(),
        declared.title(),
        highest,
        declared.practice(),
        FactType.nameOf(resource),
        read.stream().map(FactType::name).sorted().toList(),
        read.stream().flatMap(type -> type.actions().stream()).distinct().sorted().toList(),
        declared.parameters(),
        declared.risk(),
        declared.remediation(),
        declared.references());
  }

  private static void addTypes(AnalysedRule rule, Set<Class<?>> types) {
    for (Occurrence occurrence : rule.occurrences()) {
      types.add(occurrence.type());
    }
  }

  /** The higher of a severity and that of a failing rule. */
  static Severity higher(Severity one, AnalysedRule rule) {
    Severity other = rule.severity();
    boolean raises =
        rule.kind() == AnalysedRule.Kind.FAIL && other != null && other.compareTo(one) > 0;
    return raises && other != null ? other : one;
  }
}
