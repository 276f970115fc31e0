/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.report;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.merlon.fact.FactType;
import dev.merlon.fact.Resource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeSet;

/**
 * Turns JSON objects into facts, component by component: a name that the record does not have, a
 * value of another type, a null where the record has no {@code @Nullable} and a key that stands
 * twice are errors, and nothing is coerced. Components may be booleans, ints, longs, strings, enums
 * (by name), instants and durations (ISO 8601), lists, maps with string keys and records of those.
 * Only the types given are ever built, whatever name the JSON has. Immutable and thread-safe.
 */
public final class FactReader {

  private final Map<String, FactType> types;
  private final boolean lenient;

  private FactReader(Map<String, FactType> types, boolean lenient) {
    this.types = Map.copyOf(types);
    this.lenient = lenient;
  }

  /**
   * For what a program wrote, snapshots among them: every component must be there, but for
   * {@code @Nullable} ones.
   *
   * @param types the fact types to build, by name, see {@link FactType#all}
   */
  public static FactReader strict(Map<String, FactType> types) {
    return new FactReader(types, false);
  }

  /**
   * For what a person writes, the cases of a rule: a component left out is empty, that is false, 0,
   * {@code ""}, an empty list or map, the first constant of an enum, the epoch, a zero duration, a
   * record of empty components, and null where the record is {@code @Nullable}.
   *
   * @param types the fact types to build, by name, see {@link FactType#all}
   */
  public static FactReader lenient(Map<String, FactType> types) {
    return new FactReader(types, true);
  }

  /**
   * Reads one fact.
   *
   * @param factType the name of its type
   * @param json one object
   * @throws IllegalArgumentException if it cannot be read; the message names the type, the
   *     component and what would be right
   */
  public Resource read(String factType, String json) {
    try (JsonParser in = Json.parser(json)) {
      try {
        in.nextToken();
        Resource fact = read(factType, in);
        Json.expectEnd(in);
        return fact;
      } catch (JsonProcessingException e) {
        Object path = in.getParsingContext().pathAsPointer();
        throw new IllegalArgumentException(
            Lines.escape(factType + path + ": " + Json.problem(e)), e);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a text cannot fail to be read
    }
  }

  /** Reads the fact that the parser's current token begins. */
  Resource read(String factType, JsonParser in) throws IOException {
    return (Resource) new RecordShape(type(factType, in).type()).read(in, lenient);
  }

  /** Finds a fact type by its name, which is the parser's current token or just before it. */
  FactType type(String name, JsonParser in) throws IOException {
    FactType type = types.get(name);
    if (type == null) {
      throw new Misfit(
          in,
          String.format(
              "there is no fact type \"%s\"; known are %s (one of your own must stand in its"
                  + " artifact's META-INF/merlon/fact-types)",
              name, String.join(", ", new TreeSet<>(types.keySet()))));
    }
    return type;
  }
}
