/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads packs. {@link java.util.Properties} would keep the last of two lines, in silence. */
final class PackFile {

  /** A key and a value that need no escapes, so that every reader of properties reads the same. */
  private static final Pattern LINE = Pattern.compile("([A-Za-z0-9][\\w.-]*)\\s*=\\s*([^\\\\]+)");

  private static final String TITLE = "title";

  private final SortedMap<String, List<String>> controls = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();
  private String title = "";

  private PackFile() {}

  static Pack parse(String id, String text) {
    PackFile file = new PackFile();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) {
        file.line("pack " + id + ": line " + number + ": ", line.strip());
      }
    }
    if (file.title.isEmpty()) {
      file.problems.add("pack " + id + ": no title; add a line such as title = Our baseline");
    }
    if (file.controls.isEmpty()) {
      file.problems.add("pack " + id + ": no requirement; add a line such as 1.4 = some-control");
    }
    if (!file.problems.isEmpty()) {
      throw new IllegalArgumentException(String.join(System.lineSeparator(), file.problems));
    }
    return new Pack(id, file.title, file.controls);
  }

  private void line(String place, String line) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      problems.add(place + line + ": write requirement = control, control, without escapes");
      return;
    }
    String key = parts.group(1);
    String value = parts.group(2);
    boolean twice;
    if (key.equals(TITLE)) {
      twice = !title.isEmpty();
      title = value;
    } else {
      List<String> ids = List.of(value.split("\\s*,\\s*", -1));
      twice = controls.put(key, ids) != null;
      for (String control : ids) {
        if (!ControlReader.ID.matcher(control).matches()) {
          problems.add(place + "\"" + control + "\" is no id of a control");
        }
      }
    }
    if (twice) {
      problems.add(place + key + " is said twice; make one line of it");
    }
  }

  /** The text of a file in a folder of the class path. */
  static String read(ClassLoader loader, String folder, String name) {
    String path = folder.replaceAll("^/+|/+$", "") + "/" + name;
    try (InputStream in = loader.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalArgumentException(path + ": not on the class path of " + loader);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(path + ": cannot be read", e);
    }
  }
}
