/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.sample;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;

/** Read once per account. */
@ReadBy(value = "castle:GetMoat", scope = ReadBy.Scope.ACCOUNT)
public record Moat(String arn, String account, String region, int depth) implements Resource {}
