/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import dev.merlon.fact.FactType;
import dev.merlon.fact.ReadBy.Scope;
import dev.merlon.fact.Resource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What one snapshot does not tell: its gaps, and what it was never asked for. */
final class Ignorance {

  private final Map<String, FactType> factTypes;
  private final Map<String, List<Gap>> byType = new TreeMap<>();
  private final SortedMap<String, Set<String>> regionsByAccount = new TreeMap<>();

  /**
   * @param factTypes those that matter, by name; gaps of others are left out
   */
  Ignorance(Snapshot snapshot, Map<String, FactType> factTypes) {
    this.factTypes = factTypes;
    for (Coverage.Area area : snapshot.coverage().areas()) {
      place(area.account(), area.region());
    }
    for (Resource fact : snapshot.facts()) {
      FactType type = factTypes.get(FactType.nameOf(fact.getClass()));
      if (type != null) {
        place(fact.account(), type.scope() == Scope.REGION ? fact.region() : Resource.GLOBAL);
      }
    }
    Set<Gap> gaps = new TreeSet<>();
    for (Gap gap : snapshot.gaps()) {
      place(gap.account(), gap.region());
    }
    for (Gap gap : snapshot.gaps()) {
      FactType type = factTypes.get(gap.factType());
      if (type != null) {
        gaps.addAll(inEachRegion(gap, type));
      }
    }
    addNeverAsked(snapshot.coverage(), gaps);
    gaps.forEach(gap -> byType.computeIfAbsent(gap.factType(), t -> new ArrayList<>()).add(gap));
  }

  private void place(String account, String region) {
    regionsByAccount.computeIfAbsent(account, a -> new TreeSet<>()).add(region);
  }

  private void addNeverAsked(Coverage coverage, Set<Gap> gaps) {
    Set<String> told = new TreeSet<>();
    for (Gap gap : gaps) {
      if (gap.arn() == null) {
        told.add(key(gap.factType(), gap.account(), gap.region()));
      }
    }
    regionsByAccount.forEach(
        (account, regions) -> {
          Map<String, Set<String>> covered = coverage.of(account);
          Set<String> real = new TreeSet<>(regions);
          real.remove(Resource.GLOBAL);
          for (FactType type : factTypes.values()) {
            boolean regional = type.scope() == Scope.REGION && !real.isEmpty();
            for (String region : regional ? real : Set.of(Resource.GLOBAL)) {
              if (!covered.getOrDefault(region, Set.of()).contains(type.name())
                  && !told.contains(key(type.name(), account, region))) {
                gaps.add(
                    new Gap(
                        type.name(),
                        account,
                        region,
                        null,
                        "it was not collected; collect for the controls that are evaluated"));
              }
            }
          }
        });
  }

  /** A regional type that is missing without a Region is missing in all of the account's. */
  private List<Gap> inEachRegion(Gap gap, FactType type) {
    Set<String> real = new TreeSet<>(regions(gap.account()));
    real.remove(Resource.GLOBAL);
    if (type.scope() != Scope.REGION || !gap.region().equals(Resource.GLOBAL) || real.isEmpty()) {
      return List.of(gap);
    }
    return real.stream()
        .map(region -> new Gap(gap.factType(), gap.account(), region, gap.arn(), gap.reason()))
        .toList();
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
    return regionsByAccount.getOrDefault(account, Set.of());
  }

  /** All of it, ordered. */
  List<Gap> gaps() {
    return byType.values().stream().flatMap(List::stream).sorted().toList();
  }

  List<Gap> gapsOf(String factType) {
    return byType.getOrDefault(factType, List.of());
  }

  /** Leaves out the types of which nothing is missing, so that the usual case costs nothing. */
  Map<String, Reads.Reach> relevant(Map<String, Reads.Reach> types) {
    Map<String, Reads.Reach> relevant = new LinkedHashMap<>(types);
    relevant.keySet().retainAll(byType.keySet());
    return relevant;
  }

  /** The gaps on these types that reach a subject, ordered by type. */
  List<Gap> reaching(Map<String, Reads.Reach> types, Resource subject) {
    List<Gap> found = new ArrayList<>();
    types.forEach(
        (type, reach) -> {
          for (Gap gap : gapsOf(type)) {
            if (inScope(gap, subject)
                && (gap.arn() == null || reaches(gap.arn(), reach, subject))) {
              found.add(gap);
            }
          }
        });
    return found;
  }

  private static boolean reaches(String arn, Reads.Reach reach, Resource subject) {
    return reach.everywhere() || reach.keys().stream().anyMatch(key -> arn.equals(key.of(subject)));
  }

  private boolean inScope(Gap gap, Resource subject) {
    FactType type = factTypes.get(gap.factType());
    if (type == null) {
      return true;
    }
    return switch (type.scope()) {
      case ORGANIZATION -> true;
      case ACCOUNT -> gap.account().equals(subject.account());
      case REGION ->
          gap.account().equals(subject.account())
              && (gap.region().equals(subject.region())
                  || subject.region().equals(Resource.GLOBAL));
    };
  }

  /** Says for people what is missing; the same text for the same gaps. */
  static String describe(Collection<Gap> gaps) {
    List<String> each =
        gaps.stream()
            .sorted()
            .map(
                gap ->
                    gap.factType()
                        + " of "
                        + (gap.arn() != null ? gap.arn() : gap.account() + " in " + gap.region())
                        + " is missing: "
                        + gap.reason())
            .distinct()
            .toList();
    int shown = Math.min(3, each.size());
    String text = String.join("; ", each.subList(0, shown));
    return each.size() > shown ? text + "; and " + (each.size() - shown) + " more" : text;
  }
}
