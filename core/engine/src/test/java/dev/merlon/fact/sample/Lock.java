/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.sample;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;

/** Read one vault at a time, joined across accounts. */
@ReadBy(value = "castle:GetLock", scope = ReadBy.Scope.ORGANIZATION, per = "vaultArn")
public record Lock(String arn, String account, String region, String vaultArn, boolean strong)
    implements Resource {}
