/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import org.jspecify.annotations.Nullable;

/**
 * A fact type that could not be read somewhere, for derivations that weigh for themselves what that
 * could change. There is one for every gap, what was never asked included.
 *
 * @param factType the fact type's name
 * @param arn the resource that it could not be read for; null for all of the account and Region
 * @param reason why, for people
 */
public record MissingFact(
    String factType, String account, String region, @Nullable String arn, String reason) {}
