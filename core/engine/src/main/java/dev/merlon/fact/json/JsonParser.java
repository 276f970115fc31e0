/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Reads one text, from left to right, once. */
final class JsonParser {

  private static final int MAX_DEPTH = 100; // no hostile nesting reaches the end of the stack
  private static final int MAX_QUOTED = 40;

  private final String text;
  private int at;
  private int depth;

  JsonParser(String text) {
    this.text = text;
  }

  Json parse() {
    Json value = value();
    skipSpace();
    if (at < text.length()) {
      throw malformed("text after the end of the value");
    }
    return value;
  }

  private Json value() {
    skipSpace();
    if (at == text.length()) {
      throw malformed("a value is missing at the end of the text");
    }
    return switch (text.charAt(at)) {
      case '{' -> nested(this::object);
      case '[' -> nested(this::array);
      case '"' -> new Json.Str(string());
      case 't' -> word("true", new Json.Bool(true));
      case 'f' -> word("false", new Json.Bool(false));
      case 'n' -> word("null", Json.Null.NULL);
      default -> number();
    };
  }

  private Json nested(Supplier<Json> reader) {
    if (++depth > MAX_DEPTH) {
      throw malformed("nested deeper than " + MAX_DEPTH + " levels");
    }
    at++;
    Json value = reader.get();
    depth--;
    return value;
  }

  private Json object() {
    Map<String, Json> members = new LinkedHashMap<>();
    if (!skip('}')) {
      do {
        skipSpace();
        int start = at;
        if (at == text.length() || text.charAt(at) != '"') {
          throw malformed("a key in double quotes is missing");
        }
        String key = string();
        if (!skip(':')) {
          throw malformed("a colon is missing after a key");
        }
        if (members.put(key, value()) != null) {
          at = start;
          throw malformed("the key \"" + shortened(key) + "\" is there twice");
        }
      } while (skip(','));
      if (!skip('}')) {
        throw malformed("a comma or the end of the object is missing");
      }
    }
    return new Json.Obj(members);
  }

  private Json array() {
    List<Json> elements = new ArrayList<>();
    if (!skip(']')) {
      do {
        elements.add(value());
      } while (skip(','));
      if (!skip(']')) {
        throw malformed("a comma or the end of the array is missing");
      }
    }
    return new Json.Arr(elements);
  }

  private Json word(String word, Json value) {
    if (!text.startsWith(word, at)) {
      throw malformed("neither a value nor a quoted string");
    }
    at += word.length();
    return value;
  }

  private Json number() {
    int start = at;
    skipIf('-');
    if (!skipIf('0')) {
      digits(start);
    }
    if (skipIf('.')) {
      digits(start);
    }
    if (skipIf('e') || skipIf('E')) {
      if (!skipIf('+')) {
        skipIf('-');
      }
      digits(start);
    }
    return new Json.Num(text.substring(start, at));
  }

  private void digits(int start) {
    int first = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    if (at == first) {
      boolean number = at > start;
      throw malformed(number ? "a digit is missing" : "neither a value nor a quoted string");
    }
  }

  private String string() {
    int start = ++at;
    StringBuilder escaped = null; // most strings need none
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"') {
        String plain = text.substring(start, at++);
        return escaped == null ? plain : escaped.append(plain).toString();
      }
      if (c < ' ') {
        throw malformed("a control character in a string");
      }
      if (c == '\\') {
        escaped = escaped == null ? new StringBuilder() : escaped;
        escaped.append(text, start, at).append(escape());
        start = at;
      } else {
        at++;
      }
    }
    throw malformed("the closing quote of a string is missing");
  }

  private char escape() {
    char c = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    int index = "\"\\/bfnrt".indexOf(c);
    if (index >= 0) {
      at += 2;
      return "\"\\/\b\f\n\r\t".charAt(index);
    }
    if (c != 'u' || at + 6 > text.length()) {
      throw malformed("an unknown escape in a string");
    }
    int code = 0;
    for (char digit : text.substring(at + 2, at + 6).toCharArray()) {
      int value = digit < 128 ? Character.digit(digit, 16) : -1;
      if (value < 0) {
        throw malformed("an unknown escape in a string");
      }
      code = code << 4 | value;
    }
    at += 6;
    return (char) code;
  }

  private boolean skip(char expected) {
    skipSpace();
    return skipIf(expected);
  }

  private boolean skipIf(char expected) {
    boolean there = at < text.length() && text.charAt(at) == expected;
    at += there ? 1 : 0;
    return there;
  }

  private void skipSpace() {
    while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private static String shortened(String key) {
    return key.length() <= MAX_QUOTED ? key : key.substring(0, MAX_QUOTED) + "…";
  }

  private IllegalArgumentException malformed(String why) {
    int line = 1;
    int lineStart = 0;
    for (int i = 0; i < at; i++) {
      if (text.charAt(i) == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
    return new IllegalArgumentException(
        "line " + line + ", column " + (at - lineStart + 1) + ": " + why);
  }
}
