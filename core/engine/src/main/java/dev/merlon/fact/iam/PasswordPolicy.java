/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.iam;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;
import java.util.Map;

/**
 * The account's own password policy, which governs IAM users and not the root user. Where AWS
 * answers NoSuchEntity there is none, and AWS's default applies.
 *
 * @param arn the account's root
 * @param maxPasswordAgeDays 0 when passwords do not expire
 * @param passwordReusePrevention how many earlier passwords may not be used again; 0 for none
 */
@ReadBy(value = "iam:GetAccountPasswordPolicy", scope = ReadBy.Scope.ACCOUNT)
public record PasswordPolicy(
    String arn,
    String account,
    String region,
    int minimumPasswordLength,
    boolean requireUppercaseCharacters,
    boolean requireLowercaseCharacters,
    boolean requireNumbers,
    boolean requireSymbols,
    boolean expirePasswords,
    int maxPasswordAgeDays,
    int passwordReusePrevention,
    boolean allowUsersToChangePassword)
    implements Resource {
  /** Whether a password expires, after that many days at the latest. */
  public boolean expiresWithin(int days) {
    return expirePasswords && maxPasswordAgeDays > 0 && maxPasswordAgeDays <= days;
  }

  /** Evidence for when passwords expire. */
  public Map<String, ?> expiry() {
    return Map.of("expirePasswords", expirePasswords, "maxPasswordAgeDays", maxPasswordAgeDays);
  }
}
