/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.merlon.fact.FactType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way in which a file can fail to be a snapshot, with what people are told. */
class MalformedSnapshotTest {

  private static final String HEAD = "{\"format\": \"merlon-snapshot\", \"version\": 1,\n";
  private static final String BODY =
      HEAD + "\"takenAt\": \"2026-01-31T12:00:00Z\", \"coverage\": [], \"gaps\": [],\n";
  private static final String ENTRY =
      "{\"arn\": \"a\", \"account\": \"1\", \"region\": \"r\", \"prefixListArn\": \"p\","
          + " \"cidr\": \"c\", \"description\": \"\"}";

  private static final String KNOWN =
      String.join(", ", FactType.all(MalformedSnapshotTest.class.getClassLoader()).keySet())
          + " (one of your own must stand in its artifact's META-INF/merlon/fact-types)";

  private final Path file;

  MalformedSnapshotTest(@TempDir Path folder) {
    file = folder.resolve("snapshot.json");
  }

  /** A snapshot whose second prefix list entry is this, on line 4. */
  private static String entry(String fact) {
    return BODY + "\"facts\": {\"PrefixListEntry\": [" + ENTRY + ",\n" + fact + "]}}";
  }

  private static String entry(String text, String replacement) {
    return entry(ENTRY.replace(text, replacement));
  }

  static Stream<Arguments> contents() {
    return Stream.of(
        arguments("", "line 1, column 1: the file is empty"),
        arguments(" \n", "line 2, column 1: the file is empty"),
        arguments(
            "hello",
            "line 1, column 6: malformed JSON: Unrecognized token 'hello': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')"),
        arguments(
            "<html>",
            "line 1, column 1: malformed JSON: Unexpected character ('<' (code 60)): expected a valid value (JSON String, Number, Array, Object or token 'null', 'true' or 'false')"),
        arguments("5", "line 1, column 1: must be an object, as a snapshot is, not the number 5"),
        arguments(
            "\"merlon-snapshot\"",
            "line 1, column 1: must be an object, as a snapshot is, not the text \"merlon-snapshot\""),
        arguments("null", "line 1, column 1: must be an object, as a snapshot is, not null"),
        arguments("[]", "line 1, column 1: must be an object, as a snapshot is, not a list"),
        arguments(
            "{}",
            "line 1, column 2: this is no Merlon snapshot, which begins with \"format\": \"merlon-snapshot\""),
        arguments(
            "{\"Version\": \"2012-10-17\"}",
            "line 1, column 2, /Version: this is no Merlon snapshot, which begins with \"format\": \"merlon-snapshot\""),
        arguments(
            "{\"format\": \"sarif\"}",
            "line 1, column 12, /format: this is no Merlon snapshot, which begins with \"format\": \"merlon-snapshot\""),
        arguments(
            "{\"format\": 1}",
            "line 1, column 12, /format: this is no Merlon snapshot, which begins with \"format\": \"merlon-snapshot\""),
        arguments(
            "{\"version\": 1}",
            "line 1, column 14: this is no Merlon snapshot, which begins with \"format\": \"merlon-snapshot\""),
        arguments(
            "{\"version\": \"1\"}",
            "line 1, column 13, /version: must be a whole number from -2147483648 to 2147483647, not the text \"1\""),
        arguments(
            "{\"format\": \"merlon-snapshot\", \"version\": 2, \"new\": {}}",
            "line 1, column 42, /version: is 2, only 1 can be read: a newer Merlon wrote the file, use that one"),
        arguments(
            "{\"format\": \"merlon-snapshot\", \"version\": 0}",
            "line 1, column 42, /version: is 0, only 1 can be read"),
        arguments(
            "{\"format\": \"merlon-snapshot\", \"version\": 1.0}",
            "line 1, column 42, /version: must be a whole number from -2147483648 to 2147483647, not the number 1.0"),
        arguments(
            "{\"format\": \"merlon-snapshot\", \"version\": 99999999999}",
            "line 1, column 42, /version: must be a whole number from -2147483648 to 2147483647, not the number 99999999999"),
        arguments(
            "{\"format\": \"merlon-snapshot\", \"version\": 1}",
            "line 1, column 43: the snapshot lacks takenAt, coverage, gaps, facts"),
        arguments(
            HEAD + "\"takenat\": 1}",
            "line 2, column 1, /takenat: a snapshot has no such part, it has format, version, takenAt, coverage, gaps, facts"),
        arguments(
            HEAD + "\"takenAt\": 1767182400}",
            "line 2, column 12, /takenAt: must be an instant such as \"2026-01-31T12:00:00Z\", not the number 1767182400"),
        arguments(
            HEAD + "\"takenAt\": \"yesterday\"}",
            "line 2, column 12, /takenAt: must be an instant such as \"2026-01-31T12:00:00Z\", not the text \"yesterday\""),
        arguments(
            HEAD + "\"takenAt\": null}",
            "line 2, column 12, /takenAt: must be an instant such as \"2026-01-31T12:00:00Z\", not null"),
        arguments(
            HEAD + "\"coverage\": {}}",
            "line 2, column 13, /coverage: must be a list, not an object"),
        arguments(
            HEAD + "\"coverage\": [\"111122223333\"]}",
            "line 2, column 14, /coverage/0: must be an object, not the text \"111122223333\""),
        arguments(
            HEAD + "\"coverage\": [{\"account\": \"1\", \"region\": \"r\"}]}",
            "line 2, column 44, /coverage/0: components are missing: factTypes; if another version of Merlon wrote this, collect again with this one"),
        arguments(
            HEAD
                + "\"coverage\": [{\"account\": \"1\", \"region\": \"r\", \"factTypes\": [\"Vpcs\"]}]}",
            "line 2, column 67, /coverage/0: there is no fact type \"Vpcs\"; known are <known>"),
        arguments(
            HEAD
                + "\"gaps\": [{\"factType\": \"Vpcs\", \"account\": \"1\", \"region\": \"r\", \"reason\": \"\"}]}",
            "line 2, column 74, /gaps/0: there is no fact type \"Vpcs\"; known are <known>"),
        arguments(
            HEAD + "\"gaps\": [{\"factType\": \"Vpc\", \"account\": \"1\", \"reason\": null}]}",
            "line 2, column 56, /gaps/0/reason: must be a text, not null"),
        arguments(
            BODY + "\"facts\": []}",
            "line 3, column 10, /facts: must be an object of lists of facts by type, not a list"),
        arguments(
            BODY + "\"facts\": {\"PrefixListEntries\": []}}",
            "line 3, column 11, /facts/PrefixListEntries: there is no fact type \"PrefixListEntries\"; known are <known>"),
        arguments(
            BODY + "\"facts\": {\"java.lang.Runtime\": [{}]}}",
            "line 3, column 11, /facts/java.lang.Runtime: there is no fact type \"java.lang.Runtime\"; known are <known>"),
        arguments(
            BODY + "\"facts\": {\"PrefixListEntry\": {}}}",
            "line 3, column 30, /facts/PrefixListEntry: must be a list, not an object"),
        arguments(
            entry("[]"),
            "line 4, column 1, /facts/PrefixListEntry/1: must be an object, not a list"),
        arguments(
            entry("null"),
            "line 4, column 1, /facts/PrefixListEntry/1: must be an object, not null"),
        arguments(
            entry("{\"arn\": \"a\", \"account\": \"1\", \"region\": \"r\"}"),
            "line 4, column 43, /facts/PrefixListEntry/1: components are missing: prefixListArn, cidr, description; if another version of Merlon wrote this, collect again with this one"),
        arguments(
            entry("\"cidr\"", "\"cidrs\""),
            "line 4, column 67, /facts/PrefixListEntry/1/cidrs: no such component: PrefixListEntry has arn, account, region, prefixListArn, cidr, description; if another version of Merlon wrote this, collect again with this one"),
        arguments(
            entry("\"cidr\"", "\"\\u001b[31m\\u202e\""),
            "line 4, column 67, /facts/PrefixListEntry/1/\\u001b[31m\\u202e: no such component: PrefixListEntry has arn, account, region, prefixListArn, cidr, description; if another version of Merlon wrote this, collect again with this one"),
        arguments(
            entry("\"c\"", "null"),
            "line 4, column 75, /facts/PrefixListEntry/1/cidr: must be a text, not null"),
        arguments(
            entry("\"c\"", "5"),
            "line 4, column 75, /facts/PrefixListEntry/1/cidr: must be a text, not the number 5"),
        arguments(
            entry("\"c\"", "[\"c\"]"),
            "line 4, column 75, /facts/PrefixListEntry/1/cidr: must be a text, not a list"),
        arguments(
            entry("\"c\"", "c"),
            "line 4, column 77, /facts/PrefixListEntry/1/cidr: malformed JSON: Unrecognized token 'c': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')"),
        arguments(
            entry("\"c\"", "\"c"),
            "line 4, column 80, /facts/PrefixListEntry/1/cidr: malformed JSON: Unexpected character ('d' (code 100)): was expecting comma to separate Object entries"),
        arguments(
            entry("\"c\"", "\"\\q\""),
            "line 4, column 77, /facts/PrefixListEntry/1/cidr: malformed JSON: Unrecognized character escape 'q' (code 113)"),
        arguments(
            entry("\"c\"", "\"\u0007\""),
            "line 4, column 76, /facts/PrefixListEntry/1/cidr: malformed JSON: Illegal unquoted character ((CTRL-CHAR, code 7)): has to be escaped using backslash to be included in string value"),
        arguments(
            entry("\"cidr\"", "\"arn\""),
            "line 4, column 72, /facts/PrefixListEntry/1/arn: malformed JSON: Duplicate field 'arn'"),
        arguments(
            entry("\"c\"", "\"c\","),
            "line 4, column 79, /facts/PrefixListEntry/1/cidr: malformed JSON: Unexpected character (',' (code 44)): was expecting double-quote to start field name"),
        arguments(
            BODY + "\"facts\": {\"Vpc\": [], \"Vpc\": []}}",
            "line 3, column 27, /facts/Vpc: malformed JSON: Duplicate field 'Vpc'"),
        arguments(
            BODY + "\"facts\": {}, \"facts\": {}}",
            "line 3, column 21, /facts: malformed JSON: Duplicate field 'facts'"),
        arguments(
            BODY + "\"facts\": {}}\n{}",
            "line 4, column 1: nothing may follow, but an object does"),
        arguments(
            BODY + "\"facts\": {}}\n,",
            "line 4, column 1: malformed JSON: Unexpected character (',' (code 44)): expected a value"),
        arguments(
            BODY + "\"facts\": {}} // done",
            "line 3, column 14: malformed JSON: Unexpected character ('/' (code 47)): maybe a (non-standard) comment? (not recognized as one since Feature 'ALLOW_COMMENTS' not enabled for parser)"),
        arguments(
            BODY + "\"facts\": {}",
            "line 3, column 12, /facts: ends too early, something is cut off"),
        arguments(
            BODY + "\"facts\": {\"Vpc\"",
            "line 3, column 16, /facts/Vpc: ends too early, something is cut off"),
        arguments(
            BODY + "\"facts\": {\"" + "x".repeat(60_000) + "\": []}}",
            "line 3, column 60013, /facts: Name length (60000) exceeds the maximum allowed (50000, from `StreamReadConstraints.getMaxNameLength()`)"),
        arguments(
            entry("\"c\"", "1".repeat(2_000)),
            "line 4, column 2075, /facts/PrefixListEntry/1/cidr: Number value length (2000) exceeds the maximum allowed (1000, from `StreamReadConstraints.getMaxNumberLength()`)"),
        arguments(
            entry("\"c\"", "[".repeat(2_000)),
            "line 4, column 75, /facts/PrefixListEntry/1/cidr: must be a text, not a list"),
        arguments(
            entry("\"r\"", "5, \"note\": \"" + "x".repeat(100) + "\""),
            "line 4, column 40, /facts/PrefixListEntry/1/region: must be a text, not the number 5"));
  }

  @ParameterizedTest
  @MethodSource("contents")
  void read_malformed_saysWhereAndWhat(String content, String message) throws IOException {
    Files.writeString(file, content);
    assertThatThrownBy(() -> SnapshotFile.read(file))
        .isInstanceOf(InvalidFileException.class)
        .hasMessage(file + ", " + message.replace("<known>", KNOWN));
  }

  @Test
  void read_notUtf8_saysSo() throws IOException {
    Files.write(file, new byte[] {'{', '"', (byte) 0xff, '"'});
    assertThatThrownBy(() -> SnapshotFile.read(file))
        .isInstanceOf(InvalidFileException.class)
        .hasMessage(file + ", line 1, column 5: malformed JSON: Invalid UTF-8 start byte 0xff");
  }

  @Test
  void read_binary_saysSo() throws IOException {
    Files.write(file, new byte[] {0, 0, 0, 1, 0x7f, 0x7f, 0, 0});
    assertThatThrownBy(() -> SnapshotFile.read(file))
        .isInstanceOf(InvalidFileException.class)
        .hasMessage(file + ": is not UTF-8 text");
  }

  @Test
  void read_zippedAndDamaged_saysSo() throws IOException {
    byte[] zipped = zipped(entry(ENTRY));
    zipped[zipped.length - 6] ^= 1;
    Files.write(file, zipped);
    assertThatThrownBy(() -> SnapshotFile.read(file))
        .isInstanceOf(InvalidFileException.class)
        .hasMessage(file + ": the zipped data is damaged or cut off");
  }

  @Test
  void read_twoZippedSnapshotsInOne_saysSo() throws IOException {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(zipped(entry(ENTRY)));
    both.writeBytes(zipped(entry(ENTRY)));
    Files.write(file, both.toByteArray());
    assertThatThrownBy(() -> SnapshotFile.read(file))
        .isInstanceOf(InvalidFileException.class)
        .hasMessage(file + ", line 4, column 101: nothing may follow, but an object does");
  }

  @Test
  void read_cutOffAnywhere_isAnInvalidFile() throws IOException {
    byte[] whole = entry(ENTRY).getBytes(UTF_8);
    byte[] zipped = zipped(entry(ENTRY));
    for (byte[] content : new byte[][] {whole, zipped}) {
      for (int length = 0; length < content.length; length++) {
        Files.write(file, Arrays.copyOf(content, length));
        assertThat(catchThrowable(() -> SnapshotFile.read(file)))
            .as("the first %s bytes", length)
            .isInstanceOf(InvalidFileException.class)
            .hasMessageStartingWith(file.toString());
      }
    }
  }

  @Test
  void read_anyByteSpoilt_isReadOrAnInvalidFile() throws IOException {
    byte[] whole = entry(ENTRY).getBytes(UTF_8);
    int refused = 0;
    for (int index = 0; index < whole.length; index++) {
      for (char spoilt : "\u0000\"{],1\u00ff".toCharArray()) {
        byte[] content = whole.clone();
        content[index] = (byte) spoilt;
        Files.write(file, content);
        Throwable thrown = catchThrowable(() -> SnapshotFile.read(file));
        if (thrown != null) {
          refused++;
          assertThat(thrown).isInstanceOf(InvalidFileException.class);
        }
      }
    }
    assertThat(refused).isGreaterThan(whole.length);
  }

  private static byte[] zipped(String content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }
}
