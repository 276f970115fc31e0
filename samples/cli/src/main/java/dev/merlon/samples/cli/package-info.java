/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** The scanner for the command line: {@link dev.merlon.samples.cli.Merlon}. */
@NullMarked
package dev.merlon.samples.cli;

import org.jspecify.annotations.NullMarked;
