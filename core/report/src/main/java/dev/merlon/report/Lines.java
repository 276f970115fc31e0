/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Writes text for terminals, ASCII only: whatever it is given is escaped, so that no name or tag
 * can move the cursor, end a line or turn the text around. Words are never broken, so that ARNs can
 * be copied; a long one exceeds the width.
 */
final class Lines {

  private static final int HANGING = 2;

  private final Appendable out;
  private final int width;

  Lines(Appendable out, int width) {
    this.out = out;
    this.width = width;
  }

  /** Replaces what is not printable ASCII: {@code \u001b}. Backslashes stay as they are. */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    for (int index = 0; index < text.length(); index++) {
      char each = text.charAt(index);
      if (each >= ' ' && each <= '~') {
        escaped.append(each);
      } else {
        escaped.append(String.format("\\u%04x", (int) each));
      }
    }
    return escaped.toString();
  }

  /** Writes an empty line. */
  void empty() {
    end(new StringBuilder());
  }

  /** Writes a text on one line, however long. */
  void line(int indent, String text) {
    end(new StringBuilder(" ".repeat(indent)).append(escape(text)));
  }

  /** Writes a text on as many lines as it takes, all but the first indented a little more. */
  void wrapped(int indent, String text) {
    wrap(new StringBuilder(" ".repeat(indent)), indent + HANGING, text);
  }

  /**
   * Writes a table: columns as wide as their widest cell, numbers to the right, the last column
   * wrapped.
   *
   * @param rows of one length, the first one with the headings
   */
  void table(List<List<String>> rows) {
    int last = rows.get(0).size() - 1;
    int[] widths = new int[last];
    boolean[] numbers = new boolean[last];
    for (int column = 0; column < last; column++) {
      numbers[column] = true;
      for (List<String> row : rows) {
        String cell = escape(row.get(column));
        widths[column] = Math.max(widths[column], cell.length());
        numbers[column] &= row == rows.get(0) || cell.chars().allMatch(Character::isDigit);
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < last; column++) {
        String cell = escape(row.get(column));
        String padding = " ".repeat(widths[column] - cell.length());
        line.append(numbers[column] ? padding + cell : cell + padding).append("  ");
      }
      wrap(line, line.length(), row.get(last));
    }
  }

  private void wrap(StringBuilder line, int indent, String text) {
    boolean first = true;
    for (String word : escape(text).split(" ", -1)) {
      if (!first && line.length() + 1 + word.length() > width) {
        end(line);
        line = new StringBuilder(" ".repeat(indent));
        first = true;
      }
      line.append(first ? "" : " ").append(word);
      first = false;
    }
    end(line);
  }

  private void end(StringBuilder line) {
    try {
      out.append(line.toString().stripTrailing()).append('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
