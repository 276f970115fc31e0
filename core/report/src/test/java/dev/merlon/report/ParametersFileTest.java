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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersFileTest {

  private final Path file;

  ParametersFileTest(@TempDir Path folder) {
    file = folder.resolve("parameters.yaml");
  }

  private ParametersFile.Values values(String content) throws IOException {
    return ParametersFile.values(Files.writeString(file, content));
  }

  @Test
  void read_everyKindOfValue_isKept() throws IOException {
    assertThat(
            values(
                """
                # what we allow
                all:
                  days: 60
                  none: 0
                  less: -5
                  account: 111122223333
                  strict: true
                  lax: false
                  name: a text
                  quoted: "60"
                  octal: '012345670012'
                  no: "no"
                  empty: ""
                  date: 2026-01-31
                  block: |
                    two
                    lines
                  ports: 22, 137-139
                  list: [22, 137-139, true, "no"]
                  nothing: []
                controls:
                  sg-no-open-ssh: {trusted: &office [192.0.2.0/24, "2001:db8::/32"]}
                  sg-no-open-rdp:
                    trusted: *office
                  mfa-root:
                """))
        .isEqualTo(
            new ParametersFile.Values(
                Map.ofEntries(
                    Map.entry("days", 60),
                    Map.entry("none", 0),
                    Map.entry("less", -5),
                    Map.entry("account", 111122223333L),
                    Map.entry("strict", true),
                    Map.entry("lax", false),
                    Map.entry("name", "a text"),
                    Map.entry("quoted", "60"),
                    Map.entry("octal", "012345670012"),
                    Map.entry("no", "no"),
                    Map.entry("empty", ""),
                    Map.entry("date", "2026-01-31"),
                    Map.entry("block", "two\nlines\n"),
                    Map.entry("ports", "22, 137-139"),
                    Map.entry("list", List.of(22, "137-139", true, "no")),
                    Map.entry("nothing", List.of())),
                Map.of(
                    "sg-no-open-ssh", Map.of("trusted", List.of("192.0.2.0/24", "2001:db8::/32")),
                    "sg-no-open-rdp", Map.of("trusted", List.of("192.0.2.0/24", "2001:db8::/32")),
                    "mfa-root", Map.of())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "\n", "# nothing\n", "---\n", "{}", "all:\ncontrols:\n", "all: {}", "\ufeff"})
  void read_nothingSet_isEmpty(String content) throws IOException {
    assertThat(values(content)).isEqualTo(new ParametersFile.Values(Map.of(), Map.of()));
    assertThat(ParametersFile.read(file)).isNotNull();
  }

  private static final String AMBIGUOUS =
      " for something else: write true or false, a whole number in plain digits, or a text in quotes";
  private static final String KINDS =
      "must be a text, a whole number, true or false, or a list of those";
  private static final String LINES = "must be lines of the form \"name: value\"";
  private static final String NOTHING = "has no value: give one, or remove it to keep the default";
  private static final String TWICE = "stands here a second time; remove one";
  private static final String NO_SECTION =
      "no such section: put parameters under \"all\", or under \"controls\" and the id of a control";

  static Stream<Arguments> contents() {
    return Stream.of(
        arguments("maxAgeDays: 60", "line 1, column 1, /maxAgeDays: " + NO_SECTION),
        arguments("all:\n  a: 1\nControls: {}", "line 3, column 1, /Controls: " + NO_SECTION),
        arguments("all: 5", "line 1, column 6, /all: " + LINES),
        arguments("all: []", "line 1, column 6, /all: " + LINES),
        arguments("- all", "line 1, column 1: " + LINES),
        arguments("text", "line 1, column 1: " + LINES),
        arguments("controls: [sg-no-open-ssh]", "line 1, column 11, /controls: " + LINES),
        arguments(
            "controls:\n  sg-no-open-ssh: 22",
            "line 2, column 19, /controls/sg-no-open-ssh: " + LINES),
        arguments(
            "controls:\n  sg-no-open-ssh:\n    ports: {from: 22}",
            "line 3, column 12, /controls/sg-no-open-ssh/ports: " + KINDS),
        arguments("all:\n  a: [1, [2]]", "line 2, column 10, /all/a/1: " + KINDS),
        arguments("all:\n  a: [1, {b: 2}]", "line 2, column 10, /all/a/1: " + KINDS),
        arguments("all:\n  a:\n  b: 1", "line 2, column 5, /all/a: " + NOTHING),
        arguments("all:\n  a: ~", "line 2, column 6, /all/a: " + NOTHING),
        arguments("all:\n  a: [1, null]", "line 2, column 10, /all/a/1: " + NOTHING),
        arguments("all:\n  a: no", "line 2, column 6, /all/a: YAML may take no" + AMBIGUOUS),
        arguments("all:\n  a: True", "line 2, column 6, /all/a: YAML may take True" + AMBIGUOUS),
        arguments(
            "all:\n  a: 012345670012",
            "line 2, column 6, /all/a: YAML may take 012345670012" + AMBIGUOUS),
        arguments("all:\n  a: 0x1f", "line 2, column 6, /all/a: YAML may take 0x1f" + AMBIGUOUS),
        arguments("all:\n  a: 1_000", "line 2, column 6, /all/a: YAML may take 1_000" + AMBIGUOUS),
        arguments("all:\n  a: 12:30", "line 2, column 6, /all/a: YAML may take 12:30" + AMBIGUOUS),
        arguments("all:\n  a: 1.10", "line 2, column 6, /all/a: YAML may take 1.10" + AMBIGUOUS),
        arguments("all:\n  a: +5", "line 2, column 6, /all/a: YAML may take +5" + AMBIGUOUS),
        arguments(
            "all:\n  a: 1234567890123456789",
            "line 2, column 6, /all/a: YAML may take 1234567890123456789" + AMBIGUOUS),
        arguments(
            "all:\n  a: !!java.net.URL [\"http://192.0.2.1/\"]",
            "line 2, column 6: malformed YAML: Global tag is not allowed: tag:yaml.org,2002:java.net.URL"),
        arguments(
            "all:\n  a: !!java.io.File /etc/passwd",
            "line 2, column 6: malformed YAML: Global tag is not allowed: tag:yaml.org,2002:java.io.File"),
        arguments("all:\n  a: !secret x", "line 2, column 6, /all/a: YAML may take x" + AMBIGUOUS),
        arguments("all:\n  a: 1\n  b: 2\n  a: 3", "line 4, column 3, /all/a: " + TWICE),
        arguments("all:\n  a: 1\nall:\n  b: 1", "line 3, column 1, /all: " + TWICE),
        arguments("controls:\n  x: {a: 1}\n  x: {b: 1}", "line 3, column 3, /controls/x: " + TWICE),
        arguments("all:\n  [a, b]: 1", "line 2, column 3, /all: a name must be a text"),
        arguments("all:\n  <<: {a: 1}", "line 2, column 7, /all/<<: " + KINDS),
        arguments("all:\n  a: &a [*a]", "line 2, column 6, /all/a/0: " + KINDS),
        arguments("all:\n  a: *b", "line 2, column 6: malformed YAML: found undefined alias b"),
        arguments(
            "all:\n  a: [1, 2",
            "line 2, column 11: malformed YAML: while parsing a flow sequence, expected ',' or ']', but got <stream end>"),
        arguments(
            "all:\n\ta: 1",
            "line 2, column 1: malformed YAML: while scanning for the next token, found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation)"),
        arguments(
            "all: a: 1", "line 1, column 7: malformed YAML: mapping values are not allowed here"),
        arguments(
            "all:\n  a: \"\\x\"",
            "line 2, column 9: malformed YAML: while scanning a double-quoted scalar, expected escape sequence of 2 hexadecimal numbers, but found: \""),
        arguments(
            "all:\n  a: \"\u001b\"", "line 2: malformed YAML: a control character must be escaped"),
        arguments(
            "all:\n  \"\\e[31m\\u202e\": ~",
            "line 2, column 19, /all/\\u001b[31m\\u202e: " + NOTHING),
        arguments(
            "all: {}\n---\nall: {}",
            "line 2, column 1: malformed YAML: expected a single document in the stream, but found another document"),
        arguments(
            "%YAML 9.0\n---\nall: {}",
            "line 1, column 1: malformed YAML: found incompatible YAML document (version 1.* is required)"));
  }

  @ParameterizedTest
  @MethodSource("contents")
  void read_malformed_saysWhereAndWhat(String content, String message) throws IOException {
    Files.writeString(file, content);
    assertThatThrownBy(() -> ParametersFile.read(file))
        .isInstanceOf(InvalidFileException.class)
        .hasMessage(file + ", " + message);
  }

  @Test
  void read_aliasesThatMultiply_areRefusedAtOnce() throws IOException {
    StringBuilder bomb = new StringBuilder("all:\n  a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int level = 1; level < 30; level++) {
      String alias = "*a" + (level - 1);
      bomb.append("  a" + level + ": &a" + level + " [");
      bomb.append(String.join(", ", alias, alias, alias, alias, alias) + "]\n");
    }
    assertThatThrownBy(() -> values(bomb.toString()))
        .isInstanceOf(InvalidFileException.class)
        .hasMessage(
            file
                + ": malformed YAML: Number of aliases for non-scalar nodes exceeds the specified max=50");
  }

  @Test
  void read_nestedTooDeep_isRefused() throws IOException {
    assertThatThrownBy(() -> values("all: " + "[".repeat(100_000)))
        .isInstanceOf(InvalidFileException.class)
        .hasMessage(file + ": malformed YAML: Nesting Depth exceeded max 50");
  }

  @Test
  void read_notUtf8_saysSo() throws IOException {
    Files.write(file, new byte[] {'a', (byte) 0xff});
    assertThatThrownBy(() -> ParametersFile.read(file))
        .isInstanceOf(InvalidFileException.class)
        .hasMessage(file + ": is not UTF-8 text");
  }

  @Test
  void read_missingFile_saysSo() {
    assertThatThrownBy(() -> ParametersFile.read(file))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage(file + ": cannot be read: no such file or folder");
  }
}
