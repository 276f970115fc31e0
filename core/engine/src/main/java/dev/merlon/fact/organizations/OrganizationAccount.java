/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.organizations;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;

/**
 * An account of the organization, the management account among them.
 *
 * @param account the account that read it
 * @param accountId the account that it is
 * @param state State, or Status where AWS still answers that instead; {@code NOT_SAID} also for one
 *     that we do not know
 * @param parentId the unit or root that it is in
 * @param parentArn the same, as its ARN
 */
@ReadBy(
    value = "organizations:ListAccountsForParent",
    scope = ReadBy.Scope.ACCOUNT,
    per = "parentArn")
public record OrganizationAccount(
    String arn,
    String account,
    String region,
    String accountId,
    String name,
    State state,
    String parentId,
    String parentArn)
    implements Resource {
  /** How far the account has come, or gone. */
  public enum State {
    NOT_SAID,
    PENDING_ACTIVATION,
    ACTIVE,
    SUSPENDED,
    PENDING_CLOSURE,
    CLOSED
  }
}
