/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import static dev.merlon.World.ACCOUNT;
import static dev.merlon.World.HERE;
import static dev.merlon.World.OTHER;
import static dev.merlon.World.gate;
import static dev.merlon.World.tower;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.merlon.fact.Resource;
import dev.merlon.fact.sample.Gate;
import dev.merlon.fact.sample.Guard;
import dev.merlon.fact.sample.Tower;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SnapshotTest {

  private static final Tower A = tower("a");
  private static final Tower LOW = new Tower("a", ACCOUNT, HERE, 1);
  private static final Tower ELSEWHERE = tower("a", ACCOUNT, World.THERE);
  private static final Tower FOREIGN = tower("a", OTHER, HERE);
  private static final Tower B = tower("b");
  private static final Gate GATE = gate("0", A, true);
  private static final Coverage COVERAGE = Coverage.of(ACCOUNT, HERE, List.of("Tower"));

  private static Snapshot snapshot(Resource... facts) {
    return new Snapshot(World.NOW, List.of(facts), COVERAGE, List.of());
  }

  @Test
  void new_ofFactsInAnyOrder_ordersThemByTypeArnAccountAndRegion() {
    List<Resource> facts = new ArrayList<>(List.of(GATE, LOW, A, ELSEWHERE, FOREIGN, B));
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(facts, new Random(seed));
      Snapshot snapshot = new Snapshot(World.NOW, facts, COVERAGE, List.of());

      // of one resource that is there twice, in one order too
      assertThat(snapshot.facts()).containsExactly(GATE, ELSEWHERE, A, LOW, FOREIGN, B);
      assertThat(snapshot).isEqualTo(snapshot(B, A, LOW, GATE, FOREIGN, ELSEWHERE));
    }
  }

  @Test
  void new_ofTheSameFactTwice_holdsItOnce() {
    assertThat(snapshot(A, B, A, tower("a")).facts()).containsExactly(A, B);
    assertThat(snapshot(A, A)).isEqualTo(snapshot(A)).hasSameHashCodeAs(snapshot(A));
  }

  @Test
  void new_ofGapsInAnyOrder_ordersThemEachOnce() {
    Gap all = World.gap(Guard.class, ACCOUNT, HERE);
    Gap one = World.gap(Guard.class, ACCOUNT, HERE, "a");
    Gap other = new Gap("Guard", ACCOUNT, HERE, "a", "Throttled");
    Gap gate = World.gap(Gate.class, OTHER, HERE);

    Snapshot snapshot =
        new Snapshot(World.NOW, List.of(), COVERAGE, List.of(other, one, gate, all, one));

    assertThat(snapshot.gaps()).containsExactly(gate, all, one, other);
  }

  @Test
  void new_keepsWhatItWasGiven() {
    List<Resource> facts = new ArrayList<>(List.of(A));
    List<Gap> gaps = new ArrayList<>(List.of(World.gap(Gate.class, ACCOUNT, HERE)));
    Snapshot snapshot = new Snapshot(World.NOW, facts, COVERAGE, gaps);
    facts.clear();
    gaps.clear();

    assertThat(snapshot.facts()).containsExactly(A);
    assertThat(snapshot.gaps()).hasSize(1);
    assertThatThrownBy(() -> snapshot.facts().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> snapshot.gaps().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void equals_ofSnapshotsThatDifferInOnePart_isFalse() {
    assertThat(snapshot(A)).isNotEqualTo(snapshot(LOW)).isNotEqualTo(snapshot());
    assertThat(snapshot(A))
        .isNotEqualTo(new Snapshot(Instant.EPOCH, List.of(A), COVERAGE, List.of()))
        .isNotEqualTo(new Snapshot(World.NOW, List.of(A), new Coverage(List.of()), List.of()))
        .isNotEqualTo(
            new Snapshot(
                World.NOW, List.of(A), COVERAGE, List.of(World.gap(Gate.class, ACCOUNT, HERE))));
  }

  @Test
  void facts_ofOneType_areThoseInOrder() {
    assertThat(snapshot(B, GATE, A).facts(Tower.class)).containsExactly(A, B);
    assertThat(snapshot(B, GATE, A).facts(Guard.class)).isEmpty();
    assertThat(snapshot(B, GATE, A).facts(Resource.class)).containsExactly(GATE, A, B);
  }

  @Test
  void merge_ofSeveral_holdsAllOfThemAndTheEarliestInstant() {
    Gap gap = World.gap(Gate.class, ACCOUNT, HERE);
    Snapshot one = new Snapshot(World.NOW, List.of(A, GATE), COVERAGE, List.of(gap));
    Snapshot two =
        new Snapshot(
            World.NOW.minusSeconds(5),
            List.of(FOREIGN, A),
            new Coverage(
                List.of(
                    new Coverage.Area(OTHER, HERE, List.of("Tower")),
                    new Coverage.Area(ACCOUNT, HERE, List.of("Moat")))),
            List.of(gap));
    Snapshot merged =
        new Snapshot(
            World.NOW.minusSeconds(5),
            List.of(GATE, A, FOREIGN),
            new Coverage(
                List.of(
                    new Coverage.Area(ACCOUNT, HERE, List.of("Moat", "Tower")),
                    new Coverage.Area(OTHER, HERE, List.of("Tower")))),
            List.of(gap));

    assertThat(Snapshot.merge(List.of(one, two))).isEqualTo(merged);
    assertThat(Snapshot.merge(List.of(two, one))).isEqualTo(merged);
    assertThat(Snapshot.merge(List.of(merged, merged, one))).isEqualTo(merged);
    assertThat(Snapshot.merge(List.of(one))).isEqualTo(one);
  }

  @Test
  void merge_ofNone_isRefused() {
    assertThatThrownBy(() -> Snapshot.merge(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no snapshot to merge");
  }
}
