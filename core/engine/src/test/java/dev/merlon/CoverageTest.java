/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CoverageTest {

  private static Coverage.Area area(String account, String region, String... types) {
    return new Coverage.Area(account, region, List.of(types));
  }

  @Test
  void new_ofAreasInAnyOrder_ordersAndMergesThem() {
    Coverage coverage =
        new Coverage(
            List.of(
                area("2", "b", "Gate"),
                area("1", "global", "Moat"),
                area("2", "a"),
                area("2", "b", "Tower", "Gate", "Banner"),
                area("1", "a", "Tower")));

    assertThat(coverage.areas())
        .containsExactly(
            area("1", "a", "Tower"),
            area("1", "global", "Moat"),
            area("2", "a"),
            area("2", "b", "Banner", "Gate", "Tower"));
    assertThat(coverage)
        .isEqualTo(new Coverage(coverage.areas()))
        .hasSameHashCodeAs(new Coverage(coverage.areas()));
  }

  @Test
  void area_ofTypesInAnyOrder_namesEachOnceInOrder() {
    assertThat(area("1", "a", "Tower", "Gate", "Tower").factTypes())
        .containsExactly("Gate", "Tower");
  }

  @Test
  void new_keepsWhatItWasGiven() {
    List<Coverage.Area> areas = new ArrayList<>(List.of(area("1", "a", "Gate")));
    Coverage coverage = new Coverage(areas);
    areas.clear();

    assertThat(coverage.areas()).hasSize(1);
    assertThatThrownBy(() -> coverage.areas().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> coverage.areas().get(0).factTypes().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void of_oneArea_coversIt() {
    assertThat(Coverage.of("1", "a", List.of("Tower", "Gate")))
        .isEqualTo(new Coverage(List.of(area("1", "a", "Gate", "Tower"))));
  }

  @Test
  void accounts_ofSeveralAreas_areEachOnceInOrder() {
    assertThat(new Coverage(List.of(area("2", "a"), area("1", "a"), area("2", "b"))).accounts())
        .containsExactly("1", "2");
    assertThat(new Coverage(List.of()).accounts()).isEmpty();
  }
}
