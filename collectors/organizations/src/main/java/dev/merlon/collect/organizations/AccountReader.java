/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.organizations;

import static dev.merlon.collect.AwsValues.required;
import static dev.merlon.collect.AwsValues.text;

import dev.merlon.collect.Reading;
import dev.merlon.fact.organizations.OrganizationAccount;
import dev.merlon.fact.organizations.OrganizationAccount.State;
import dev.merlon.fact.organizations.OrganizationRoot;
import dev.merlon.fact.organizations.OrganizationalUnit;
import java.util.Arrays;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.Account;

/** Maps ListAccountsForParent, for a root and for a unit. */
final class AccountReader {
  private static final int PAGE = 20;

  private AccountReader() {}

  static void readInRoot(
      OrganizationsClient organizations, OrganizationRoot root, Reading reading) {
    read(organizations, root.rootId(), root.arn(), reading);
  }

  static void readInUnit(
      OrganizationsClient organizations, OrganizationalUnit unit, Reading reading) {
    read(organizations, unit.organizationalUnitId(), unit.arn(), reading);
  }

  private static void read(
      OrganizationsClient organizations, String parentId, String parentArn, Reading reading) {
    organizations
        .listAccountsForParentPaginator(request -> request.parentId(parentId).maxResults(PAGE))
        .forEach(
            page ->
                reading.each(
                    page.accounts(),
                    account ->
                        new OrganizationAccount(
                            required(account.arn(), "Arn"),
                            reading.account(),
                            reading.region(),
                            required(account.id(), "Id"),
                            text(account.name()),
                            state(account),
                            parentId,
                            parentArn)));
  }

  /** A state that we do not know is not taken for what Status says: that knows fewer. */
  private static State state(Account account) {
    String said = text(account.stateAsString(), text(account.statusAsString()));
    return Arrays.stream(State.values())
        .filter(state -> state.name().equals(said))
        .findFirst()
        .orElse(State.NOT_SAID);
  }
}
