/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Collects DRL, one file a control, and builds an engine of it. */
final class Rules {

  static final String TITLE = "Holds";
  static final String RISK = "Somebody gets in.";
  static final String FIX = "Shut it.";

  private final String folder;
  private final Map<String, StringBuilder> files = new TreeMap<>();

  Rules() {
    this("rules");
  }

  /**
   * @param folder the last part of the package, which is the practice
   */
  Rules(String folder) {
    this.folder = folder;
  }

  /** A control of medium severity on {@code $tower}, which the condition binds. */
  Rules control(String id, String condition) {
    return control(id, "MEDIUM", "Tower", condition, "verdict.fail($tower, \"seen\", \"yes\");");
  }

  Rules control(String id, String severity, String resource, String condition, String consequence) {
    return rule(id, tags(severity, resource), condition, consequence);
  }

  static String tags(String severity, String resource) {
    return """
        @title("%s") @severity(%s) @resource(%s) @risk("%s") @fix("%s")"""
        .formatted(TITLE, severity, resource, RISK, FIX);
  }

  /** A further rule of a control, or a derivation. */
  Rules rule(String name, String tags, String condition, String consequence) {
    files
        .computeIfAbsent(AnalysedRule.controlOf(name), id -> new StringBuilder(header()))
        .append(
            """
            rule "%s"%s
                %s
            when
                %s
            then
                %s
            end
            """
                .formatted(name, extended(name, tags), tags, condition, consequence));
    return this;
  }

  /** What grades extends the first rule of its control. */
  private static String extended(String name, String tags) {
    return name.indexOf('/') > 0 && tags.contains("@severity")
        ? " extends \"" + AnalysedRule.controlOf(name) + "\""
        : "";
  }

  String header() {
    return """
        package com.example.%s

        import com.example.facts.Banner
        import com.example.facts.Helpers
        import dev.merlon.Gap
        import dev.merlon.Parameters
        import dev.merlon.Verdict
        import dev.merlon.fact.sample.Breach
        import dev.merlon.fact.sample.Fall
        import dev.merlon.fact.sample.Gate
        import dev.merlon.fact.sample.Guard
        import dev.merlon.fact.sample.Lock
        import dev.merlon.fact.sample.Moat
        import dev.merlon.fact.sample.Passage
        import dev.merlon.fact.sample.Tower
        import dev.merlon.fact.sample.Vault
        import dev.merlon.fact.sample.Watch
        import java.util.List

        global Verdict verdict
        global Parameters parameters
        global java.time.Instant asOf

        """
        .formatted(folder);
  }

  /** Compiles what was collected. */
  HardeningEngine engine() {
    return HardeningEngine.builder().rules(source()).build();
  }

  RuleSource source() {
    Map<String, String> texts = new TreeMap<>();
    files.forEach((id, text) -> texts.put(id + ".drl", text.toString()));
    return RuleSource.directory(write(texts));
  }

  /** Writes files into a new folder, which is removed when the tests end. */
  static Path write(Map<String, String> files) {
    try {
      Path folder = Files.createTempDirectory("merlon-rules");
      folder.toFile().deleteOnExit();
      for (Map.Entry<String, String> file : files.entrySet()) {
        Path path = folder.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.getValue());
        path.toFile().deleteOnExit();
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
