/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** The controls for AWS: {@link dev.merlon.rules.AwsRules}. */
@NullMarked
package dev.merlon.rules;

import org.jspecify.annotations.NullMarked;
