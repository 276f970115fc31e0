/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import dev.merlon.fact.Resource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What was known of some accounts at one instant: the only thing that rules are evaluated on.
 * Whoever can build one, a collector, a file, an inventory, can have it judged.
 *
 * @param takenAt when the first read began; {@code asOf} in rules
 * @param facts in one order for one content (type, ARN, account, Region), whatever order they came
 *     in, each once
 * @param coverage what was meant to be read and was
 * @param gaps what was meant to be read and was not, ordered, each once
 */
public record Snapshot(Instant takenAt, List<Resource> facts, Coverage coverage, List<Gap> gaps) {

  private static final Comparator<Resource> ORDER =
      Comparator.<Resource, String>comparing(fact -> fact.getClass().getName())
          .thenComparing(Resource::arn)
          .thenComparing(Resource::account)
          .thenComparing(Resource::region)
          // two facts of one resource: it changed while it was read
          .thenComparing(Object::toString);

  public Snapshot {
    facts = inOrder(facts);
    gaps = List.copyOf(new TreeSet<>(gaps));
  }

  private static List<Resource> inOrder(List<Resource> facts) {
    List<Resource> sorted = new ArrayList<>(facts);
    sorted.sort(ORDER);
    List<Resource> once = new ArrayList<>(sorted.size());
    for (Resource fact : sorted) {
      if (once.isEmpty() || !fact.equals(once.get(once.size() - 1))) {
        once.add(fact);
      }
    }
    return List.copyOf(once);
  }

  /** The facts of one type, in the order of {@link #facts()}. */
  public <T extends Resource> Stream<T> facts(Class<T> type) {
    return facts.stream().filter(type::isInstance).map(type::cast);
  }

  /**
   * Puts snapshots of several accounts or Regions together; the earliest {@code takenAt} stands.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Snapshot merge(Collection<Snapshot> parts) {
    Instant takenAt =
        parts.stream()
            .map(Snapshot::takenAt)
            .min(Comparator.naturalOrder())
            .orElseThrow(() -> new IllegalArgumentException("no snapshot to merge"));
    return new Snapshot(
        takenAt,
        parts.stream().flatMap(part -> part.facts().stream()).toList(),
        new Coverage(parts.stream().flatMap(part -> part.coverage().areas().stream()).toList()),
        parts.stream().flatMap(part -> part.gaps().stream()).toList());
  }
}
