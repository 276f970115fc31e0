/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.organizations;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;
import java.util.Collection;

/**
 * The organization that the account belongs to. Accounts without one have no such fact
 * (AWSOrganizationsNotInUseException).
 *
 * @param featureSet {@code ALL} or {@code CONSOLIDATED_BILLING}
 * @param managementAccountId MasterAccountId
 */
@ReadBy(value = "organizations:DescribeOrganization", scope = ReadBy.Scope.ACCOUNT)
public record Organization(
    String arn,
    String account,
    String region,
    String organizationId,
    String featureSet,
    String managementAccountId)
    implements Resource {
  /** Whether the account that was read is the management account. */
  public boolean readByManagementAccount() {
    return managementAccountId.equals(account);
  }

  /** Whether it is one of these; an empty list expects all. */
  public boolean isExpected(Collection<String> organizationIds) {
    return organizationIds.isEmpty() || organizationIds.contains(organizationId);
  }

  /**
   * Whether an account may live directly under the root.
   *
   * @param allowed ids of accounts, and {@code management} for the management account
   */
  public boolean allowsUnderRoot(String accountId, Collection<String> allowed) {
    return allowed.contains(accountId)
        || (allowed.contains("management") && managementAccountId.equals(accountId));
  }
}
