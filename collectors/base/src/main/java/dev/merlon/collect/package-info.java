/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Reads the live state of an AWS account into a {@link dev.merlon.Snapshot}: start at {@link
 * dev.merlon.collect.AwsCollector}. What to read is declared by {@link
 * dev.merlon.collect.ServiceCollector}s, one artifact each.
 */
@NullMarked
package dev.merlon.collect;

import org.jspecify.annotations.NullMarked;
