/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.samples.quickstart;

import dev.merlon.HardeningEngine;
import dev.merlon.Snapshot;
import dev.merlon.collect.AwsCollector;
import dev.merlon.rules.AwsRules;
import software.amazon.awssdk.regions.Region;

/** Judges the account that the AWS SDK's own configuration names. */
public final class LiveAccount {
  private LiveAccount() {}

  public static void main(String[] args) {
    HardeningEngine engine = HardeningEngine.builder().rules(AwsRules.all()).build();
    // README begins
    Snapshot snapshot =
        AwsCollector.builder()
            .forControls(engine.controls()) // only the calls that those need
            .regions(Region.EU_WEST_1, Region.US_EAST_1)
            .build()
            .collect(); // reads, never writes
    // README ends
    engine
        .evaluate(snapshot)
        .failures()
        .forEach(f -> System.out.println(f.severity() + " " + f.controlId() + " " + f.arn()));
  }
}
