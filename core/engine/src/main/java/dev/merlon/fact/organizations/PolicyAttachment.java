/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.organizations;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;

/**
 * A root, unit or account that a policy is attached to.
 *
 * @param arn the policy's ARN, {@code /target/} and the target's id: AWS gives none
 * @param targetType {@code ROOT}, {@code ORGANIZATIONAL_UNIT} or {@code ACCOUNT}
 */
@ReadBy(
    value = "organizations:ListTargetsForPolicy",
    scope = ReadBy.Scope.ACCOUNT,
    per = "policyArn")
public record PolicyAttachment(
    String arn,
    String account,
    String region,
    String policyArn,
    String policyId,
    String targetId,
    String targetType,
    String targetName)
    implements Resource {}
