/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.iam;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;

/**
 * What GetAccountSummary tells of the root user, at the time of the call.
 *
 * @param arn the account's root
 * @param accountPasswordPresent whether the root user has a password
 * @param accountAccessKeysPresent how many access keys the root user has
 * @param accountSigningCertificatesPresent how many X.509 signing certificates the root user has
 * @param accountMfaEnabled whether the root user has an MFA device, of whatever kind
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountSummary.html">GetAccountSummary</a>
 */
@ReadBy(value = "iam:GetAccountSummary", scope = ReadBy.Scope.ACCOUNT)
public record AccountSummary(
    String arn,
    String account,
    String region,
    RootPassword accountPasswordPresent,
    int accountAccessKeysPresent,
    int accountSigningCertificatesPresent,
    boolean accountMfaEnabled)
    implements Resource {
  /** Whether the root user has a password. */
  public enum RootPassword {
    /** The answer does not say: older endpoints leave it out. */
    NOT_SAID,
    ABSENT,
    PRESENT
  }
}
