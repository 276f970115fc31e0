/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import dev.merlon.fact.Resource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The fact types whose lack could change whether a rule fires. A missing fact of a positive type
 * can only take firings away, one of a negative type can only add some.
 *
 * @param positive by fact type
 * @param negative by fact type
 */
record Reads(Map<String, Set<Reach>> positive, Map<String, Set<Reach>> negative) {

  /**
   * Which subjects the lack of a type reaches through one of its occurrences, within the type's
   * scope.
   *
   * @param resource whose facts the occurrence asks for, given the subject; the lack for another
   *     resource only does not matter then. Null where it asks for those of any resource
   * @param unless the lack does not matter to subjects to whose ARN one of these leads: what the
   *     occurrence asks for is the subject itself, which is there
   */
  record Reach(@Nullable JoinKey resource, List<JoinKey> unless) {
    static final Reach EVERYWHERE = new Reach(null, List.of());

    boolean isSubjectItself(Resource subject) {
      return unless.stream().anyMatch(key -> subject.arn().equals(key.of(subject)));
    }
  }

  /** What a subject is joined by: the value of one of its components. */
  @FunctionalInterface
  interface JoinKey {
    Object of(Object subject);
  }

  static Reads none() {
    return new Reads(new TreeMap<>(), new TreeMap<>());
  }

  /** Adds an occurrence; a sign of zero counts as both. */
  void add(String factType, int sign, Reach reach) {
    if (sign >= 0) {
      positive.computeIfAbsent(factType, type -> new LinkedHashSet<>()).add(reach);
    }
    if (sign <= 0) {
      negative.computeIfAbsent(factType, type -> new LinkedHashSet<>()).add(reach);
    }
  }
}
