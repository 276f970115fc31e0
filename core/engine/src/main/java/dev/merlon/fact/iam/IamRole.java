/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.iam;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;
import dev.merlon.fact.Tags;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An IAM role; the policies written into it are {@link InlinePolicy} facts.
 *
 * @param assumeRolePolicyDocument the trust policy, JSON, not URL-encoded
 * @param attachedPolicyArns the managed policies attached to it, ascending
 * @param permissionsBoundaryArn the managed policy that bounds it; empty for none
 * @param lastUsedDate when it was last used; null when that is not known
 */
@ReadBy(value = "iam:GetAccountAuthorizationDetails", scope = ReadBy.Scope.ACCOUNT)
public record IamRole(
    String arn,
    String account,
    String region,
    String roleName,
    String path,
    Instant createDate,
    String assumeRolePolicyDocument,
    List<String> attachedPolicyArns,
    String permissionsBoundaryArn,
    @Nullable Instant lastUsedDate,
    Map<String, String> tags)
    implements Resource {
  public IamRole {
    attachedPolicyArns = attachedPolicyArns.stream().sorted().toList();
    tags = Tags.copyOf(tags);
  }

  /** Whether IAM Identity Center made it for a permission set. */
  public boolean isByIdentityCenter() {
    return path.startsWith("/aws-reserved/sso.amazonaws.com/");
  }

  /** Whether an AWS service made it for itself alone. */
  public boolean isServiceLinked() {
    return path.startsWith("/aws-service-role/");
  }
}
