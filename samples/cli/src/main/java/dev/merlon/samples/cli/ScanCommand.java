/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.samples.cli;

import dev.merlon.HardeningEngine;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "scan",
    description = "Reads the account and judges it: collect and evaluate in one.")
final class ScanCommand implements Callable<Integer> {

  @Mixin private AwsOptions aws = new AwsOptions();
  @Mixin private SelectionOptions selection = new SelectionOptions();
  @Mixin private ReportOptions report = new ReportOptions();

  @Override
  public Integer call() {
    HardeningEngine engine = selection.engine();
    return report.print(
        engine.evaluate(aws.collect(engine.controls())), engine.controls(), selection.severity());
  }
}
