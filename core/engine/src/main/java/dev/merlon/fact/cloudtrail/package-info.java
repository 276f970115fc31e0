/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Facts of AWS CloudTrail. */
@NullMarked
package dev.merlon.fact.cloudtrail;

import org.jspecify.annotations.NullMarked;
