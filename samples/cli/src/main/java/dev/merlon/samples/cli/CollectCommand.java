/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.samples.cli;

import dev.merlon.Snapshot;
import dev.merlon.report.SnapshotFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "collect",
    description = "Reads the account into a snapshot file, to be judged later or elsewhere.")
final class CollectCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create(); // picocli sets it

  @Mixin private AwsOptions aws = new AwsOptions();
  @Mixin private SelectionOptions selection = new SelectionOptions();

  @Option(
      names = "--output",
      paramLabel = "FILE",
      required = true,
      description = "The snapshot file, readable by its owner only; compressed if it ends in .gz.")
  private Path file = Path.of(""); // picocli sets it

  @Option(
      names = "--fail-on-incomplete",
      description = "Exits with 4 if something could not be read.")
  private boolean failOnIncomplete;

  @Override
  public Integer call() {
    Snapshot snapshot = aws.collect(selection.engine().controls());
    SnapshotFile.write(snapshot, file);
    PrintWriter err = spec.commandLine().getErr();
    err.printf(
        "merlon: %d facts and %d gaps of %d accounts in %s%n",
        snapshot.facts().size(),
        snapshot.gaps().size(),
        snapshot.coverage().accounts().size(),
        Text.printable(file.toString()));
    return failOnIncomplete && !snapshot.gaps().isEmpty() ? ExitCode.INCOMPLETE : ExitCode.OK;
  }
}
