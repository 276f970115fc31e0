/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import static dev.merlon.World.ACCOUNT;
import static dev.merlon.World.gate;
import static dev.merlon.World.guard;
import static dev.merlon.World.tower;
import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.fact.Resource;
import dev.merlon.fact.sample.Gate;
import dev.merlon.fact.sample.Tower;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.kie.api.KieBase;
import org.kie.api.event.rule.AgendaEventListener;
import org.kie.api.runtime.KieSession;

/**
 * Compares one session, in which derivations run in their turn, with a reference that runs one
 * session for each turn and carries the derived facts over by hand.
 */
final class StrataTest {

  private static final RuleSource.Loaded SOURCE =
      DerivationTest.chain(new Rules())
          .rule(
              "y-passage",
              "@derives(Passage)",
              "Guard( !awake, $a : towerArn )",
              "insert(new Passage($a, \"\", \"\"));")
          .source()
          .load();
  private static final RuleBook BOOK = new RuleBook(List.of(SOURCE), /* negationCounts= */ true);

  private static final List<Set<String>> TURNS =
      List.of(
          Set.of("z-passage", "y-passage"),
          Set.of("breach"),
          Set.of("fall"),
          Set.of("no-fall", "a-fall", "a-passage", "open"));

  private static Snapshot world(Random random) {
    World world = World.of();
    List<Resource> facts = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      Tower tower = tower("tower-" + i);
      facts.add(tower);
      for (int j = random.nextInt(3); j > 0; j--) {
        Gate gate = gate("gate-" + i + j, tower, random.nextInt(3) > 0);
        facts.add(gate);
        if (random.nextInt(3) == 0) {
          facts.add(guard("guard-" + i + j, gate, random.nextBoolean()));
        }
      }
    }
    if (random.nextInt(4) == 0) {
      facts.add(World.moat(ACCOUNT, random.nextInt(10)));
    }
    return world.with(facts.toArray(new Resource[0])).snapshot();
  }

  private static Set<String> said(List<VerdictRecorder.Call> calls) {
    Set<String> said = new TreeSet<>();
    calls.forEach(call -> said.add(call.rule().name() + " of " + call.subject().arn()));
    return said;
  }

  private static Set<String> fire(KieBase base, List<?> facts, Set<Object> derived) {
    VerdictRecorder recorder = new VerdictRecorder(BOOK);
    KieSession session = base.newKieSession();
    try {
      session.setGlobal("verdict", recorder);
      session.addEventListener((AgendaEventListener) recorder);
      facts.forEach(session::insert);
      derived.forEach(session::insert);
      session.fireAllRules();
      derived.addAll(session.getObjects(fact -> !(fact instanceof Resource)));
      return said(recorder.calls());
    } finally {
      session.dispose();
    }
  }

  private static Set<String> inTurns(Snapshot snapshot) {
    Set<Object> derived = new HashSet<>();
    Set<String> said = Set.of();
    for (Set<String> turn : TURNS) {
      Set<String> others = new HashSet<>();
      for (AnalysedRule rule : BOOK.rules()) {
        if (!turn.contains(rule.name())) {
          others.add(rule.qualifiedName());
        }
      }
      said = fire(BOOK.without(others), snapshot.facts(), derived);
    }
    return said;
  }

  @Test
  void run_ofRandomWorlds_saysWhatASessionForEachTurnSays() {
    KieBase unordered = RuleBases.build(SOURCE.models(), rule -> true);
    int differentWithoutOrder = 0;
    Set<String> everSaid = new TreeSet<>();
    for (int seed = 0; seed < 300; seed++) {
      Snapshot snapshot = world(new Random(seed));
      Set<String> expected = inTurns(snapshot);

      RuleRunner.Outcome outcome =
          new RuleRunner(BOOK, Parameters.none(), snapshot, List.of()).run();

      assertThat(outcome.failures()).isEmpty();
      assertThat(said(outcome.calls())).as("world " + seed).isEqualTo(expected);
      if (!fire(unordered, snapshot.facts(), new HashSet<>()).equals(expected)) {
        differentWithoutOrder++;
      }
      expected.forEach(text -> everSaid.add(text.split(" ")[0]));
    }
    assertThat(everSaid).containsExactly("a-fall", "a-passage", "no-fall", "open");
    // otherwise these worlds would not show a wrong order
    assertThat(differentWithoutOrder).isPositive();
  }
}
