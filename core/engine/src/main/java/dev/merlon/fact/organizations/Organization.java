/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.organizations;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;

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
}
