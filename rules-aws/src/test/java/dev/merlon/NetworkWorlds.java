/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import dev.merlon.fact.FactType;
import dev.merlon.fact.Resource;
import dev.merlon.rules.AwsRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;

/** Random networks, and what is derived of them. */
final class NetworkWorlds {

  private static final List<ServiceWorld> SERVICES =
      List.of(new Ec2World(), new NetworkWorld(), new LoadBalancingWorld());

  /** All fact types of a network. */
  static final List<Class<? extends Resource>> TYPES =
      SERVICES.stream()
          .<Class<? extends Resource>>flatMap(service -> service.types().stream())
          .sorted((one, other) -> one.getName().compareTo(other.getName()))
          .toList();

  private static final RuleBook BOOK = new RuleBook(List.of(AwsRules.all().load()), true);
  private static final KieBase DERIVATIONS =
      BOOK.just(
          BOOK.rules().stream()
              .filter(rule -> rule.kind() == AnalysedRule.Kind.DERIVATION)
              .toList());

  private NetworkWorlds() {}

  /** A network of which nothing is missing. */
  static Snapshot complete(long seed) {
    return RandomWorld.of(seed, SERVICES);
  }

  /** A network of which all or some facts of a few types are missing somewhere. */
  static Snapshot withGaps(long seed) {
    Random random = new Random(~seed);
    Snapshot cut = complete(seed);
    List<Coverage.Area> areas =
        cut.coverage().areas().stream()
            .filter(area -> !area.region().equals(Resource.GLOBAL))
            .toList();
    for (Coverage.Area area : areas) {
      int many = 1 + random.nextInt(2);
      for (int i = 0; i < many; i++) {
        Class<? extends Resource> type = TYPES.get(random.nextInt(TYPES.size()));
        cut = without(cut, type, area, random.nextInt(3) == 0 ? random : null);
      }
    }
    return cut;
  }

  /**
   * Turns a read into a gap.
   *
   * @param some decides which of its facts remain; null for none
   */
  static Snapshot without(
      Snapshot snapshot,
      Class<? extends Resource> type,
      Coverage.Area area,
      @Nullable Random some) {
    List<Resource> left = new ArrayList<>();
    for (Resource fact : snapshot.facts()) {
      boolean in =
          type.isInstance(fact)
              && fact.account().equals(area.account())
              && fact.region().equals(area.region());
      if (!in || (some != null && some.nextBoolean())) {
        left.add(fact);
      }
    }
    List<Gap> gaps = new ArrayList<>(snapshot.gaps());
    gaps.add(new Gap(FactType.nameOf(type), area.account(), area.region(), null, "denied"));
    return new Snapshot(snapshot.takenAt(), left, snapshot.coverage(), gaps);
  }

  /** All that the derivations say of a snapshot, and the facts of it. */
  static Collection<?> derive(Snapshot snapshot) {
    KieSession session = DERIVATIONS.newKieSession();
    try {
      Map<String, Object> globals =
          Map.of(
              "parameters", Parameters.none().resolve(List.copyOf(BOOK.controls().values())),
              "asOf", snapshot.takenAt(),
              "verdict", new VerdictRecorder(BOOK));
      for (String global : BOOK.globals()) {
        session.setGlobal(global, globals.get(global));
      }
      snapshot.facts().forEach(session::insert);
      snapshot.gaps().forEach(session::insert);
      session.fireAllRules();
      return List.copyOf(session.getObjects());
    } finally {
      session.dispose();
    }
  }
}
