/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.iam;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;

/**
 * A customer managed policy, in its default version.
 *
 * @param document JSON, not URL-encoded
 */
@ReadBy(value = "iam:GetAccountAuthorizationDetails", scope = ReadBy.Scope.ACCOUNT)
public record IamPolicy(
    String arn, String account, String region, String policyName, String path, String document)
    implements Resource {}
