/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** What AWS IAM tells: users, groups, roles, policies, credentials and MFA devices. */
@NullMarked
package dev.merlon.fact.iam;

import org.jspecify.annotations.NullMarked;
