/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect;

import dev.merlon.fact.Resource;
import dev.merlon.fact.account.Account;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.ServiceMetadata;

/** The account whose credentials are used, and the partition it is in: {@code aws} for one. */
record CallerAccount(String id, String partition) {

  /** The SDK's name for the endpoints of services that have one for all Regions. */
  Region globalRegion() {
    return Region.of(partition + "-global");
  }

  /** The Region where the partition keeps such services, and where their events arrive. */
  Region homeOfGlobalServices() {
    return ServiceMetadata.of("iam").signingRegion(globalRegion());
  }

  /** What the rules know of it: who the caller is has been asked already. */
  Account fact() {
    return new Account("arn:" + partition + ":iam::" + id + ":root", id, Resource.GLOBAL);
  }
}
