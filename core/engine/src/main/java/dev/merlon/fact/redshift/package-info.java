/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Facts of Amazon Redshift. */
@NullMarked
package dev.merlon.fact.redshift;

import org.jspecify.annotations.NullMarked;
