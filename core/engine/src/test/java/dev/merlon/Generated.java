/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of the module that the build writes: compared, or rewritten when it is told to. */
public final class Generated {

  private Generated() {}

  /**
   * Compares a file with what it should hold.
   *
   * @param file below the folder of the module
   */
  public static void check(String file, String expected) throws IOException {
    Path path = Path.of(file);
    if (Boolean.getBoolean("update.docs")) {
      Files.writeString(path, expected);
    }
    assertThat(Files.exists(path) ? Files.readString(path) : "")
        .as(file + " is not up to date; run mvn -B verify -Dupdate.docs and commit what it wrote")
        .isEqualTo(expected);
  }
}
