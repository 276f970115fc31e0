/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.sample;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;

/** What most test controls judge. */
@ReadBy("castle:ListTowers")
public record Tower(String arn, String account, String region, int height) implements Resource {}
