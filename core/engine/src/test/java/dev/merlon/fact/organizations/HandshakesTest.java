/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.organizations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HandshakesTest {

  private static final Instant BEFORE = Instant.parse("2026-01-01T00:00:00Z");

  private static AccountHandshake received(String state, @Nullable Instant at, String... parties) {
    return new AccountHandshake(
        "h", "1", "global", "h-1", state, "INVITE", at, null, List.of(parties));
  }

  private static OrganizationHandshake sent(String state, @Nullable Instant at, String... parties) {
    return new OrganizationHandshake(
        "h", "1", "global", "h-1", state, "INVITE", at, null, List.of(parties));
  }

  @ParameterizedTest
  @CsvSource({
    "OPEN, 2025-12-31T23:59:59Z, 2, true",
    "REQUESTED, 2025-12-31T23:59:59Z, 2, true",
    "REQUESTED, 2026-01-01T00:00:00Z, 2, false",
    "OPEN, 2026-01-01T00:00:00Z, 3, true",
    "OPEN, , 2, true",
    "ACCEPTED, 2025-12-31T23:59:59Z, 3, false",
  })
  void isUnexpected_eachKind_isAsked(
      String state, @Nullable Instant at, String party, boolean expected) {
    assertThat(received(state, at, party).isUnexpected(BEFORE, List.of("2"))).isEqualTo(expected);
    assertThat(sent(state, at, party).isUnexpected(BEFORE, List.of("2"))).isEqualTo(expected);
  }

  @Test
  void isUnexpected_nobodyIsNamed_expectsAll() {
    assertThat(sent("OPEN", BEFORE, "3").isUnexpected(BEFORE, List.of())).isFalse();
  }

  @Test
  void described_whatIsKnown_isNamed() {
    assertThat(received("OPEN", BEFORE, "3", "2").described())
        .isEqualTo("h-1 INVITE OPEN since 2026-01-01T00:00:00Z with 2 and 3");
    assertThat(sent("OPEN", null).described()).isEqualTo("h-1 INVITE OPEN");
  }
}
