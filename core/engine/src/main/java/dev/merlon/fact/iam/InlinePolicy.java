/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.iam;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;

/**
 * A policy that is written into a user, group or role.
 *
 * @param arn the owner's ARN, {@code /inline/} and the policy's name: AWS gives it no ARN
 * @param ownerArn the user, group or role that it is written into
 * @param document JSON, not URL-encoded
 */
@ReadBy(value = "iam:GetAccountAuthorizationDetails", scope = ReadBy.Scope.ACCOUNT)
public record InlinePolicy(
    String arn, String account, String region, String ownerArn, String policyName, String document)
    implements Resource {}
