/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.samples.cli;

import dev.merlon.InvalidRuleException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says what went wrong in words; the stack trace only to those who ask for it. */
final class Failures implements IExecutionExceptionHandler {

  private final BooleanSupplier verbose;

  Failures(BooleanSupplier verbose) {
    this.verbose = verbose;
  }

  @Override
  public int handleExecutionException(
      Exception thrown, CommandLine commandLine, ParseResult parsed) {
    List<String> lines =
        thrown instanceof InvalidRuleException rules
            ? rules.problems()
            : String.valueOf(thrown.getMessage()).lines().toList();
    for (String line : lines) {
      commandLine.getErr().println("merlon: " + Text.printable(line));
    }
    if (thrown.getMessage() == null || isUnexpected(thrown)) {
      commandLine
          .getErr()
          .println(
              "merlon: this is unexpected ("
                  + thrown.getClass().getName()
                  + "); run again with --verbose and report it");
    }
    if (verbose.getAsBoolean()) {
      thrown.printStackTrace(commandLine.getErr());
    }
    return ExitCode.FAILED;
  }

  private static boolean isUnexpected(Exception thrown) {
    boolean ours = thrown.getClass().getName().startsWith("dev.merlon.");
    return !ours
        && !(thrown instanceof CancellationException)
        && !(thrown instanceof IllegalArgumentException)
        && !(thrown instanceof UncheckedIOException);
  }
}
