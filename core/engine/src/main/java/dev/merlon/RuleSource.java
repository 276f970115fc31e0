/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.drools.model.Model;

/**
 * Where rules come from: one door for ours and yours. Nothing is read before {@link
 * HardeningEngine.Builder#build()}. Rules are code and can do whatever Java can: load only those
 * you trust.
 */
public final class RuleSource {

  /** What a source holds; the problems are told to the caller of the builder, all at once. */
  record Loaded(List<Model> models, Map<String, RulePosition> positions, List<String> problems) {

    /** Some of the rules, by qualified name. */
    Loaded only(Predicate<String> keep) {
      return new Loaded(RuleBases.select(models, keep), positions, problems);
    }
  }

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
          ClassLoader context = Thread.currentThread().getContextClassLoader();
          return compile(
              context == null ? RuleSource.class.getClassLoader() : context, DrlFolder.of(folder));
        });
  }

  /**
   * Every {@code .drl} file in a folder of the class path and below, for instance {@code
   * "com/example/rules"}, compiled when the engine is built.
   *
   * @param loader finds the folder and the classes that the rules name
   */
  public static RuleSource classpath(ClassLoader loader, String folder) {
    return new RuleSource(() -> compile(loader, DrlFolder.of(loader, folder)));
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
          } catch (IOException
              | ReflectiveOperationException
              | ClassCastException
              | LinkageError e) {
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

  private static Loaded compile(ClassLoader loader, DrlFolder folder) {
    List<String> problems = new ArrayList<>(folder.problems());
    Loaded loaded = new RuleCompiler(loader, folder.texts()).compile();
    problems.addAll(loaded.problems());
    return new Loaded(loaded.models(), loaded.positions(), problems);
  }
}
