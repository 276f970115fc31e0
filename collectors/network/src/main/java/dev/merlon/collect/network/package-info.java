/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Reads what Amazon EC2 and Amazon VPC tell of networks, and the load balancers and databases in
 * them.
 */
@NullMarked
package dev.merlon.collect.network;

import org.jspecify.annotations.NullMarked;
