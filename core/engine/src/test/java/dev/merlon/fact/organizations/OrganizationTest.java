/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.organizations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.fact.organizations.OrganizationAccount.State;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class OrganizationTest {

  private static final Organization ORGANIZATION =
      new Organization("o", "2", "global", "o-1", "ALL", "1");
  private static final OrganizationRoot ROOT =
      new OrganizationRoot(
          "r", "1", "global", "r-1", "Root", Map.of("A", "ENABLED", "B", "PENDING_ENABLE"));

  @Test
  void isExpected_emptyList_expectsAll() {
    assertThat(ORGANIZATION.isExpected(List.of())).isTrue();
    assertThat(ORGANIZATION.isExpected(List.of("o-1"))).isTrue();
    assertThat(ORGANIZATION.isExpected(List.of("o-2"))).isFalse();
  }

  @Test
  void allowsUnderRoot_managementAccount_hasAName() {
    assertThat(ORGANIZATION.allowsUnderRoot("1", List.of("management"))).isTrue();
    assertThat(ORGANIZATION.allowsUnderRoot("2", List.of("management"))).isFalse();
    assertThat(ORGANIZATION.allowsUnderRoot("2", List.of("2"))).isTrue();
    assertThat(ORGANIZATION.allowsUnderRoot("1", List.of())).isFalse();
  }

  @Test
  void statusOf_typeThatIsNotThere_isDisabled() {
    assertThat(ROOT.statusOf("A")).isEqualTo("ENABLED");
    assertThat(ROOT.statusOf("C")).isEqualTo("DISABLED");
    assertThat(ROOT.isEnabled("B")).isFalse();
  }

  @Test
  void lacksAndChanges_someOfTheTypes_areNamed() {
    assertThat(ROOT.lacksOneOf(List.of("A", "B"))).isFalse();
    assertThat(ROOT.lacksOneOf(List.of("A", "C"))).isTrue();
    assertThat(ROOT.lacking(List.of("D", "A", "C"))).isEqualTo("C, D");
    assertThat(ROOT.changesOneOf(List.of("A", "C"))).isFalse();
    assertThat(ROOT.changesOneOf(List.of("A", "B"))).isTrue();
    assertThat(ROOT.changing(List.of("A", "B", "C"))).isEqualTo("B");
  }

  @ParameterizedTest
  @EnumSource(
      value = State.class,
      names = {"ACTIVE", "NOT_SAID"})
  void isInactive_inUseOrNotSaid_isFalse(State state) {
    assertThat(inState(state).isInactive()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = State.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"ACTIVE", "NOT_SAID"})
  void isInactive_others_isTrue(State state) {
    assertThat(inState(state).isInactive()).isTrue();
  }

  private static OrganizationAccount inState(State state) {
    return new OrganizationAccount("a", "1", "global", "2", "n", state, "r-1", "r");
  }
}
