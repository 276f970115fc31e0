/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * A strict reader of JSON for what AWS hands out as text: policies and event patterns.
 *
 * <p>{@link dev.merlon.fact.json.Json} is immutable and safe for use by many threads.
 */
@NullMarked
package dev.merlon.fact.json;

import org.jspecify.annotations.NullMarked;
