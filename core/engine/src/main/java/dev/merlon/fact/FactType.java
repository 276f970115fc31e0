/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a fact type declares of itself.
 *
 * @param name see {@link #nameOf}
 * @param actions the IAM actions that feed it, in the order of the declaration
 * @param per the component that names the resource of a call made once per resource, or empty
 */
public record FactType(
    String name,
    Class<? extends Resource> type,
    List<String> actions,
    ReadBy.Scope scope,
    String per) {

  /** Lists the fact types of an artifact, a class name a line; every artifact may have one. */
  private static final String INDEX = "META-INF/merlon/fact-types";

  private static final String OURS = "dev.merlon.fact.";

  /**
   * Reads the declaration of a fact record.
   *
   * @throws IllegalArgumentException if the class is no record with {@link ReadBy}, or if that
   *     names a component which the record lacks
   */
  public static FactType of(Class<?> type) {
    ReadBy readBy = type.getAnnotation(ReadBy.class);
    if (readBy == null || !type.isRecord() || !Resource.class.isAssignableFrom(type)) {
      throw new IllegalArgumentException(
          type.getName()
              + " is not a fact that is read: a fact is a record that implements "
              + Resource.class.getName()
              + " and carries @ReadBy");
    }
    boolean perIsComponent =
        Arrays.stream(type.getRecordComponents())
            .anyMatch(component -> component.getName().equals(readBy.per()));
    if (!readBy.per().isEmpty() && !perIsComponent) {
      throw new IllegalArgumentException(
          type.getName() + " has no component " + readBy.per() + ", which its @ReadBy names");
    }
    return new FactType(
        nameOf(type),
        type.asSubclass(Resource.class),
        List.of(readBy.value()),
        readBy.scope(),
        readBy.per());
  }

  /** Names a fact type: the simple name for the facts of this library, the full name for others. */
  public static String nameOf(Class<?> type) {
    return type.getName().startsWith(OURS) ? type.getSimpleName() : type.getName();
  }

  /**
   * The fact types that the artifacts on a class loader list in {@value #INDEX}, by name.
   *
   * @throws IllegalArgumentException if a listed class is missing or is no fact, or if two have the
   *     same name
   */
  public static Map<String, FactType> all(ClassLoader loader) {
    Map<String, FactType> types = new TreeMap<>();
    try {
      for (URL index : Collections.list(loader.getResources(INDEX))) {
        try (BufferedReader lines =
            new BufferedReader(new InputStreamReader(index.openStream(), StandardCharsets.UTF_8))) {
          for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.isBlank()) {
              FactType type = of(Class.forName(line.strip(), false, loader));
              FactType other = types.putIfAbsent(type.name(), type);
              if (other != null && !other.equals(type)) {
                throw new IllegalArgumentException(
                    type.type().getName() + " and " + other.type().getName() + " have one name");
              }
            }
          }
        } catch (ClassNotFoundException | LinkageError | IllegalArgumentException e) {
          throw new IllegalArgumentException(index + ": " + e.getMessage(), e);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Collections.unmodifiableMap(types);
  }
}
