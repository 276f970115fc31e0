/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * The vocabulary of the rules: one record type for one AWS read, named and described by {@link
 * dev.merlon.fact.FactType}. Depends on the JDK alone.
 */
@NullMarked
package dev.merlon.fact;

import org.jspecify.annotations.NullMarked;
