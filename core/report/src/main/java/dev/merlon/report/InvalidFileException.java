/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.report;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file whose content cannot be used. The message is for people: it names the file, the place
 * (line, column and path of names), what is wrong there and what would be right. What it quotes of
 * the content is escaped.
 */
public final class InvalidFileException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /**
   * @param place empty when the whole file is meant
   */
  InvalidFileException(Path file, String place, String problem, @Nullable Throwable cause) {
    super(file + Lines.escape((place.isEmpty() ? "" : ", " + place) + ": " + problem), cause);
  }

  /** Names a place; lines and columns count from 1. */
  static String place(int line, int column) {
    return "line " + line + ", column " + column;
  }
}
