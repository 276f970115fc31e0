/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect;

import software.amazon.awssdk.regions.Region;

/**
 * Where a read is made.
 *
 * @param region as facts and gaps say it
 * @param clientRegion as the SDK's clients want it
 * @param firstRegion a Region that answers for what every Region shows
 */
record Place(CallerAccount account, String region, Region clientRegion, Region firstRegion) {}
