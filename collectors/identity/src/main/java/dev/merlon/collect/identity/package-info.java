/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Reads AWS IAM and IAM Identity Center. */
@NullMarked
package dev.merlon.collect.identity;

import org.jspecify.annotations.NullMarked;
