/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.samples.cli;

import dev.merlon.report.OwnerOnlyFile;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** In which form results are printed, and where. */
final class Destination {

  /** The forms of a result. */
  enum Format {
    CONSOLE,
    JSON
  }

  /** Of what is printed in columns. */
  static final int WIDTH = 100;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create(); // picocli sets it

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "console or json (default: console).")
  private Format format = Format.CONSOLE;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Writes to a file, readable by its owner only, instead of standard output.")
  private @Nullable Path output;

  void write(Consumer<Appendable> console, Consumer<Appendable> json) {
    Consumer<Appendable> content = format == Format.JSON ? json : console;
    if (output == null) {
      content.accept(spec.commandLine().getOut());
    } else {
      OwnerOnlyFile.write(output, content);
    }
  }
}
