/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect;

import software.amazon.awssdk.regions.Region;

/** The account whose credentials are used, and the partition it is in: {@code aws} for one. */
record Account(String id, String partition) {

  /** The SDK's name for the endpoints of services that have one for all Regions. */
  Region globalRegion() {
    return Region.of(partition + "-global");
  }
}
