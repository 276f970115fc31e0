/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Facts of Amazon SNS. */
@NullMarked
package dev.merlon.fact.sns;

import org.jspecify.annotations.NullMarked;
