/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Facts of Amazon OpenSearch Service. */
@NullMarked
package dev.merlon.fact.opensearch;

import org.jspecify.annotations.NullMarked;
