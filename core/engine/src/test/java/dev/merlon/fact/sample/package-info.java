/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Facts that exist for tests only: a castle instead of a cloud. */
@NullMarked
package dev.merlon.fact.sample;

import org.jspecify.annotations.NullMarked;
