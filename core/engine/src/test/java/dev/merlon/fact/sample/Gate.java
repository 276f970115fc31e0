/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.sample;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;

/** Belongs to a tower; read for a Region at once. */
@ReadBy("castle:ListGates")
public record Gate(String arn, String account, String region, String towerArn, boolean open)
    implements Resource {}
