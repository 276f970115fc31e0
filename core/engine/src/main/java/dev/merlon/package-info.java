/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Judges how well an AWS organization is hardened: start at {@link dev.merlon.HardeningEngine},
 * give it a {@link dev.merlon.Snapshot}, read the {@link dev.merlon.Report}.
 */
@NullMarked
package dev.merlon;

import org.jspecify.annotations.NullMarked;
