/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NamesTest {

  private static final List<String> KNOWN = List.of("minHeight", "colour", "a");

  @ParameterizedTest
  @CsvSource({
    "minHeigth, minHeight",
    "minheight, minHeight",
    "min-height, minHeight",
    "color, colour",
    "colours, colour",
  })
  void suggest_ofANearName_namesIt(String given, String nearest) {
    assertThat(Names.suggest(given, KNOWN)).isEqualTo("; did you mean " + nearest + "?");
  }

  @Test
  void suggest_ofAnythingElse_listsWhatIsKnown() {
    assertThat(Names.suggest("something", KNOWN)).isEqualTo("; known are [a, colour, minHeight]");
    assertThat(Names.suggest("something", List.of())).isEqualTo("; there are none");
  }

  @Test
  void suggest_ofTwoThatAreAsNear_takesTheFirstInOrder() {
    assertThat(Names.suggest("walls-hig", List.of("walls-hit", "walls-hip")))
        .isEqualTo("; did you mean walls-hip?");
  }
}
