/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.drools.base.base.SalienceInteger;
import org.drools.base.definitions.rule.impl.RuleImpl;
import org.drools.model.Model;
import org.drools.model.Rule;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.definition.KiePackage;
import org.kie.internal.conf.ParallelExecutionOption;

/**
 * Builds rule bases of some of the rules, in which derivations run in their turn. Thread-safe; what
 * was built is kept.
 */
final class RuleBases {

  private final List<Model> models;
  private final Map<String, Integer> levels;
  private final Map<Set<String>, KieBase> built = new ConcurrentHashMap<>();

  /**
   * @param levels the turn of each derivation, by qualified name
   * @param all the base of all rules, not used yet
   */
  RuleBases(List<Model> models, Map<String, Integer> levels, KieBase all) {
    this.models = models;
    this.levels = Map.copyOf(levels);
    built.put(Set.of(), ordered(all));
  }

  /** The rule base without some rules, by qualified name. */
  KieBase without(Set<String> dropped) {
    return built.computeIfAbsent(
        Set.copyOf(dropped), names -> ordered(build(models, rule -> !names.contains(rule))));
  }

  /** The rule base of these rules, by qualified name; not kept. */
  KieBase of(Set<String> kept) {
    return ordered(build(models, kept::contains));
  }

  /** The rule bases that were kept. */
  Collection<KieBase> kept() {
    return built.values();
  }

  /** A rule base in which derivations have no turn, to read the compiled rules from. */
  static KieBase build(List<Model> models, Predicate<String> keep) {
    return KieBaseBuilder.createKieBaseFromModel(
        select(models, keep), ParallelExecutionOption.SEQUENTIAL);
  }

  static List<Model> select(List<Model> models, Predicate<String> keep) {
    List<Model> chosen = new ArrayList<>();
    for (Model model : models) {
      ModelImpl copy =
          new ModelImpl(model.getName())
              .withRules(model.getRules().stream().filter(rule -> keep.test(nameOf(rule))).toList())
              .withGlobals(model.getGlobals())
              .withQueries(model.getQueries());
      model.getTypeMetaDatas().forEach(copy::addTypeMetaData);
      chosen.add(copy);
    }
    return chosen;
  }

  static String nameOf(Rule rule) {
    return rule.getPackage() + "." + rule.getName();
  }

  static String nameOf(org.kie.api.definition.rule.Rule rule) {
    return rule.getPackageName() + "." + rule.getName();
  }

  /**
   * Runs a derivation before everything that reads what it derives, and all before the controls.
   */
  private KieBase ordered(KieBase base) {
    int top = levels.values().stream().max(Integer::compare).orElse(0);
    for (KiePackage in : base.getKiePackages()) {
      for (org.kie.api.definition.rule.Rule rule : in.getRules()) {
        Integer level = levels.get(nameOf(rule));
        if (level != null) {
          ((RuleImpl) rule).setSalience(new SalienceInteger(1 + top - level));
        }
      }
    }
    return base;
  }
}
