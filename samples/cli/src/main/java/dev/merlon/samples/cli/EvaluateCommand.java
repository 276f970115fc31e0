/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.samples.cli;

import dev.merlon.HardeningEngine;
import dev.merlon.report.SnapshotFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "evaluate", description = "Judges a snapshot file; needs no AWS account.")
final class EvaluateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create(); // picocli sets it

  @Parameters(paramLabel = "SNAPSHOT", description = "A file that merlon collect wrote.")
  private Path snapshot = Path.of(""); // picocli sets it

  @Mixin private SelectionOptions selection = new SelectionOptions();
  @Mixin private ReportOptions report = new ReportOptions();

  @Override
  public Integer call() {
    if (!Files.exists(snapshot)) {
      throw new ParameterException(
          spec.commandLine(),
          Text.printable(snapshot + ": no such file; name one that merlon collect wrote"));
    }
    HardeningEngine engine = selection.engine();
    return report.print(
        engine.evaluate(SnapshotFile.read(snapshot)), engine.controls(), selection.severity());
  }
}
