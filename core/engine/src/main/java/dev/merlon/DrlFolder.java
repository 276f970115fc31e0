/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The texts of the rule files in a folder and below, and what kept some from being read. */
final class DrlFolder {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final String name;
  private final SortedMap<String, String> texts = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();

  private DrlFolder(String name) {
    this.name = name;
  }

  /** A folder of the file system. */
  static DrlFolder of(Path folder) {
    DrlFolder read = new DrlFolder(folder.toString());
    if (Files.isDirectory(folder)) {
      read.addTree(folder);
    } else {
      read.problem("no such directory; name a folder that holds .drl files");
    }
    return read;
  }

  /** A folder of a class path, wherever it occurs there: in directories and in jar files. */
  static DrlFolder of(ClassLoader loader, String folder) {
    DrlFolder read = new DrlFolder("classpath:" + folder);
    String path = folder.replaceAll("^/+|/+$", "");
    try {
      List<URL> places = Collections.list(loader.getResources(path));
      if (places.isEmpty()) {
        read.problem("no such folder on the class path of " + loader);
      }
      for (URL place : places) {
        read.add(place.toURI(), path);
      }
    } catch (IOException | URISyntaxException e) {
      read.problem("cannot be read: " + e);
    }
    return read;
  }

  /** The texts by the names that messages are to use. */
  SortedMap<String, String> texts() {
    return texts;
  }

  /** What is wrong; a folder without rule files is. */
  List<String> problems() {
    if (texts.isEmpty() && problems.isEmpty()) {
      problem("holds no .drl file; name a folder that does");
    }
    return problems;
  }

  private void problem(String text) {
    problems.add(name + ": " + text);
  }

  private void add(URI place, String folder) throws IOException {
    try {
      if (!"jar".equals(place.getScheme())) {
        addTree(Path.of(place));
        return;
      }
      // A file system of our own: closing one that someone else opened would break them.
      String jar = place.getRawSchemeSpecificPart().replaceFirst("!/[^!]*$", "");
      try (FileSystem inJar = FileSystems.newFileSystem(Path.of(URI.create(jar)))) {
        addTree(inJar.getPath(folder));
      }
    } catch (RuntimeException e) {
      throw new IOException(place + " is neither a directory nor in a jar file", e);
    }
  }

  private void addTree(Path folder) {
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path file :
          tree.filter(path -> path.toString().endsWith(".drl") && Files.isRegularFile(path))
              .toList()) {
        add(file, name + "/" + folder.relativize(file).toString().replace('\\', '/'));
      }
    } catch (IOException | UncheckedIOException e) {
      problem("cannot be read: " + e);
    }
  }

  private void add(Path file, String fileName) throws IOException {
    String text;
    try {
      text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
              .toString();
    } catch (CharacterCodingException e) {
      problems.add(fileName + ": is not UTF-8; save it as UTF-8");
      return;
    }
    // the parser counts neither the mark nor lines that end as they once did
    text = text.replaceFirst("^" + BYTE_ORDER_MARK, "").replaceAll("\\r\\n?", "\n");
    String other = texts.putIfAbsent(fileName, text);
    if (other != null && !other.equals(text)) {
      problems.add(
          fileName
              + ": is on the class path twice, and the two differ; rename one of them, here "
              + file.toUri());
    }
  }
}
