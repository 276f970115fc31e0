/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Reads what Amazon EC2 tells of networks: VPCs, security groups, interfaces, prefix lists. */
@NullMarked
package dev.merlon.collect.network;

import org.jspecify.annotations.NullMarked;
