/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.organizations;

import static dev.merlon.collect.organizations.Collected.ACCOUNT;
import static dev.merlon.collect.organizations.Collected.MEMBER;
import static dev.merlon.collect.organizations.Collected.OTHER_MEMBER;
import static dev.merlon.collect.organizations.Collected.REGION;
import static dev.merlon.collect.organizations.Collected.ROOT_ARN;
import static dev.merlon.collect.organizations.Collected.arn;
import static dev.merlon.collect.organizations.Collected.root;
import static dev.merlon.collect.organizations.Collected.unit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.fact.organizations.OrganizationAccount;
import dev.merlon.fact.organizations.OrganizationAccount.State;
import dev.merlon.fact.organizations.OrganizationRoot;
import dev.merlon.fact.organizations.OrganizationalUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.organizations.model.Account;

final class AccountReaderTest {
  private static final String ACTION = "organizations:ListAccountsForParent";
  private static final List<Class<?>> ALL =
      List.of(OrganizationRoot.class, OrganizationalUnit.class, OrganizationAccount.class);
  private static final String UNIT_ARN = arn("ou/o-example/ou-a");

  private final FakeOrganizations organizations = new FakeOrganizations();

  @BeforeEach
  void oneUnit() {
    organizations.units.put(
        "r-1",
        Pages.of(
            List.of(
                software.amazon.awssdk.services.organizations.model.OrganizationalUnit.builder()
                    .id("ou-a")
                    .arn(UNIT_ARN)
                    .name("unit ou-a")
                    .build())));
  }

  @Test
  void read_accountsInTheRootAndInAUnit_eachSaysWhereItIs() {
    organizations.accounts.put("r-1", Pages.of(List.of(found(ACCOUNT))));
    organizations.accounts.put(
        "ou-a", Pages.of(List.of(found(MEMBER)), List.of(), List.of(found(OTHER_MEMBER))));

    assertThat(Collected.from(organizations, OrganizationAccount.class))
        .isEqualTo(
            Collected.snapshot(
                ALL,
                List.of(
                    root(Map.of()),
                    unit("ou-a", "r-1"),
                    account(ACCOUNT, State.ACTIVE, "r-1", ROOT_ARN),
                    account(MEMBER, State.ACTIVE, "ou-a", UNIT_ARN),
                    account(OTHER_MEMBER, State.ACTIVE, "ou-a", UNIT_ARN))));
    assertThat(organizations.calls)
        .containsExactlyInAnyOrder(
            "ListRoots roots -",
            "Units r-1 -",
            "Units ou-a -",
            "Accounts r-1 -",
            "Accounts ou-a -",
            "Accounts ou-a 1",
            "Accounts ou-a 2");
  }

  @ParameterizedTest
  @CsvSource({
    "PENDING_ACTIVATION, ACTIVE, PENDING_ACTIVATION",
    "ACTIVE, SUSPENDED, ACTIVE",
    "CLOSED, SUSPENDED, CLOSED",
    ", SUSPENDED, SUSPENDED",
    ", PENDING_CLOSURE, PENDING_CLOSURE",
    "A_STATE_OF_2030, ACTIVE, NOT_SAID",
    ", A_STATUS_OF_2030, NOT_SAID",
    ", , NOT_SAID"
  })
  void read_state_isTakenBeforeStatus(
      @Nullable String state, @Nullable String status, State expected) {
    organizations.accounts.put(
        "r-1", Pages.of(List.of(found(MEMBER).toBuilder().state(state).status(status).build())));

    assertThat(
            Collected.from(organizations, OrganizationAccount.class)
                .facts(OrganizationAccount.class))
        .containsExactly(account(MEMBER, expected, "r-1", ROOT_ARN));
  }

  @Test
  void read_accountWithoutId_costsThatOneAndNamesWhereItIs() {
    organizations.accounts.put(
        "ou-a", Pages.of(List.of(found(MEMBER).toBuilder().id("").build(), found(OTHER_MEMBER))));

    assertThat(Collected.from(organizations, OrganizationAccount.class))
        .isEqualTo(
            Collected.snapshot(
                ALL,
                List.of(
                    root(Map.of()),
                    unit("ou-a", "r-1"),
                    account(OTHER_MEMBER, State.ACTIVE, "ou-a", UNIT_ARN)),
                Collected.gap(
                    OrganizationAccount.class, UNIT_ARN, Collected.missing(ACTION, "Id"))));
  }

  @Test
  void read_deniedForTheRoot_isAGapOfTheRootAndUnitsAreRead() {
    organizations.accounts.put("ou-a", Pages.of(List.of(found(MEMBER))));
    organizations.denied.add("Accounts r-1 -");

    assertThat(Collected.from(organizations, OrganizationAccount.class))
        .isEqualTo(
            Collected.snapshot(
                ALL,
                List.of(
                    root(Map.of()),
                    unit("ou-a", "r-1"),
                    account(MEMBER, State.ACTIVE, "ou-a", UNIT_ARN)),
                Collected.gap(OrganizationAccount.class, ROOT_ARN, Collected.denied(ACTION))));
  }

  @Test
  void read_unitsDenied_accountsOfUnknownUnitsAreAGapWithoutArn() {
    organizations.accounts.put("r-1", Pages.of(List.of(found(ACCOUNT))));
    organizations.denied.add("Units r-1 -");
    String reason = Collected.denied("organizations:ListOrganizationalUnitsForParent");

    assertThat(Collected.from(organizations, OrganizationAccount.class))
        .isEqualTo(
            Collected.snapshot(
                ALL,
                List.of(root(Map.of()), account(ACCOUNT, State.ACTIVE, "r-1", ROOT_ARN)),
                Collected.gap(OrganizationalUnit.class, ROOT_ARN, reason),
                Collected.gap(OrganizationAccount.class, null, reason)));
  }

  private static Account found(String id) {
    return Account.builder()
        .id(id)
        .arn(arn("account/o-example/" + id))
        .name("account " + id)
        .email("somebody@example.com")
        .state("ACTIVE")
        .build();
  }

  private static OrganizationAccount account(
      String id, State state, String parentId, String parentArn) {
    return new OrganizationAccount(
        arn("account/o-example/" + id),
        ACCOUNT,
        REGION,
        id,
        "account " + id,
        state,
        parentId,
        parentArn);
  }
}
