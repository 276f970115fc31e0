/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import dev.merlon.fact.FactType;
import dev.merlon.fact.ReadBy.Scope;
import dev.merlon.fact.Resource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What one snapshot does not tell: its gaps, and what it was never asked for. */
final class Ignorance {

  private static final String NEVER_ASKED =
      "it was not collected; collect for the controls that are evaluated";

  private final Map<String, FactType> factTypes;
  private final SortedMap<String, SortedSet<String>> regionsByAccount = new TreeMap<>();
  private final SortedSet<Gap> gaps = new TreeSet<>();
  private final SortedSet<Gap> elsewhere = new TreeSet<>();
  private final Map<String, List<Gap>> unseen;
  private final GapIndex index;

  /**
   * @param factTypes those that matter, by name; gaps of others are left out
   * @param controls what is evaluated
   */
  Ignorance(Snapshot snapshot, Map<String, FactType> factTypes, Collection<Control> controls) {
    this.factTypes = factTypes;
    for (Coverage.Area area : snapshot.coverage().areas()) {
      place(area.account(), area.region());
    }
    for (Resource fact : snapshot.facts()) {
      place(fact.account(), placeOf(FactType.nameOf(fact.getClass()), fact.region()));
    }
    for (Gap gap : snapshot.gaps()) {
      place(gap.account(), placeOf(gap.factType(), gap.region()));
    }
    snapshot.gaps().forEach(this::add);
    addNeverAsked(snapshot);
    addElsewhere(snapshot, controls);
    unseen = gaps.stream().collect(Collectors.groupingBy(Gap::factType));
    Set<Gap> both = new TreeSet<>(gaps);
    both.addAll(elsewhere);
    index = new GapIndex(both, factTypes);
  }

  /** Where a type is read: what is read once per account makes up no Region. */
  private String placeOf(String factType, String region) {
    FactType type = factTypes.get(factType);
    return type != null && type.scope() == Scope.REGION ? region : Resource.GLOBAL;
  }

  private void place(String account, String region) {
    regionsByAccount.computeIfAbsent(account, a -> new TreeSet<>()).add(region);
  }

  /** A regional type that is missing without a Region is missing in all of the account's. */
  private void add(Gap gap) {
    FactType type = factTypes.get(gap.factType());
    if (type == null) {
      return;
    }
    SortedSet<String> real = realRegions(gap.account());
    if (type.scope() != Scope.REGION) {
      gaps.add(gap.arn() == null ? in(gap, Resource.GLOBAL) : gap);
    } else if (gap.region().equals(Resource.GLOBAL) && !real.isEmpty()) {
      real.forEach(region -> gaps.add(in(gap, region)));
    } else {
      gaps.add(gap);
    }
  }

  private static Gap in(Gap gap, String region) {
    return new Gap(gap.factType(), gap.account(), region, gap.arn(), gap.reason());
  }

  private void addNeverAsked(Snapshot snapshot) {
    Set<String> told = new HashSet<>();
    for (Coverage.Area area : snapshot.coverage().areas()) {
      area.factTypes().forEach(type -> told.add(key(type, area.account(), area.region())));
    }
    for (Gap gap : gaps) {
      if (gap.arn() == null) {
        told.add(key(gap.factType(), gap.account(), gap.region()));
      }
    }
    for (String account : regionsByAccount.keySet()) {
      SortedSet<String> real = realRegions(account);
      for (FactType type : factTypes.values()) {
        boolean regional = type.scope() == Scope.REGION && !real.isEmpty();
        for (String region : regional ? real : Set.of(Resource.GLOBAL)) {
          if (!told.contains(key(type.name(), account, region))) {
            gaps.add(new Gap(type.name(), account, region, null, NEVER_ASKED));
          }
        }
      }
    }
  }

  /**
   * A bucket may lie in a Region that was not scanned: what a control on it reads of that Region
   * was never asked for, though the Region is no concern of other controls.
   */
  private void addElsewhere(Snapshot snapshot, Collection<Control> controls) {
    Map<String, Set<String>> regionalReads = new TreeMap<>();
    for (Control control : controls) {
      FactType resource = factTypes.get(control.resourceType());
      if (resource != null && resource.scope() != Scope.REGION) {
        control.reads().stream()
            .filter(read -> isRegional(read))
            .forEach(
                read ->
                    regionalReads
                        .computeIfAbsent(control.resourceType(), t -> new TreeSet<>())
                        .add(read));
      }
    }
    if (regionalReads.isEmpty()) {
      return;
    }
    for (Resource fact : snapshot.facts()) {
      Set<String> reads = regionalReads.get(FactType.nameOf(fact.getClass()));
      if (reads != null
          && !fact.region().equals(Resource.GLOBAL)
          && !regions(fact.account()).contains(fact.region())) {
        reads.forEach(
            read -> elsewhere.add(new Gap(read, fact.account(), fact.region(), null, NEVER_ASKED)));
      }
    }
  }

  private boolean isRegional(String factType) {
    FactType type = factTypes.get(factType);
    return type != null && type.scope() == Scope.REGION;
  }

  private SortedSet<String> realRegions(String account) {
    SortedSet<String> real = new TreeSet<>(regions(account));
    real.remove(Resource.GLOBAL);
    return real;
  }

  private static String key(String factType, String account, String region) {
    return factType + " " + account + " " + region;
  }

  /** The accounts that the snapshot covers or mentions, ascending. */
  Set<String> accounts() {
    return regionsByAccount.keySet();
  }

  /** The Regions that the snapshot covers or mentions for an account, ascending. */
  Set<String> regions(String account) {
    SortedSet<String> regions = regionsByAccount.get(account);
    return regions == null ? Set.of() : regions;
  }

  /** All of it, ordered. */
  List<Gap> gaps() {
    Set<Gap> all = new TreeSet<>(gaps);
    all.addAll(elsewhere);
    return List.copyOf(all);
  }

  /** What is missing of a type where it was meant to be read, ordered. */
  List<Gap> unseen(String factType) {
    return unseen.getOrDefault(factType, List.of());
  }

  /** Leaves out the types of which nothing is missing, so that the usual case costs nothing. */
  Map<String, Set<Reads.Reach>> relevant(Map<String, Set<Reads.Reach>> types) {
    Map<String, Set<Reads.Reach>> relevant = new TreeMap<>(types);
    relevant.keySet().retainAll(index.types());
    return relevant;
  }

  /** What is missing of these types that reaches a subject. */
  Missing reaching(Map<String, Set<Reads.Reach>> types, Resource subject) {
    Missing found = Missing.NOTHING;
    for (Map.Entry<String, Set<Reads.Reach>> type : types.entrySet()) {
      found = found.and(index.reaching(type.getKey(), type.getValue(), subject));
    }
    return found;
  }
}
