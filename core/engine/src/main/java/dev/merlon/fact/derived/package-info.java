/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Facts that no AWS call returns: derivations (rules in {@code derived/}) infer them for other
 * rules to read, yours included.
 */
@NullMarked
package dev.merlon.fact.derived;

import org.jspecify.annotations.NullMarked;
