/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import static dev.merlon.World.gate;
import static dev.merlon.World.tower;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.merlon.fact.sample.Tower;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A library writes nothing to the streams of the process. */
final class RulesAreSilentTest {

  private static final Tower TOWER = tower("tower-a");

  private static String written(Runnable task) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    try (PrintStream capture = new PrintStream(written, true, StandardCharsets.UTF_8)) {
      System.setOut(capture);
      System.setErr(capture);
      task.run();
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    return written.toString(StandardCharsets.UTF_8);
  }

  @Test
  void evaluate_withRulesThatPassFailAndThrow_writesNothing() {
    assertThat(
            written(
                () -> {
                  Report report =
                      DerivationTest.chain(new Rules())
                          .control("bad", "$tower : Tower( Helpers.boom(this) )")
                          .control("deep", "$tower : Tower( Helpers.deep(this) )")
                          .engine()
                          .evaluate(World.of(TOWER, gate("g", TOWER, true)).snapshot());
                  assertThat(report.findings()).hasSize(6);
                }))
        .isEmpty();
  }

  @Test
  void build_withRulesThatDoNotCompile_writesNothing() {
    Rules rules =
        new Rules()
            .control("one", "$tower : Tower( hight > 1 )")
            .control("two", "MEDIUM", "Tower", "$tower : Tower()", "verdict.fial($tower);");

    assertThat(
            written(
                () -> assertThatThrownBy(rules::engine).isInstanceOf(InvalidRuleException.class)))
        .isEmpty();
  }
}
