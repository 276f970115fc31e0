/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.rules;

import static java.util.stream.Collectors.joining;

import dev.merlon.Control;
import dev.merlon.Pack;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/** Checks that pack files are in one form and name controls that exist. */
final class PackParity {
  private PackParity() {}

  /** The packs of these files, whose names are ids, ordered by id. */
  static List<Pack> packs(SortedMap<String, String> files) {
    List<Pack> packs = new ArrayList<>();
    files.forEach((path, text) -> packs.add(Pack.parse(idOf(path), text)));
    packs.sort(Comparator.comparing(Pack::id));
    return packs;
  }

  /** What the index of these files holds. */
  static String index(SortedMap<String, String> files) {
    return files.keySet().stream().map(path -> idOf(path) + "\n").sorted().collect(joining());
  }

  /**
   * What is wrong, with what to do; empty if nothing is.
   *
   * @param files the texts of the pack files, by name
   */
  static List<String> problems(SortedMap<String, String> files, Collection<Control> controls) {
    Set<String> known = new TreeSet<>();
    controls.forEach(control -> known.add(control.id()));
    List<String> problems = new ArrayList<>();
    files.forEach(
        (path, text) -> {
          if (!idOf(path).matches("[a-z][a-z0-9]*([.-][a-z0-9]+)*")) {
            problems.add(path + ": ids of packs are lower-case words and versions, joined by -");
          }
          try {
            check(path, text, Pack.parse(idOf(path), text), known, problems);
          } catch (IllegalArgumentException e) {
            problems.add(path + ": " + e.getMessage());
          }
        });
    return problems;
  }

  private static void check(
      String path, String text, Pack pack, Set<String> known, List<String> problems) {
    pack.controlsByRequirement()
        .forEach(
            (requirement, ids) -> {
              for (String id : ids) {
                if (!known.contains(id)) {
                  problems.add(
                      path + ": " + requirement + ": no control " + id + "; write it, or leave it");
                }
              }
            });
    List<String> wanted = canonical(pack).lines().toList();
    List<String> found = text.lines().toList();
    for (int i = 0; i < Math.max(wanted.size(), found.size()); i++) {
      String right = i < wanted.size() ? wanted.get(i) : "the end";
      String there = i < found.size() ? found.get(i) : "the end";
      if (!right.equals(there)) {
        problems.add(path + ":" + (i + 1) + " says: " + there + "; sorted it is: " + right);
        return;
      }
    }
  }

  private static String canonical(Pack pack) {
    StringBuilder text = new StringBuilder("title = " + pack.title() + "\n");
    pack.controlsByRequirement()
        .forEach(
            (requirement, ids) -> text.append(requirement + " = " + String.join(", ", ids) + "\n"));
    return text.toString();
  }

  private static String idOf(String path) {
    return path.replaceFirst("\\.properties$", "");
  }
}
