/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** What a user of the library writes. */
@NullMarked
package com.example;

import org.jspecify.annotations.NullMarked;
