/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Facts of Amazon CloudWatch. */
@NullMarked
package dev.merlon.fact.cloudwatch;

import org.jspecify.annotations.NullMarked;
