/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An object of a case that remembers what was asked of it: a key that nobody asks for is an error
 * ({@link #finish}), because a case of which something is overlooked proves nothing. A key whose
 * value is null counts as missing.
 */
final class CaseObject {

  private final String path;
  private final JsonNode node;
  private final Set<String> asked = new HashSet<>();
  private final Map<String, List<CaseObject>> within = new HashMap<>();

  private CaseObject(String path, JsonNode node) {
    this.path = path;
    this.node = node;
    if (!node.isObject()) {
      throw wrong("is no object: " + node);
    }
  }

  static CaseObject of(String name, JsonNode node) {
    return new CaseObject(name, node);
  }

  private JsonNode get(String key) {
    asked.add(key);
    return node.path(key);
  }

  boolean has(String key) {
    JsonNode value = get(key);
    return !value.isMissingNode() && !value.isNull();
  }

  String text(String key) {
    if (!has(key)) {
      throw wrong("has no \"" + key + "\"");
    }
    return text(key, "");
  }

  String text(String key, String missing) {
    if (!has(key)) {
      return missing;
    }
    if (!get(key).isTextual()) {
      throw wrong("has a \"" + key + "\" that is no text: " + get(key));
    }
    return get(key).asText();
  }

  /** All keys, none of which counts as asked for. */
  List<String> keys() {
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  /** A text out of a few; the first one where the key is missing. */
  String oneOf(String key, String... known) {
    String text = text(key, known[0]);
    if (!List.of(known).contains(text)) {
      throw wrong("has an unknown \"" + key + "\": " + text);
    }
    return text;
  }

  int number(String key) {
    if (!has(key)) {
      throw wrong("has no \"" + key + "\"");
    }
    return number(key, 0);
  }

  int number(String key, int missing) {
    if (!has(key)) {
      return missing;
    }
    if (!get(key).isInt()) {
      throw wrong("has a \"" + key + "\" that is no number: " + get(key));
    }
    return get(key).asInt();
  }

  boolean flag(String key, boolean missing) {
    if (!has(key)) {
      return missing;
    }
    if (!get(key).isBoolean()) {
      throw wrong("has a \"" + key + "\" that is neither true nor false: " + get(key));
    }
    return get(key).asBoolean();
  }

  /** The texts of a list; none where the key is missing. */
  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (JsonNode each : list(key)) {
      if (!each.isTextual()) {
        throw wrong("has something in \"" + key + "\" that is no text: " + each);
      }
      texts.add(each.asText());
    }
    return texts;
  }

  /** The objects of a list, the same ones each time; none where the key is missing. */
  List<CaseObject> objects(String key) {
    return within.computeIfAbsent(
        key,
        once -> {
          List<CaseObject> objects = new ArrayList<>();
          for (JsonNode each : list(key)) {
            objects.add(new CaseObject(path + "." + key + "[" + objects.size() + "]", each));
          }
          return objects;
        });
  }

  /**
   * Numbers with names, as {@code {"type": 8, "code": -1}}, {@code [8, -1]} or {@code 8}: -1 is
   * missing.
   */
  List<Integer> numbers(String key, String... names) {
    JsonNode value = get(key);
    List<Integer> numbers = new ArrayList<>();
    CaseObject named = value.isObject() ? object(key) : null;
    for (int i = 0; i < names.length; i++) {
      JsonNode positional = value.isInt() && i == 0 ? value : value.path(i);
      if (named == null && !positional.isMissingNode() && !positional.isInt()) {
        throw wrong("has a \"" + key + "\" that is no number: " + value);
      }
      numbers.add(named == null ? positional.asInt(-1) : named.number(names[i], -1));
    }
    return numbers;
  }

  private JsonNode list(String key) {
    JsonNode value = get(key);
    if (has(key) && !value.isArray()) {
      throw wrong("has a \"" + key + "\" that is no list: " + value);
    }
    return value;
  }

  CaseObject object(String key) {
    return within
        .computeIfAbsent(key, once -> List.of(new CaseObject(path + "." + key, get(key))))
        .get(0);
  }

  IllegalArgumentException wrong(String why) {
    return new IllegalArgumentException(path + " " + why);
  }

  /** Throws if a key of this object, or of one that came out of it, was never asked for. */
  void finish() {
    for (String key : keys()) {
      if (!asked.contains(key)) {
        throw wrong("has a key that this test does not know: \"" + key + "\"");
      }
    }
    within.values().forEach(objects -> objects.forEach(CaseObject::finish));
  }
}
