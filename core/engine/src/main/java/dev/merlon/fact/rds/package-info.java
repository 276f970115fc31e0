/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Facts of Amazon RDS, Aurora, Neptune and DocumentDB, which answer one API. */
@NullMarked
package dev.merlon.fact.rds;

import org.jspecify.annotations.NullMarked;
