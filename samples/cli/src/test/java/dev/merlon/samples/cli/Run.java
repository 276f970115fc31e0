/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.samples.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

/** One run of the command line in this JVM. */
record Run(int exitCode, String out, String err) {

  static final Path ROOT = Path.of(System.getProperty("merlon.root"));
  static final Path DEMO = ROOT.resolve("samples/cli/demo/snapshot.json");

  static Run of(Object... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] texts = new String[args.length];
    for (int i = 0; i < args.length; i++) {
      texts[i] = args[i].toString();
    }
    int exitCode = Merlon.run(new PrintWriter(out), new PrintWriter(err), texts);
    return new Run(exitCode, out.toString(), err.toString());
  }
}
