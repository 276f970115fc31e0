/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.sample;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;

/** Joined across accounts: its copy may lie in another one. */
@ReadBy(value = "castle:ListVaults", scope = ReadBy.Scope.ORGANIZATION)
public record Vault(String arn, String account, String region, String copyArn)
    implements Resource {}
