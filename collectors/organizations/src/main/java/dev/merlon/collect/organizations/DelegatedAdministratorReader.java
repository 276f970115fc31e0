/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.organizations;

import static dev.merlon.collect.AwsValues.required;
import static dev.merlon.collect.AwsValues.text;

import dev.merlon.collect.Reading;
import dev.merlon.fact.organizations.DelegatedAdministrator;
import dev.merlon.fact.organizations.DelegatedService;
import software.amazon.awssdk.services.organizations.OrganizationsClient;

/** Maps ListDelegatedAdministrators, and ListDelegatedServicesForAccount for each of them. */
final class DelegatedAdministratorReader {
  private static final int PAGE = 20;

  private DelegatedAdministratorReader() {}

  static void read(OrganizationsClient organizations, Reading reading) {
    reading.each(
        organizations
            .listDelegatedAdministratorsPaginator(request -> request.maxResults(PAGE))
            .delegatedAdministrators(),
        administrator ->
            new DelegatedAdministrator(
                required(administrator.arn(), "Arn"),
                reading.account(),
                reading.region(),
                required(administrator.id(), "Id"),
                text(administrator.name()),
                text(administrator.stateAsString(), text(administrator.statusAsString()))));
  }

  static void readServices(
      OrganizationsClient organizations, DelegatedAdministrator administrator, Reading reading) {
    reading.each(
        organizations
            .listDelegatedServicesForAccountPaginator(
                request -> request.accountId(administrator.accountId()).maxResults(PAGE))
            .delegatedServices(),
        service -> {
          String principal = required(service.servicePrincipal(), "ServicePrincipal");
          return new DelegatedService(
              administrator.arn() + "/service/" + principal,
              reading.account(),
              reading.region(),
              administrator.arn(),
              administrator.accountId(),
              principal);
        });
  }
}
