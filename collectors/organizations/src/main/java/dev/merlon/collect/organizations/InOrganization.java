/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.organizations;

import dev.merlon.collect.Reader;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.AwsOrganizationsNotInUseException;

/** Takes AWSOrganizationsNotInUseException for the answer that there is nothing to read. */
final class InOrganization {
  private InOrganization() {}

  static Reader<OrganizationsClient> only(Reader<OrganizationsClient> reader) {
    return (organizations, reading) -> {
      try {
        reader.read(organizations, reading);
      } catch (AwsOrganizationsNotInUseException e) {
        // The account is in no organization.
      }
    };
  }
}
