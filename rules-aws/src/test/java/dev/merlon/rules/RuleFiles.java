/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Where the rules, their cases and their documents stand in this checkout. */
final class RuleFiles {

  /** The top of the checkout. */
  static final Path ROOT =
      Path.of(Objects.requireNonNull(System.getProperty("merlon.root"), "run this with Maven"));

  static final Path RULES = ROOT.resolve("rules-aws/src/main/resources/dev/merlon/rules");
  static final Path CASES = ROOT.resolve("rules-aws/src/test/resources/dev/merlon/rules");

  static final Path PACKS = RULES.resolve("packs");

  /** Rewrites what is generated. */
  static final String UPDATE = "mvn -B verify -Dupdate.docs";

  private RuleFiles() {}

  /** Tells whether this build rewrites what is generated. */
  static boolean areUpdated() {
    String property = System.getProperty("update.docs");
    return property != null && (property.isEmpty() || property.equals("true"));
  }

  /** The texts of all files below a folder that end like this, by their path below it. */
  static SortedMap<String, String> below(Path folder, String ending) {
    SortedMap<String, String> files = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      return files;
    }
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path file : tree.filter(path -> path.toString().endsWith(ending)).toList()) {
        files.put(
            folder.relativize(file).toString().replace('\\', '/'),
            Files.readString(file).replace("\r\n", "\n"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }
}
