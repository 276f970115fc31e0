/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * What a rule author tests a rule with: cases as data, {@link dev.merlon.testing.ControlCases}, and
 * the property that holds for every rule, {@link dev.merlon.testing.Soundness}.
 */
@NullMarked
package dev.merlon.testing;

import org.jspecify.annotations.NullMarked;
