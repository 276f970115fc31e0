/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** The programs that the README shows, word for word. */
@NullMarked
package dev.merlon.samples.quickstart;

import org.jspecify.annotations.NullMarked;
