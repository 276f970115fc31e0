/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TruthTest {

  @ParameterizedTest
  @CsvSource({
    "FALSE, FALSE, FALSE, FALSE",
    "FALSE, UNDECIDED, FALSE, UNDECIDED",
    "FALSE, TRUE, FALSE, TRUE",
    "UNDECIDED, UNDECIDED, UNDECIDED, UNDECIDED",
    "UNDECIDED, TRUE, UNDECIDED, TRUE",
    "TRUE, TRUE, TRUE, TRUE",
  })
  void andOr_inEitherOrder_areThoseOfKleene(Truth one, Truth other, Truth and, Truth or) {
    assertThat(one.and(other)).isEqualTo(and).isEqualTo(other.and(one));
    assertThat(one.or(other)).isEqualTo(or).isEqualTo(other.or(one));
    assertThat(one.not().or(other.not())).isEqualTo(and.not());
  }

  @Test
  void not_andOf_haveTwoSides() {
    assertThat(Truth.of(true)).isEqualTo(Truth.TRUE).isEqualTo(Truth.of(false).not());
    assertThat(Truth.UNDECIDED.not()).isEqualTo(Truth.UNDECIDED);
  }
}
