/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What is wrong with rules, and where those stand. */
final class Problems {

  private final Map<String, String> places = new HashMap<>();
  private final Set<String> found = new LinkedHashSet<>();

  /** Remembers and tells where a rule stands: its file and line, or its package. */
  String locate(String qualifiedName, RuleSource.Loaded source) {
    RulePosition position = source.positions().get(qualifiedName);
    String place =
        position == null
            ? "package " + qualifiedName.substring(0, qualifiedName.lastIndexOf('.'))
            : position.toString();
    places.put(qualifiedName, place);
    return place;
  }

  String placeOf(AnalysedRule rule) {
    return places.getOrDefault(rule.qualifiedName(), rule.qualifiedName());
  }

  void add(String text) {
    found.add(text);
  }

  void add(String qualifiedName, String ruleName, String text) {
    add(places.getOrDefault(qualifiedName, qualifiedName) + ": rule \"" + ruleName + "\": " + text);
  }

  void add(AnalysedRule rule, String text) {
    add(rule.qualifiedName(), rule.name(), text);
  }

  void failIfAny() {
    if (!found.isEmpty()) {
      throw new InvalidRuleException(new ArrayList<>(found));
    }
  }
}
