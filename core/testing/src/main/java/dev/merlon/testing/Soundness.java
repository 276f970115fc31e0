/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.testing;

import dev.merlon.Coverage;
import dev.merlon.Finding;
import dev.merlon.Gap;
import dev.merlon.HardeningEngine;
import dev.merlon.Snapshot;
import dev.merlon.Status;
import dev.merlon.fact.FactType;
import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The property that every rule has to keep: take a snapshot, turn any set of reads into gaps,
 * evaluate again; every verdict is the same as before or UNKNOWN, no verdict disappears without an
 * UNKNOWN in its place, none appears that is not UNKNOWN, and no failure gets milder.
 */
public final class Soundness {

  private Soundness() {}

  /**
   * Turns random reads into gaps and says which verdicts that changes otherwise; empty if none.
   *
   * @param complete a snapshot of which nothing is missing
   * @param random decides which reads, how many, and whether some of their facts remain; seed it
   */
  public static List<String> violations(HardeningEngine engine, Snapshot complete, Random random) {
    List<Gap> gaps = new ArrayList<>();
    int wanted = 1 + random.nextInt(4);
    List<FactType> types = engine.factTypes();
    List<Coverage.Area> areas = complete.coverage().areas();
    for (int i = 0; i < wanted; i++) {
      gaps.add(
          gap(
              types.get(random.nextInt(types.size())),
              areas.get(random.nextInt(areas.size())),
              complete,
              random));
    }
    boolean partial = random.nextInt(3) == 0;
    List<Resource> left = new ArrayList<>();
    for (Resource fact : complete.facts()) {
      if (gaps.stream().noneMatch(gap -> misses(gap, fact)) || (partial && random.nextBoolean())) {
        left.add(fact);
      }
    }
    Snapshot cut = new Snapshot(complete.takenAt(), left, without(complete.coverage(), gaps), gaps);
    return compare(
        engine.evaluate(complete).findings(), engine.evaluate(cut).findings(), gaps.toString());
  }

  private static Gap gap(FactType type, Coverage.Area area, Snapshot complete, Random random) {
    String region = type.scope() == ReadBy.Scope.REGION ? area.region() : Resource.GLOBAL;
    String arn = null;
    if (!type.per().isEmpty() && random.nextInt(3) > 0) {
      List<String> parents =
          complete
              .facts(type.type())
              .filter(fact -> fact.account().equals(area.account()))
              .map(fact -> component(fact, type.per()))
              .distinct()
              .toList();
      arn = parents.isEmpty() ? null : parents.get(random.nextInt(parents.size()));
    }
    return new Gap(type.name(), area.account(), region, arn, "denied by the test");
  }

  private static boolean misses(Gap gap, Resource fact) {
    if (!FactType.nameOf(fact.getClass()).equals(gap.factType())
        || !fact.account().equals(gap.account())) {
      return false;
    }
    FactType type = FactType.of(fact.getClass());
    return (type.scope() != ReadBy.Scope.REGION || fact.region().equals(gap.region()))
        && (gap.arn() == null || gap.arn().equals(component(fact, type.per())));
  }

  private static String component(Resource fact, String name) {
    for (RecordComponent component : fact.getClass().getRecordComponents()) {
      if (component.getName().equals(name)) {
        try {
          return String.valueOf(component.getAccessor().invoke(fact));
        } catch (ReflectiveOperationException e) {
          throw new IllegalStateException(e);
        }
      }
    }
    throw new IllegalArgumentException(
        "@ReadBy of " + fact.getClass().getName() + " says per = " + name + ", which it lacks");
  }

  private static Coverage without(Coverage coverage, List<Gap> gaps) {
    List<Coverage.Area> areas = new ArrayList<>();
    for (Coverage.Area area : coverage.areas()) {
      Set<String> types = new TreeSet<>(area.factTypes());
      for (Gap gap : gaps) {
        if (gap.arn() == null
            && gap.account().equals(area.account())
            && gap.region().equals(area.region())) {
          types.remove(gap.factType());
        }
      }
      areas.add(new Coverage.Area(area.account(), area.region(), List.copyOf(types)));
    }
    return new Coverage(areas);
  }

  private static List<String> compare(List<Finding> before, List<Finding> after, String gaps) {
    List<String> violations = new ArrayList<>();
    Map<String, Finding> now = new HashMap<>();
    after.forEach(finding -> now.put(key(finding), finding));
    Set<String> known = new TreeSet<>();
    for (Finding old : before) {
      known.add(key(old));
      Finding found = now.get(key(old));
      String problem =
          found == null ? (replaced(old, after) ? null : "is silent") : changed(old, found);
      if (problem != null) {
        violations.add(
            old.controlId()
                + " on "
                + old.arn()
                + " said "
                + old.status()
                + " and now "
                + problem
                + " with "
                + gaps);
      }
    }
    for (Finding found : after) {
      if (!known.contains(key(found)) && found.status() != Status.UNKNOWN) {
        violations.add(
            found.controlId()
                + " on "
                + found.arn()
                + " is new and says "
                + found.status()
                + " with "
                + gaps);
      }
    }
    return violations;
  }

  private static @Nullable String changed(Finding old, Finding found) {
    if (found.status() == Status.UNKNOWN) {
      return null;
    }
    if (found.status() != old.status()) {
      return "says " + found.status();
    }
    boolean milder = found.severity().compareTo(old.severity()) < 0;
    return old.status() == Status.FAIL && milder ? "is only " + found.severity() : null;
  }

  private static boolean replaced(Finding old, List<Finding> after) {
    return after.stream()
        .anyMatch(
            found ->
                found.status() == Status.UNKNOWN
                    && found.controlId().equals(old.controlId())
                    && found.account().equals(old.account())
                    && (found.region().equals(old.region())
                        || old.region().equals(Resource.GLOBAL)
                        || found.region().equals(Resource.GLOBAL)));
  }

  private static String key(Finding finding) {
    return finding.controlId()
        + " "
        + finding.arn()
        + " "
        + finding.account()
        + " "
        + finding.region();
  }
}
