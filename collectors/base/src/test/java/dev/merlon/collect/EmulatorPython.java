/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** The Python that has the emulator: made once under the root's {@code target}, and kept there. */
final class EmulatorPython {
  private static final String REQUIREMENT = "moto[server]==5.2.5";

  private EmulatorPython() {}

  /** Finds the interpreter, or installs it, while other processes that want it wait. */
  static synchronized Path interpreter() {
    Path target = Path.of(System.getProperty("merlon.root", "../.."), "target").toAbsolutePath();
    try {
      Files.createDirectories(target);
      try (FileChannel channel =
              FileChannel.open(
                  target.resolve("emulator-venv.lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        if (!lock.isValid()) {
          throw new IllegalStateException("lost the lock of " + target);
        }
        return installed(target.resolve("emulator-venv"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path installed(Path environment) throws IOException {
    Path python = environment.resolve("bin").resolve("python");
    Path marker = environment.resolve("installed");
    if (Files.exists(marker) && Files.readString(marker).equals(REQUIREMENT)) {
      return python;
    }
    requirePython();
    run(Map.of(), "python3", "-m", "venv", "--clear", environment.toString());
    run(Map.of(), python.toString(), "-m", "pip", "install", "--quiet", REQUIREMENT);
    Files.writeString(marker, REQUIREMENT);
    return python;
  }

  private static void requirePython() {
    try {
      run(Map.of(), "python3", "--version");
    } catch (UncheckedIOException e) {
      missing("no emulator: python3 cannot be started: " + e.getMessage(), System.getenv("CI"));
    }
  }

  /** Skips the test, or fails it where skipping would go unnoticed. */
  static void missing(String reason, @Nullable String ci) {
    if ("true".equals(ci)) {
      throw new AssertionError(reason);
    }
    System.err.println("SKIPPED: " + reason);
    Assumptions.abort(reason);
  }

  /**
   * Runs a command to its end and returns what it printed.
   *
   * @throws IllegalStateException with what it printed, if it fails
   */
  static String run(Map<String, String> environment, String... command) {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int exit = process.waitFor();
      if (exit != 0) {
        throw new IllegalStateException(
            String.join(" ", command) + " ended with " + exit + ":\n" + printed);
      }
      return printed;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
