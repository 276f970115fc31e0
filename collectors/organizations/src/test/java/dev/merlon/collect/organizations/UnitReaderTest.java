/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.organizations;

import static dev.merlon.collect.organizations.Collected.ROOT_ARN;
import static dev.merlon.collect.organizations.Collected.arn;
import static dev.merlon.collect.organizations.Collected.root;
import static dev.merlon.collect.organizations.Collected.unit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.fact.organizations.OrganizationAccount;
import dev.merlon.fact.organizations.OrganizationRoot;
import dev.merlon.fact.organizations.OrganizationalUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class UnitReaderTest {
  private static final String ACTION = "organizations:ListOrganizationalUnitsForParent";
  private static final List<Class<?>> BOTH =
      List.of(OrganizationRoot.class, OrganizationalUnit.class);

  private final FakeOrganizations organizations = new FakeOrganizations();

  @Test
  void read_nestedUnitsOnSeveralPages_takesAllBreadthFirst() {
    organizations.units.put(
        "r-1", Pages.of(List.of(found("ou-a")), List.of(), List.of(found("ou-b"))));
    organizations.units.put("ou-a", Pages.of(List.of(found("ou-aa"), found("ou-ab"))));
    organizations.units.put("ou-ab", Pages.of(List.of(found("ou-aba"))));

    assertThat(Collected.from(organizations, OrganizationalUnit.class))
        .isEqualTo(
            Collected.snapshot(
                BOTH,
                List.of(
                    root(Map.of()),
                    unit("ou-a", "r-1"),
                    unit("ou-b", "r-1"),
                    unit("ou-aa", "ou-a"),
                    unit("ou-ab", "ou-a"),
                    unit("ou-aba", "ou-ab"))));
    assertThat(organizations.calls)
        .containsExactly(
            "ListRoots roots -",
            "Units r-1 -",
            "Units r-1 1",
            "Units r-1 2",
            "Units ou-a -",
            "Units ou-b -",
            "Units ou-aa -",
            "Units ou-ab -",
            "Units ou-aba -");
  }

  @Test
  void read_unitsThatAreInEachOther_ends() {
    organizations.units.put("r-1", Pages.of(List.of(found("ou-a"))));
    organizations.units.put("ou-a", Pages.of(List.of(found("ou-b"))));
    organizations.units.put("ou-b", Pages.of(List.of(found("ou-a"), found("r-1"))));

    assertThat(Collected.from(organizations, OrganizationalUnit.class))
        .isEqualTo(
            Collected.snapshot(
                BOTH, List.of(root(Map.of()), unit("ou-a", "r-1"), unit("ou-b", "ou-a"))));
  }

  @Test
  void read_onlyTheIdAndArn_isEmptyElsewhere() {
    organizations.units.put("r-1", Pages.of(List.of(bare("ou-a").build())));

    assertThat(Collected.from(organizations, OrganizationalUnit.class))
        .isEqualTo(
            Collected.snapshot(
                BOTH,
                List.of(
                    root(Map.of()),
                    new OrganizationalUnit(
                        arn("ou/o-example/ou-a"),
                        Collected.ACCOUNT,
                        Collected.REGION,
                        "ou-a",
                        "",
                        "r-1",
                        ROOT_ARN))));
  }

  @Test
  void read_unitWithoutId_costsItAndTheAccountsBelowIt() {
    organizations.units.put("r-1", Pages.of(List.of(bare("ou-a").id(null).build(), found("ou-b"))));
    String reason = Collected.missing(ACTION, "Id");

    assertThat(Collected.from(organizations, OrganizationAccount.class))
        .isEqualTo(
            Collected.snapshot(
                List.of(
                    OrganizationRoot.class, OrganizationalUnit.class, OrganizationAccount.class),
                List.of(root(Map.of()), unit("ou-b", "r-1")),
                Collected.gap(OrganizationalUnit.class, ROOT_ARN, reason),
                Collected.gap(OrganizationAccount.class, null, reason)));
  }

  @Test
  void read_deniedBelowTheRoot_keepsWhatWasFoundAndIsAGapOfTheRoot() {
    organizations.units.put("r-1", Pages.of(List.of(found("ou-a"), found("ou-b"))));
    organizations.units.put("ou-a", Pages.of(List.of(found("ou-aa")), List.of(found("ou-ab"))));
    organizations.denied.add("Units ou-a 1");

    assertThat(Collected.from(organizations, OrganizationalUnit.class))
        .isEqualTo(
            Collected.snapshot(
                BOTH,
                List.of(
                    root(Map.of()),
                    unit("ou-a", "r-1"),
                    unit("ou-b", "r-1"),
                    unit("ou-aa", "ou-a")),
                Collected.gap(OrganizationalUnit.class, ROOT_ARN, Collected.denied(ACTION))));
  }

  private static software.amazon.awssdk.services.organizations.model.OrganizationalUnit found(
      String id) {
    return bare(id).name("unit " + id).build();
  }

  private static software.amazon.awssdk.services.organizations.model.OrganizationalUnit.Builder
      bare(String id) {
    return software.amazon.awssdk.services.organizations.model.OrganizationalUnit.builder()
        .id(id)
        .arn(arn("ou/o-example/" + id));
  }
}
