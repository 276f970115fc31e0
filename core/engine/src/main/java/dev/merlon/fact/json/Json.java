/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One JSON value. Nothing is lost that could matter: a number keeps the text it was written as. */
public sealed interface Json {

  /**
   * Reads one value, strictly by RFC 8259. What two readers could understand differently is refused
   * and never guessed at: the same key twice in one object, a comment, a comma at the end.
   *
   * @throws IllegalArgumentException naming line and column and what is wrong there; for nesting
   *     deeper than a hundred levels as well
   */
  static Json parse(String text) {
    return new JsonParser(text).parse();
  }

  /** An object; its members are in the order of the text. */
  record Obj(Map<String, Json> members) implements Json {
    public Obj {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }
  }

  /** An array. */
  record Arr(List<Json> elements) implements Json {
    public Arr {
      elements = List.copyOf(elements);
    }
  }

  /** A string, without its escapes. */
  record Str(String value) implements Json {}

  /** A number, as it was written: 1, 1.0 and 1e0 are three texts. */
  record Num(String text) implements Json {}

  /** True or false. */
  record Bool(boolean value) implements Json {}

  /** The null of JSON. */
  enum Null implements Json {
    NULL
  }
}
