/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.iam;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;
import java.util.List;

/**
 * An IAM group; the policies written into it are {@link InlinePolicy} facts.
 *
 * @param attachedPolicyArns the managed policies attached to it, ascending
 */
@ReadBy(value = "iam:GetAccountAuthorizationDetails", scope = ReadBy.Scope.ACCOUNT)
public record IamGroup(
    String arn,
    String account,
    String region,
    String groupName,
    String path,
    List<String> attachedPolicyArns)
    implements Resource {
  public IamGroup {
    attachedPolicyArns = attachedPolicyArns.stream().sorted().toList();
  }
}
