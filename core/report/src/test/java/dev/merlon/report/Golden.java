/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of expected output, compared as a whole; {@code -Dupdate.docs=true} rewrites them. */
final class Golden {

  private static final Path FOLDER =
      Path.of(System.getProperty("basedir", ""), "src/test/resources/dev/merlon/report");

  private Golden() {}

  static void assertSame(String actual, String name) {
    Path file = FOLDER.resolve(name);
    try {
      if (Boolean.getBoolean("update.docs")) {
        Files.writeString(file, actual);
      }
      assertThat(actual).isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
