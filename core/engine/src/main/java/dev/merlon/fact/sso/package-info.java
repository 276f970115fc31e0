/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** What AWS IAM Identity Center tells. */
@NullMarked
package dev.merlon.fact.sso;

import org.jspecify.annotations.NullMarked;
