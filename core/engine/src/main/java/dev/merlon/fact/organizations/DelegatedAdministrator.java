/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.organizations;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;

/**
 * A member account that administers some service for the organization.
 *
 * @param status State, or Status where AWS still answers that instead: {@code ACTIVE}, {@code
 *     SUSPENDED}, …; empty when it says neither
 */
@ReadBy(value = "organizations:ListDelegatedAdministrators", scope = ReadBy.Scope.ACCOUNT)
public record DelegatedAdministrator(
    String arn, String account, String region, String accountId, String name, String status)
    implements Resource {}
