/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Reads AWS Organizations, root access and alternate contacts. */
@NullMarked
package dev.merlon.collect.organizations;

import org.jspecify.annotations.NullMarked;
