/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.organizations;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;

/**
 * The document of a policy.
 *
 * @param arn the policy's ARN
 * @param policyArn the same
 * @param content JSON
 */
@ReadBy(value = "organizations:DescribePolicy", scope = ReadBy.Scope.ACCOUNT, per = "policyArn")
public record OrganizationPolicyContent(
    String arn, String account, String region, String policyArn, String policyId, String content)
    implements Resource {}
