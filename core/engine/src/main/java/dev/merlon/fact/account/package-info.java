/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** What is known of an account as such: that it was read, and whom AWS turns to about it. */
@NullMarked
package dev.merlon.fact.account;

import org.jspecify.annotations.NullMarked;
