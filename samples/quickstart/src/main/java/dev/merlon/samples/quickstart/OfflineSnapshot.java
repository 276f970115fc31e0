/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.samples.quickstart;

import dev.merlon.HardeningEngine;
import dev.merlon.Report;
import dev.merlon.Snapshot;
import dev.merlon.report.SnapshotFile;
import dev.merlon.rules.AwsRules;
import java.nio.file.Path;

/** Judges the demo snapshot; needs no AWS account. */
public final class OfflineSnapshot {
  private OfflineSnapshot() {}

  public static void main(String[] args) {
    // README begins
    HardeningEngine engine =
        HardeningEngine.builder().rules(AwsRules.all()).build(); // once: thread-safe, keep it
    Snapshot snapshot = SnapshotFile.read(Path.of("samples/cli/demo/snapshot.json"));
    Report report = engine.evaluate(snapshot);
    report
        .failures()
        .forEach(f -> System.out.println(f.severity() + " " + f.controlId() + " " + f.evidence()));
    // README ends
  }
}
