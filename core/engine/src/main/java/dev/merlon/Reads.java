/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The fact types whose lack could change whether a rule fires. A missing fact of a positive type
 * can only take firings away, one of a negative type can only add some.
 *
 * @param positive by fact type
 * @param negative by fact type
 * @param derived the derived types it stands on, directly or through others
 */
record Reads(Map<String, Reach> positive, Map<String, Reach> negative, Set<String> derived) {

  /**
   * How far the lack of a type for one resource only reaches.
   *
   * @param everywhere whether some occurrence is not joined to the subject by the type's {@code
   *     per} component; then the lack for one resource can matter to all subjects
   * @param keys otherwise: which resource's facts each occurrence asks for, given the subject
   */
  record Reach(boolean everywhere, Set<JoinKey> keys) {
    static final Reach EVERYWHERE = new Reach(true, Set.of());

    Reach and(Reach other) {
      Set<JoinKey> both = new java.util.LinkedHashSet<>(keys);
      both.addAll(other.keys);
      return new Reach(everywhere || other.everywhere, both);
    }
  }

  /** What a subject is joined by: the value of one of its components. */
  @FunctionalInterface
  interface JoinKey {
    Object of(Object subject);
  }

  static Reads none() {
    return new Reads(new LinkedHashMap<>(), new LinkedHashMap<>(), new TreeSet<>());
  }

  /** Adds an occurrence; a sign of zero counts as both. */
  void add(String factType, int sign, Reach reach) {
    if (sign >= 0) {
      positive.merge(factType, reach, Reach::and);
    }
    if (sign <= 0) {
      negative.merge(factType, reach, Reach::and);
    }
  }
}
