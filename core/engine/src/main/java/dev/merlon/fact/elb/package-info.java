/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Facts of Elastic Load Balancing, of both APIs. */
@NullMarked
package dev.merlon.fact.elb;

import org.jspecify.annotations.NullMarked;
