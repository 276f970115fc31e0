/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Facts of Amazon ElastiCache. */
@NullMarked
package dev.merlon.fact.elasticache;

import org.jspecify.annotations.NullMarked;
