/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import static dev.merlon.World.gate;
import static dev.merlon.World.guard;
import static dev.merlon.World.tower;
import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.fact.Resource;
import dev.merlon.fact.sample.Gate;
import dev.merlon.fact.sample.Guard;
import dev.merlon.fact.sample.Tower;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** One engine serves many threads. */
final class ConcurrencyTest {

  private static final int THREADS = 8;

  private static Snapshot snapshot() {
    List<Resource> facts = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      Tower tower = tower("tower-" + i);
      Gate gate = gate("gate-" + i, tower, i % 3 == 0);
      facts.addAll(List.of(tower, gate));
      if (i % 5 == 0) {
        facts.add(guard("guard-" + i, gate, i % 2 == 0));
      }
    }
    return World.of(facts.toArray(new Resource[0]))
        .missing(Guard.class, World.ACCOUNT, World.HERE, "tower-7")
        .snapshot();
  }

  private static Set<Report> reports(HardeningEngine engine, Snapshot snapshot) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      CyclicBarrier start = new CyclicBarrier(THREADS);
      Callable<Set<Report>> task =
          () -> {
            start.await();
            Set<Report> mine = new HashSet<>();
            for (int i = 0; i < 5; i++) {
              mine.add(engine.evaluate(snapshot));
            }
            return mine;
          };
      Set<Report> reports = new HashSet<>();
      List<Future<Set<Report>>> running = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        running.add(threads.submit(task));
      }
      for (Future<Set<Report>> each : running) {
        reports.addAll(each.get());
      }
      return reports;
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void evaluate_byManyThreads_givesEqualReportsAndKeepsNoSession() throws Exception {
    Snapshot snapshot = snapshot();
    Report alone = DerivationTest.chain(new Rules()).engine().evaluate(snapshot);
    HardeningEngine engine = DerivationTest.chain(new Rules()).engine();

    assertThat(reports(engine, snapshot)).containsExactly(alone);
    assertThat(engine.openSessions()).isZero();
  }

  @Test
  void evaluate_byManyThreadsWithRulesThatThrow_givesEqualReportsAndKeepsNoSession()
      throws Exception {
    HardeningEngine engine =
        DerivationTest.chain(new Rules())
            .control("bad", "$tower : Tower( Helpers.boom(this) )")
            .control("worse", "$tower : Tower( $arn : arn ) String() from Helpers.boomList($arn)")
            .engine();

    Set<Report> reports = reports(engine, snapshot());

    assertThat(reports).hasSize(1);
    assertThat(reports.iterator().next().with(Status.UNKNOWN))
        .filteredOn(finding -> finding.reason().contains("boom"))
        .hasSize(400);
    assertThat(engine.openSessions()).isZero();
  }
}
