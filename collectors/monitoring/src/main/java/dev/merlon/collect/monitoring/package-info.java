/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Reads who is told when something changes: AWS CloudTrail, CloudWatch, EventBridge, SNS. */
@NullMarked
package dev.merlon.collect.monitoring;

import org.jspecify.annotations.NullMarked;
