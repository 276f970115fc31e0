/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Facts of Amazon CloudWatch Logs. */
@NullMarked
package dev.merlon.fact.logs;

import org.jspecify.annotations.NullMarked;
