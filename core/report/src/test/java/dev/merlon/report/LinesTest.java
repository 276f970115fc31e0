/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LinesTest {

  private final StringBuilder out = new StringBuilder();

  static Stream<Arguments> texts() {
    return Stream.of(
        arguments("plain text, ~ and \\", "plain text, ~ and \\"),
        arguments("\u001b[2J\u001b]0;x\u0007", "\\u001b[2J\\u001b]0;x\\u0007"),
        arguments("\n\r\t\b\u0000", "\\u000a\\u000d\\u0009\\u0008\\u0000"),
        arguments("\u007f\u0085\u009b31m", "\\u007f\\u0085\\u009b31m"),
        arguments("\u202a\u202e\u2066\u2069\u200e", "\\u202a\\u202e\\u2066\\u2069\\u200e"),
        arguments("\u2028\u2029\u200b\ufeff", "\\u2028\\u2029\\u200b\\ufeff"),
        arguments("caf\u00e9 \ud83d\ude00 \ud83d", "caf\\u00e9 \\ud83d\\ude00 \\ud83d"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void escape_anythingButPrintableAscii_isWrittenAsItsNumber(String text, String escaped) {
    assertThat(Lines.escape(text)).isEqualTo(escaped);
  }

  @Test
  void wrapped_longerThanTheWidth_breaksBetweenWordsAndIndentsMore() {
    new Lines(out, 12).wrapped(2, "one two three averyveryverylongword four");
    assertThat(out.toString())
        .isEqualTo("  one two\n    three\n    averyveryverylongword\n    four\n");
  }

  @Test
  void wrapped_exactlyTheWidth_staysOnOneLine() {
    new Lines(out, 9).wrapped(2, "one two");
    new Lines(out, 8).wrapped(2, "one two");
    assertThat(out.toString()).isEqualTo("  one two\n  one\n    two\n");
  }

  @Test
  void wrapped_textWithSeveralSpacesAndLineFeeds_keepsThemApart() {
    new Lines(out, 80).wrapped(0, "a  b\nFAIL  forged");
    assertThat(out.toString()).isEqualTo("a  b\\u000aFAIL  forged\n");
  }

  @Test
  void wrapped_noWidthAtAll_writesAWordALine() {
    new Lines(out, 0).wrapped(0, "a b");
    assertThat(out.toString()).isEqualTo("a\n  b\n");
  }

  @Test
  void table_numbersAndTexts_alignsBothAndWrapsTheLast() {
    new Lines(out, 20)
        .table(
            List.of(
                List.of("NAME", "COUNT", "TITLE"),
                List.of("a\u001b", "7", "one two three"),
                List.of("b", "1000000", "")));
    assertThat(out.toString())
        .isEqualTo(
            """
            NAME       COUNT  TITLE
            a\\u001b        7  one
                              two
                              three
            b        1000000
            """);
  }

  @Test
  void line_appendableFails_throwsUnchecked() {
    Appendable broken =
        new Appendable() {
          @Override
          public Appendable append(CharSequence text) throws IOException {
            throw new IOException("closed");
          }

          @Override
          public Appendable append(CharSequence text, int from, int to) throws IOException {
            throw new IOException("closed");
          }

          @Override
          public Appendable append(char each) throws IOException {
            throw new IOException("closed");
          }
        };
    assertThatThrownBy(() -> new Lines(broken, 80).line(0, "x"))
        .isInstanceOf(UncheckedIOException.class)
        .hasRootCauseMessage("closed");
  }
}
