/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.organizations;

import static dev.merlon.collect.AwsValues.required;

import dev.merlon.collect.Reading;
import dev.merlon.fact.organizations.TrustedService;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.EnabledServicePrincipal;

/** Maps ListAWSServiceAccessForOrganization. */
final class TrustedServiceReader {
  private static final int PAGE = 20;

  private TrustedServiceReader() {}

  static void read(OrganizationsClient organizations, Reading reading) {
    organizations
        .listAWSServiceAccessForOrganizationPaginator(request -> request.maxResults(PAGE))
        .forEach(
            page ->
                reading.each(page.enabledServicePrincipals(), service -> map(service, reading)));
  }

  private static TrustedService map(EnabledServicePrincipal service, Reading reading) {
    String principal = required(service.servicePrincipal(), "ServicePrincipal");
    return new TrustedService(
        reading.arn("iam", reading.account(), "root/service/" + principal),
        reading.account(),
        reading.region(),
        principal);
  }
}
