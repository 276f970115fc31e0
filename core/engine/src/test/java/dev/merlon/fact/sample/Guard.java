/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.sample;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;

/** Stands at a gate of a tower; read one tower at a time. */
@ReadBy(
    value = {"castle:ListGuards", "castle:GetGuard"},
    per = "towerArn")
public record Guard(
    String arn, String account, String region, String towerArn, String gateArn, boolean awake)
    implements Resource {}
