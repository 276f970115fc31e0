/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * What patterns catch: metric filters of Amazon CloudWatch Logs and rules of Amazon EventBridge,
 * held against sample events of AWS CloudTrail. All of it is immutable and safe for use by many
 * threads.
 */
@NullMarked
package dev.merlon.fact.pattern;

import org.jspecify.annotations.NullMarked;
