/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonTest {

  @Test
  void parse_everyKindOfValue_isKept() {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("text", new Json.Str("a\"\\/\b\f\n\r\té😀"));
    members.put("", new Json.Arr(List.of()));
    members.put(
        "list",
        new Json.Arr(
            List.of(
                new Json.Num("-0.50E+3"),
                new Json.Bool(true),
                new Json.Bool(false),
                Json.Null.NULL,
                new Json.Obj(Map.of()))));

    Json parsed =
        Json.parse(
            " \t\r\n{\"text\" : \"a\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\uDE00\", \"\":[ ],"
                + "\"list\":[-0.50E+3,true,false,null,{}]}\n");

    assertThat(parsed).isEqualTo(new Json.Obj(members));
    assertThat(((Json.Obj) parsed).members().keySet()).containsExactly("text", "", "list");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-0", "10", "1.25", "1e9", "1E-09", "-12.0e+7"})
  void parse_number_keepsItsText(String text) {
    assertThat(Json.parse(text)).isEqualTo(new Json.Num(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|line 1, column 1: a value is missing at the end of the text",
        "{\"a\":|line 1, column 6: a value is missing at the end of the text",
        "{\"a\" 1}|line 1, column 6: a colon is missing after a key",
        "{a:1}|line 1, column 2: a key in double quotes is missing",
        "{'a':1}|line 1, column 2: a key in double quotes is missing",
        "{\"a\":1,}|line 1, column 8: a key in double quotes is missing",
        "{\"a\":1|line 1, column 7: a comma or the end of the object is missing",
        "{\"a\":1,\"b\":{\"x\":1},\"a\":2}|line 1, column 20: the key \"a\" is there twice",
        "{\"a\":null,\"\\u0061\":null}|line 1, column 11: the key \"a\" is there twice",
        "[1,]|line 1, column 4: neither a value nor a quoted string",
        "[1 2]|line 1, column 4: a comma or the end of the array is missing",
        "[1]x|line 1, column 4: text after the end of the value",
        "01|line 1, column 2: text after the end of the value",
        "+1|line 1, column 1: neither a value nor a quoted string",
        "-|line 1, column 2: a digit is missing",
        "1.|line 1, column 3: a digit is missing",
        "1e+|line 1, column 4: a digit is missing",
        "NaN|line 1, column 1: neither a value nor a quoted string",
        "tru|line 1, column 1: neither a value nor a quoted string",
        "True|line 1, column 1: neither a value nor a quoted string",
        "// x|line 1, column 1: neither a value nor a quoted string",
        "\"a|line 1, column 3: the closing quote of a string is missing",
        "\"\\x\"|line 1, column 2: an unknown escape in a string",
        "\"\\u00g0\"|line 1, column 2: an unknown escape in a string",
        "\"\\u00|line 1, column 2: an unknown escape in a string",
        "\"\\|line 1, column 2: an unknown escape in a string",
        "١|line 1, column 1: neither a value nor a quoted string",
      })
  void parse_malformedText_saysWhereAndWhy(String text, String message) {
    assertThatIllegalArgumentException().isThrownBy(() -> Json.parse(text)).withMessage(message);
  }

  @Test
  void parse_malformedTextOfManyLines_countsThem() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Json.parse("{\n  \"a\": 1,\n  \"b\": \"x\ny\"\n}"))
        .withMessage("line 3, column 10: a control character in a string");
  }

  @Test
  void parse_nestingWithinTheBound_isRead() {
    Json expected = new Json.Arr(List.of());
    for (int depth = 1; depth < 100; depth++) {
      expected = new Json.Arr(List.of(expected));
    }
    assertThat(Json.parse("[".repeat(100) + "]".repeat(100))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":", "[{\"a\":"})
  void parse_hostileNesting_isRefusedBeforeTheStackEnds(String opening) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Json.parse(opening.repeat(100_000)))
        .withMessageContaining("nested deeper than 100 levels");
  }

  @Test
  void parse_longKeyTwice_isQuotedInPart() {
    String key = "k".repeat(100_000);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Json.parse("{\"" + key + "\":1,\"" + key + "\":2}"))
        .withMessage("line 1, column 100007: the key \"" + "k".repeat(40) + "…\" is there twice");
  }

  @Test
  void parse_anyValueWritten_isThatValue() {
    Random random = new Random(1);
    for (int round = 0; round < 2_000; round++) {
      Json value = random(random, 4);
      StringBuilder text = new StringBuilder();
      write(value, text, random);
      assertThat(Json.parse(text.toString())).as(text.toString()).isEqualTo(value);
    }
  }

  private static Json random(Random random, int depth) {
    return switch (random.nextInt(depth > 0 ? 7 : 5)) {
      case 0 -> new Json.Num(Integer.toString(random.nextInt()));
      case 1 -> new Json.Bool(random.nextBoolean());
      case 2 -> Json.Null.NULL;
      case 3, 4 -> new Json.Str(text(random));
      case 5 -> {
        List<Json> elements = new ArrayList<>();
        for (int n = random.nextInt(4); n > 0; n--) {
          elements.add(random(random, depth - 1));
        }
        yield new Json.Arr(elements);
      }
      default -> {
        Map<String, Json> members = new LinkedHashMap<>();
        for (int n = random.nextInt(4); n > 0; n--) {
          members.put(text(random), random(random, depth - 1));
        }
        yield new Json.Obj(members);
      }
    };
  }

  private static String text(Random random) {
    String characters = "ab\"\\/\n\u0001\u2028é{}[],:";
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(5); n > 0; n--) {
      text.append(characters.charAt(random.nextInt(characters.length())));
    }
    return text.toString();
  }

  private static void write(Json value, StringBuilder text, Random random) {
    String space = " ".repeat(random.nextInt(2));
    text.append(space);
    if (value instanceof Json.Str string) {
      write(string.value(), text, random);
    } else if (value instanceof Json.Num number) {
      text.append(number.text());
    } else if (value instanceof Json.Bool bool) {
      text.append(bool.value());
    } else if (value instanceof Json.Arr array) {
      String separator = "[";
      for (Json each : array.elements()) {
        text.append(separator);
        write(each, text, random);
        separator = ",";
      }
      text.append(array.elements().isEmpty() ? "[]" : "]");
    } else if (value instanceof Json.Obj object) {
      String separator = "{";
      for (Map.Entry<String, Json> each : object.members().entrySet()) {
        text.append(separator).append(space);
        write(each.getKey(), text, random);
        text.append(space).append(':');
        write(each.getValue(), text, random);
        separator = ",";
      }
      text.append(object.members().isEmpty() ? "{}" : "}");
    } else {
      text.append("null");
    }
    text.append(space);
  }

  private static void write(String string, StringBuilder text, Random random) {
    text.append('"');
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      boolean mustEscape = c < ' ' || c == '"' || c == '\\';
      if (mustEscape || random.nextInt(8) == 0) {
        text.append(String.format("\\u%04x", (int) c));
      } else {
        text.append(c);
      }
    }
    text.append('"');
  }
}
