/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.organizations;

import static dev.merlon.collect.AwsValues.required;
import static dev.merlon.collect.AwsValues.text;

import dev.merlon.collect.Reading;
import dev.merlon.fact.organizations.OrganizationRoot;
import dev.merlon.fact.organizations.OrganizationalUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.organizations.OrganizationsClient;

/** Maps ListOrganizationalUnitsForParent, for a root and all that is below it. */
final class UnitReader {
  private static final int PAGE = 20;

  private UnitReader() {}

  static void read(OrganizationsClient organizations, OrganizationRoot root, Reading reading) {
    // What has been seen is not listed again, so that the walk ends whatever is answered.
    Set<String> seen = new HashSet<>(List.of(root.rootId()));
    Deque<String> parents = new ArrayDeque<>(seen);
    while (!parents.isEmpty()) {
      String parent = parents.remove();
      organizations
          .listOrganizationalUnitsForParentPaginator(
              request -> request.parentId(parent).maxResults(PAGE))
          .forEach(
              page ->
                  reading.eachToMany(
                      page.organizationalUnits(),
                      unit -> {
                        OrganizationalUnit mapped = map(unit, parent, root, reading);
                        if (!seen.add(mapped.organizationalUnitId())) {
                          return Stream.empty();
                        }
                        parents.add(mapped.organizationalUnitId());
                        return Stream.of(mapped);
                      }));
    }
  }

  private static OrganizationalUnit map(
      software.amazon.awssdk.services.organizations.model.OrganizationalUnit unit,
      String parent,
      OrganizationRoot root,
      Reading reading) {
    return new OrganizationalUnit(
        required(unit.arn(), "Arn"),
        reading.account(),
        reading.region(),
        required(unit.id(), "Id"),
        text(unit.name()),
        parent,
        root.arn());
  }
}
