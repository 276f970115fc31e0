/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.iam;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A SAML identity provider. */
@ReadBy(value = "iam:ListSAMLProviders", scope = ReadBy.Scope.ACCOUNT)
public record SamlProvider(
    String arn,
    String account,
    String region,
    @Nullable Instant createDate,
    @Nullable Instant validUntil)
    implements Resource {}
