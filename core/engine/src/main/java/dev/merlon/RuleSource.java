/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.drools.model.Model;

/**
 * Where rules come from: one door for ours and yours. Nothing is read before {@link
 * HardeningEngine.Builder#build()}. Rules are code and can do whatever Java can: load only those
 * you trust.
 */
public final class RuleSource {

  /** What a source holds; the problems are told to the caller of the builder, all at once. */
  record Loaded(List<Model> models, Map<String, RulePosition> positions, List<String> problems) {}

  private interface Loader {
    Loaded load();
  }

  private final Loader loader;

  private RuleSource(Loader loader) {
    this.loader = loader;
  }

  /**
   * Every {@code .drl} file in a folder and below, as UTF-8. Compiled when the engine is built,
   * which takes seconds; classes are found by the thread's context class loader.
   */
  public static RuleSource directory(Path folder) {
    return new RuleSource(
        () -> {
          if (!Files.isDirectory(folder)) {
            return failed(folder + ": no such directory; name a folder that holds .drl files");
          }
          ClassLoader context = Thread.currentThread().getContextClassLoader();
          return compile(
              folder.toString(),
              context == null ? RuleSource.class.getClassLoader() : context,
              folder);
        });
  }

  /**
   * Every {@code .drl} file in a folder of the class path and below, for instance {@code
   * "com/example/rules"}, compiled when the engine is built.
   *
   * @param loader finds the folder and the classes that the rules name
   */
  public static RuleSource classpath(ClassLoader loader, String folder) {
    return new RuleSource(
        () -> {
          String name = "classpath:" + folder;
          try {
            List<URL> places = Collections.list(loader.getResources(folder));
            if (places.isEmpty()) {
              return failed(name + ": no such folder on the class path of " + loader);
            }
            SortedMap<String, String> files = new TreeMap<>();
            for (URL place : places) {
              read(name, place.toURI(), folder, files);
            }
            return compile(name, loader, files);
          } catch (IOException | URISyntaxException e) {
            return failed(name + ": cannot be read: " + e);
          }
        });
  }

  /**
   * Rules that kie-maven-plugin compiled when their artifact was built: loaded in a tenth of the
   * time that compiling them takes.
   *
   * @param loader has the artifact on its class path
   */
  public static RuleSource precompiled(ClassLoader loader, String groupId, String artifactId) {
    String index = "META-INF/kie/" + groupId + "/" + artifactId + "/drools-model";
    return new RuleSource(
        () -> {
          try (InputStream in = loader.getResourceAsStream(index)) {
            if (in == null) {
              return failed(
                  index
                      + ": not on the class path; depend on "
                      + groupId
                      + ":"
                      + artifactId
                      + ", built with kie-maven-plugin, and keep META-INF/kie when you shade it");
            }
            List<Model> models = new ArrayList<>();
            for (String line :
                new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList()) {
              if (!line.isBlank() && !line.startsWith("Drools-Model-Version")) {
                models.add(
                    Class.forName(line.strip(), true, loader)
                        .asSubclass(Model.class)
                        .getConstructor()
                        .newInstance());
              }
            }
            return new Loaded(models, Map.of(), List.of());
          } catch (IOException | ReflectiveOperationException | LinkageError e) {
            return failed(
                index + ": cannot be loaded: " + e + "; was it built for this version of Drools?");
          }
        });
  }

  Loaded load() {
    return loader.load();
  }

  private static Loaded failed(String problem) {
    return new Loaded(List.of(), Map.of(), List.of(problem));
  }

  private static Loaded compile(String name, ClassLoader loader, Path folder) {
    SortedMap<String, String> files = new TreeMap<>();
    try {
      readTree(name, folder, files);
    } catch (IOException e) {
      return failed(name + ": cannot be read: " + e);
    }
    return compile(name, loader, files);
  }

  private static Loaded compile(
      String name, ClassLoader loader, SortedMap<String, String> filesByName) {
    if (filesByName.isEmpty()) {
      return failed(name + ": holds no .drl file; name a folder that does");
    }
    return new RuleCompiler(loader, filesByName).compile();
  }

  private static void read(String name, URI place, String folder, Map<String, String> files)
      throws IOException {
    if (!"jar".equals(place.getScheme())) {
      readTree(name, Path.of(place), files);
      return;
    }
    // A file system of our own: closing one that someone else opened would break them.
    String jar = place.getRawSchemeSpecificPart().replaceFirst("!/.*$", "");
    try (FileSystem inJar = FileSystems.newFileSystem(Path.of(URI.create(jar)))) {
      readTree(name, inJar.getPath(folder), files);
    } catch (FileSystemNotFoundException e) {
      throw new IOException(place + " is in no jar file", e);
    }
  }

  private static void readTree(String name, Path folder, Map<String, String> files)
      throws IOException {
    List<Path> found;
    try (Stream<Path> tree = Files.walk(folder)) {
      found =
          tree.filter(path -> path.toString().endsWith(".drl") && Files.isRegularFile(path))
              .toList();
    }
    for (Path file : found) {
      String relative = folder.relativize(file).toString().replace('\\', '/');
      try {
        files.put(name + "/" + relative, Files.readString(file));
      } catch (MalformedInputException e) {
        throw new IOException(name + "/" + relative + " is not UTF-8", e);
      }
    }
  }
}
