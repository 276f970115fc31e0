/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect;

import dev.merlon.Coverage;
import dev.merlon.Gap;
import dev.merlon.Snapshot;
import dev.merlon.fact.Resource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the reads have brought in so far. Thread-safe. */
final class Harvest {
  /** A set, since a list that changes between two pages can show an item on both. */
  private final Set<Resource> facts = new LinkedHashSet<>();

  private final List<Gap> gaps = new ArrayList<>();
  private final List<Coverage.Area> areas = new ArrayList<>();

  /** Tells whether the fact is new. */
  synchronized boolean add(Resource fact) {
    return facts.add(fact);
  }

  synchronized void add(Gap gap) {
    gaps.add(gap);
  }

  synchronized void cover(Place place, List<String> factTypes) {
    areas.add(new Coverage.Area(place.account().id(), place.region(), factTypes));
  }

  synchronized Snapshot snapshot(Instant takenAt) {
    return new Snapshot(takenAt, List.copyOf(facts), new Coverage(areas), gaps);
  }
}
