/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.organizations;

import static dev.merlon.collect.AwsValues.required;
import static dev.merlon.collect.AwsValues.text;

import dev.merlon.collect.Reading;
import dev.merlon.fact.organizations.OrganizationRoot;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.Root;

/** Maps ListRoots. */
final class RootReader {
  private static final int PAGE = 20;

  private RootReader() {}

  static void read(OrganizationsClient organizations, Reading reading) {
    organizations
        .listRootsPaginator(request -> request.maxResults(PAGE))
        .forEach(page -> reading.each(page.roots(), root -> map(root, reading)));
  }

  private static OrganizationRoot map(Root root, Reading reading) {
    Map<String, String> policyTypes = new HashMap<>();
    root.policyTypes()
        .forEach(
            type ->
                policyTypes.put(
                    required(type.typeAsString(), "Type"),
                    required(type.statusAsString(), "Status")));
    return new OrganizationRoot(
        required(root.arn(), "Arn"),
        reading.account(),
        reading.region(),
        required(root.id(), "Id"),
        text(root.name()),
        policyTypes);
  }
}
