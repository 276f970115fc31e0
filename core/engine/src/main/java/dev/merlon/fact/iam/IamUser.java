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

/**
 * An IAM user as GetAccountAuthorizationDetails tells it; the policies written into it are facts of
 * their own, {@link InlinePolicy}.
 *
 * @param groupNames the groups that the user is in, ascending
 * @param attachedPolicyArns the managed policies attached to the user itself, ascending
 * @param permissionsBoundaryArn the managed policy that bounds the user; empty for none
 */
@ReadBy(value = "iam:GetAccountAuthorizationDetails", scope = ReadBy.Scope.ACCOUNT)
public record IamUser(
    String arn,
    String account,
    String region,
    String userName,
    String userId,
    String path,
    Instant createDate,
    List<String> groupNames,
    List<String> attachedPolicyArns,
    String permissionsBoundaryArn,
    Map<String, String> tags)
    implements Resource {
  public IamUser {
    groupNames = groupNames.stream().sorted().toList();
    attachedPolicyArns = attachedPolicyArns.stream().sorted().toList();
    tags = Tags.copyOf(tags);
  }

  /** Whether the user has a tag of this key, whatever its value. */
  public boolean hasTag(String key) {
    return tags.containsKey(key);
  }
}
