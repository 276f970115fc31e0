/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.organizations;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;

/**
 * The resource policy of the organization, which delegates the management of policies. Where AWS
 * answers ResourcePolicyNotFoundException there is none.
 *
 * @param content JSON
 */
@ReadBy(value = "organizations:DescribeResourcePolicy", scope = ReadBy.Scope.ACCOUNT)
public record OrganizationResourcePolicy(
    String arn, String account, String region, String resourcePolicyId, String content)
    implements Resource {}
