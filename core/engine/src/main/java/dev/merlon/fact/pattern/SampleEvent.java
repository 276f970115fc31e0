/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.pattern;

import dev.merlon.fact.policy.Truth;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an event: values by path, {@code userIdentity.type}, and the paths that it does
 * not have. About all other paths nothing is known: it stands for every event that fits.
 */
public final class SampleEvent {

  private static final SampleEvent ANY = new SampleEvent(new TreeMap<>(), Set.of());

  private final SortedMap<String, String> values;
  private final Set<String> absent;

  private SampleEvent(SortedMap<String, String> values, Set<String> absent) {
    this.values = values;
    this.absent = absent;
  }

  /** Starts from an event of which nothing is known. */
  public static SampleEvent any() {
    return ANY;
  }

  /** Adds or replaces a value. */
  public SampleEvent with(String path, String value) {
    SortedMap<String, String> more = new TreeMap<>(values);
    more.put(path, value);
    return new SampleEvent(more, absent);
  }

  /** Adds paths that the event does not have, nor anything below them. */
  public SampleEvent without(String... paths) {
    Set<String> more = new TreeSet<>(absent);
    more.addAll(Set.of(paths));
    return new SampleEvent(values, more);
  }

  /** Puts another text in the place of a part of values. */
  SampleEvent replacing(String part, String text) {
    SortedMap<String, String> replaced = new TreeMap<>();
    values.forEach((path, value) -> replaced.put(path, value.replace(part, text)));
    return new SampleEvent(replaced, absent);
  }

  /** Puts the whole event below a path. */
  SampleEvent below(String path) {
    SortedMap<String, String> moved = new TreeMap<>();
    values.forEach((inner, value) -> moved.put(path + "." + inner, value));
    Set<String> without = new TreeSet<>();
    absent.forEach(inner -> without.add(path + "." + inner));
    return new SampleEvent(moved, without);
  }

  /** The value at a path; null when there is none, or none that is known. */
  public @Nullable String value(String path) {
    return values.get(path);
  }

  /** Whether the event has something at a path. */
  public Truth has(String path) {
    if (values.containsKey(path)
        || values.tailMap(path + ".").keySet().stream()
            .limit(1)
            .anyMatch(found -> found.startsWith(path + "."))) {
      return Truth.TRUE;
    }
    for (int end = path.length(); end > 0; end = path.lastIndexOf('.', end - 1)) {
      if (absent.contains(path.substring(0, end))) {
        return Truth.FALSE;
      }
    }
    return Truth.UNDECIDED;
  }
}
