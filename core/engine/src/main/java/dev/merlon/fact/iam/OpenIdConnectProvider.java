/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.iam;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;

/**
 * An OpenID Connect identity provider.
 *
 * @param arn ends with the provider's URL
 */
@ReadBy(value = "iam:ListOpenIDConnectProviders", scope = ReadBy.Scope.ACCOUNT)
public record OpenIdConnectProvider(String arn, String account, String region)
    implements Resource {}
