/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.rules.AwsRules;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The rules that the build compiled are the rules of the files, compiled at run time. */
final class PrecompiledTest {

  private static final HardeningEngine PRECOMPILED =
      HardeningEngine.builder().rules(AwsRules.all()).build();
  private static final HardeningEngine COMPILED =
      HardeningEngine.builder()
          .rules(
              RuleSource.directory(
                  Path.of(
                      Objects.requireNonNull(
                          System.getProperty("merlon.root"), "run this with Maven"),
                      "rules-aws/src/main/resources/dev/merlon/rules")))
          .build();

  @Test
  void controls_compiledAtRunTime_areEqual() {
    assertThat(COMPILED.controls()).isEqualTo(PRECOMPILED.controls()).isNotEmpty();
    assertThat(COMPILED.factTypes()).isEqualTo(PRECOMPILED.factTypes());
  }

  @Test
  void reports_compiledAtRunTime_areEqual() {
    for (long seed = 0; seed < 60; seed++) {
      Snapshot complete = RandomWorld.of(seed);
      assertThat(COMPILED.evaluate(complete).toString())
          .isEqualTo(PRECOMPILED.evaluate(complete).toString());
      Snapshot without =
          new Snapshot(
              complete.takenAt(),
              complete.facts().stream().filter(fact -> fact.arn().hashCode() % 5 != 0).toList(),
              Coverage.of("111122223333", "eu-west-1", PRECOMPILED.controls().get(0).reads()),
              complete.gaps());
      assertThat(COMPILED.evaluate(without).toString())
          .isEqualTo(PRECOMPILED.evaluate(without).toString());
    }
  }
}
