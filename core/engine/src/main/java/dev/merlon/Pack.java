/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The controls that a framework asks for. A predicate of controls, so that {@link
 * HardeningEngine#only} takes one. What a pack does not list nobody judges: no control for a
 * requirement is no sign that it is met.
 *
 * @param controlsByRequirement ids of controls, ascending, by what the framework calls the
 *     requirement; ordered as people count, so that 1.4 is before 1.10
 */
public record Pack(String id, String title, SortedMap<String, List<String>> controlsByRequirement)
    implements Predicate<Control> {

  public Pack {
    SortedMap<String, List<String>> copy = new TreeMap<>(Pack::compareRequirements);
    controlsByRequirement.forEach(
        (requirement, ids) -> copy.put(requirement, List.copyOf(new TreeSet<>(ids))));
    controlsByRequirement = Collections.unmodifiableSortedMap(copy);
  }

  /** Tells whether some requirement asks for this control. */
  @Override
  public boolean test(Control control) {
    return controlsByRequirement.values().stream().anyMatch(ids -> ids.contains(control.id()));
  }

  /**
   * Reads a pack from the text of a properties file: a line {@code title = …}, and a line for each
   * requirement, {@code 1.4 = some-control, another-control}. Lines that begin with {@code #} are
   * comments. There are no escapes, and nothing may be said twice.
   *
   * @throws IllegalArgumentException listing every bad line
   */
  public static Pack parse(String id, String text) {
    return PackFile.parse(id, text);
  }

  /**
   * Reads the packs in a folder of the class path, ordered by id. The file {@code index} in it
   * lists them, an id a line; a pack is the file {@code <id>.properties}, as UTF-8.
   *
   * @throws IllegalArgumentException if the index or a listed file is missing, or if one is bad
   * @see #parse
   */
  public static List<Pack> all(ClassLoader loader, String folder) {
    return PackFile.read(loader, folder, "index")
        .lines()
        .filter(line -> !line.isBlank())
        .map(String::strip)
        .sorted()
        .map(id -> parse(id, PackFile.read(loader, folder, id + ".properties")))
        .toList();
  }

  /**
   * Finds a pack by its id.
   *
   * @throws IllegalArgumentException naming the nearest id and all of them, if none has this one
   */
  public static Pack named(String id, Collection<Pack> packs) {
    return packs.stream()
        .filter(pack -> pack.id().equals(id))
        .findFirst()
        .orElseThrow(
            () -> {
              List<String> known = packs.stream().map(Pack::id).sorted().toList();
              String nearest =
                  Names.nearest(id, known).map(near -> "; did you mean " + near + "?").orElse("");
              return new IllegalArgumentException(
                  "no pack " + id + nearest + "; known are " + known);
            });
  }

  /** Runs of digits by their value, the rest by character. */
  private static int compareRequirements(String a, String b) {
    int i = 0;
    int j = 0;
    while (i < a.length() && j < b.length()) {
      int endOfA = endOfNumber(a, i);
      int endOfB = endOfNumber(b, j);
      if (endOfA > i && endOfB > j) {
        String first = a.substring(i, endOfA).replaceFirst("^0+", "");
        String second = b.substring(j, endOfB).replaceFirst("^0+", "");
        int order = Integer.compare(first.length(), second.length());
        order = order == 0 ? first.compareTo(second) : order;
        if (order != 0) {
          return order;
        }
        i = endOfA;
        j = endOfB;
      } else if (a.charAt(i) != b.charAt(j)) {
        return Character.compare(a.charAt(i), b.charAt(j));
      } else {
        i++;
        j++;
      }
    }
    int order = Integer.compare(a.length() - i, b.length() - j);
    return order == 0 ? a.compareTo(b) : order; // 1.04 and 1.4 are two
  }

  private static int endOfNumber(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }
}
