/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Facts of Amazon EventBridge. */
@NullMarked
package dev.merlon.fact.events;

import org.jspecify.annotations.NullMarked;
