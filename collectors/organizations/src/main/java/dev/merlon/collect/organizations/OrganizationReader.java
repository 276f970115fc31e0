/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.organizations;

import static dev.merlon.collect.AwsValues.present;
import static dev.merlon.collect.AwsValues.required;

import dev.merlon.collect.Reading;
import dev.merlon.fact.organizations.Organization;
import java.util.List;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.DescribeOrganizationResponse;

/** Maps DescribeOrganization. */
final class OrganizationReader {
  private OrganizationReader() {}

  static void read(OrganizationsClient organizations, Reading reading) {
    reading.each(List.of(organizations.describeOrganization()), answer -> map(answer, reading));
  }

  private static Organization map(DescribeOrganizationResponse answer, Reading reading) {
    software.amazon.awssdk.services.organizations.model.Organization organization =
        present(answer.organization(), "Organization");
    return new Organization(
        required(organization.arn(), "Arn"),
        reading.account(),
        reading.region(),
        required(organization.id(), "Id"),
        required(organization.featureSetAsString(), "FeatureSet"),
        required(organization.masterAccountId(), "MasterAccountId"));
  }
}
