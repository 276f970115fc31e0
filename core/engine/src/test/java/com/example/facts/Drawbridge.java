/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package com.example.facts;

import dev.merlon.fact.ReadBy;

/** No fact, whatever its annotation says. */
@ReadBy("example:ListDrawbridges")
public final class Drawbridge {}
