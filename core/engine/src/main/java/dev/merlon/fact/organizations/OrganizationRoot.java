/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.organizations;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;
import dev.merlon.fact.Tags;
import java.util.Map;

/**
 * The root of an organization; there is one.
 *
 * @param policyTypes the status of each policy type that the root has, {@code ENABLED}, {@code
 *     PENDING_ENABLE} or {@code PENDING_DISABLE}, by type: {@code SERVICE_CONTROL_POLICY}, …; a
 *     type that is disabled is not there
 */
@ReadBy(value = "organizations:ListRoots", scope = ReadBy.Scope.ACCOUNT)
public record OrganizationRoot(
    String arn,
    String account,
    String region,
    String rootId,
    String name,
    Map<String, String> policyTypes)
    implements Resource {
  public OrganizationRoot {
    policyTypes = Tags.copyOf(policyTypes);
  }

  /** The status of a policy type; {@code DISABLED} for one that the root does not have. */
  public String statusOf(String policyType) {
    String status = policyTypes.get(policyType);
    return status == null ? "DISABLED" : status;
  }
}
