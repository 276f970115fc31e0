/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.report;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Writes texts, reports for one, to files that only their owner may read. */
public final class OwnerOnlyFile {
  private OwnerOnlyFile() {}

  /**
   * Writes a text as UTF-8. The file is readable and writable by its owner only, where the file
   * system knows owners; it replaces an older one at once when it is complete, and leaves it as it
   * was when anything fails. A link is replaced, not followed; a device such as {@code /dev/stdout}
   * is written to.
   *
   * @throws UncheckedIOException if the file cannot be written; the message names it and says why
   */
  public static void write(Path file, Consumer<? super Appendable> content) {
    try {
      AtomicFile.write(
          file,
          out -> {
            Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            content.accept(text);
            text.flush();
          });
    } catch (IOException e) {
      throw new UncheckedIOException(
          Lines.escape(file + ": cannot be written: " + AtomicFile.reason(e)), e);
    }
  }
}
