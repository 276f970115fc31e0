/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import dev.merlon.AnalysedRule.Kind;
import dev.merlon.AnalysedRule.Occurrence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which derivations stand beneath which rules, and how deep. */
final class Derivations {

  private final List<AnalysedRule> derivations;
  private final Map<Class<?>, List<AnalysedRule>> byType = new HashMap<>();
  private final Map<AnalysedRule, Integer> levels = new LinkedHashMap<>();
  private final List<List<AnalysedRule>> cycles = new ArrayList<>();

  Derivations(Collection<AnalysedRule> rules) {
    this.derivations = rules.stream().filter(rule -> rule.kind() == Kind.DERIVATION).toList();
    for (AnalysedRule rule : rules) {
      for (Occurrence occurrence : rule.occurrences()) {
        byType.computeIfAbsent(occurrence.type(), this::derivingType);
      }
    }
    derivations.forEach(rule -> level(rule, new ArrayList<>()));
  }

  private List<AnalysedRule> derivingType(Class<?> type) {
    return derivations.stream().filter(rule -> ControlReader.names(rule.derives(), type)).toList();
  }

  /** The rules that derive a type that some rule reads. */
  List<AnalysedRule> of(Class<?> type) {
    return byType.getOrDefault(type, List.of());
  }

  /** The derivations that a rule stands on, directly or through others; itself left out. */
  Set<AnalysedRule> beneath(AnalysedRule rule) {
    Set<AnalysedRule> found = new LinkedHashSet<>();
    List<AnalysedRule> open = new ArrayList<>(List.of(rule));
    while (!open.isEmpty()) {
      for (Occurrence occurrence : open.remove(open.size() - 1).occurrences()) {
        for (AnalysedRule deriver : of(occurrence.type())) {
          if (found.add(deriver)) {
            open.add(deriver);
          }
        }
      }
    }
    return found;
  }

  /** Derivations that stand on each other, each standing on the next and the last on the first. */
  List<List<AnalysedRule>> cycles() {
    return cycles;
  }

  /**
   * In which turn derivations run: what another one reads is complete before that one runs.
   *
   * @return by qualified name, from 0; meaningless if there are cycles
   */
  Map<String, Integer> levels() {
    Map<String, Integer> byName = new HashMap<>();
    levels.forEach((rule, level) -> byName.put(rule.qualifiedName(), level));
    return byName;
  }

  private int level(AnalysedRule rule, List<AnalysedRule> path) {
    Integer known = levels.get(rule);
    if (known != null) {
      return known;
    }
    int start = path.indexOf(rule);
    if (start >= 0) {
      cycles.add(List.copyOf(path.subList(start, path.size())));
      return 0;
    }
    path.add(rule);
    int level = 0;
    for (Occurrence occurrence : rule.occurrences()) {
      for (AnalysedRule deriver : of(occurrence.type())) {
        level = Math.max(level, 1 + level(deriver, path));
      }
    }
    path.remove(path.size() - 1);
    levels.put(rule, level);
    return level;
  }
}
