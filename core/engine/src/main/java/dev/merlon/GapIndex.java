/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import dev.merlon.fact.FactType;
import dev.merlon.fact.Resource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the gaps that reach a subject, without looking at the others. */
final class GapIndex {

  /** The gaps of one type that reach the same subjects, but for the resource that they name. */
  private static final class Place {
    final List<Gap> all = new ArrayList<>();
    final List<Gap> wide = new ArrayList<>();
    final Map<String, List<Gap>> byArn = new HashMap<>();
    Missing everything = Missing.NOTHING;
    Missing everywhere = Missing.NOTHING;

    void add(Gap gap) {
      all.add(gap);
      String arn = gap.arn();
      if (arn == null) {
        wide.add(gap);
      } else {
        byArn.computeIfAbsent(arn, key -> new ArrayList<>()).add(gap);
      }
    }

    void close() {
      everything = Missing.of(all);
      everywhere = Missing.of(wide);
    }

    Missing of(Set<Reads.Reach> reaches, Resource subject) {
      Missing found = Missing.NOTHING;
      boolean anyOne = false;
      for (Reads.Reach reach : reaches) {
        Reads.JoinKey resource = reach.resource();
        if (reach.isSubjectItself(subject)) {
          continue;
        }
        if (resource == null) {
          return everything;
        }
        anyOne = true;
        List<Gap> ofResource = byArn.get(String.valueOf(resource.of(subject)));
        if (ofResource != null) {
          found = found.and(Missing.of(ofResource));
        }
      }
      return anyOne ? everywhere.and(found) : Missing.NOTHING;
    }
  }

  private final Map<String, FactType> factTypes;
  private final Map<String, Map<String, Place>> byType = new HashMap<>();

  GapIndex(Collection<Gap> gaps, Map<String, FactType> factTypes) {
    this.factTypes = factTypes;
    for (Gap gap : gaps) {
      FactType type = factTypes.get(gap.factType());
      if (type != null) {
        Map<String, Place> places = byType.computeIfAbsent(gap.factType(), t -> new HashMap<>());
        for (String place : places(type, gap)) {
          places.computeIfAbsent(place, p -> new Place()).add(gap);
        }
      }
    }
    byType.values().forEach(places -> places.values().forEach(Place::close));
  }

  /** The types of which something is missing. */
  Set<String> types() {
    return byType.keySet();
  }

  /** What is missing of a type that reaches a subject. */
  Missing reaching(String factType, Set<Reads.Reach> reaches, Resource subject) {
    Map<String, Place> places = byType.get(factType);
    FactType type = factTypes.get(factType);
    if (places == null || type == null) {
      return Missing.NOTHING;
    }
    Place place = places.get(place(type, subject));
    return place == null ? Missing.NOTHING : place.of(reaches, subject);
  }

  private static List<String> places(FactType type, Gap gap) {
    return switch (type.scope()) {
      case ORGANIZATION -> List.of("");
      case ACCOUNT -> List.of(gap.account());
      case REGION -> List.of(gap.account() + " " + gap.region(), gap.account());
    };
  }

  private static String place(FactType type, Resource subject) {
    return switch (type.scope()) {
      case ORGANIZATION -> "";
      case ACCOUNT -> subject.account();
      case REGION ->
          subject.region().equals(Resource.GLOBAL)
              ? subject.account()
              : subject.account() + " " + subject.region();
    };
  }
}
