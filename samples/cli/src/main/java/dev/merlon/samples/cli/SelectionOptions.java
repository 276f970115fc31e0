/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.samples.cli;

import dev.merlon.Control;
import dev.merlon.HardeningEngine;
import dev.merlon.Pack;
import dev.merlon.Parameters;
import dev.merlon.RuleSource;
import dev.merlon.Severity;
import dev.merlon.report.ParametersFile;
import dev.merlon.rules.AwsRules;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which controls to use, shared by all commands. */
final class SelectionOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create(); // picocli sets it

  @Option(
      names = "--control",
      paramLabel = "ID",
      description = "Only this control; * and ? match any. May be repeated.")
  private List<String> controls = new ArrayList<>();

  @Option(
      names = "--practice",
      paramLabel = "NAME",
      description = "Only the controls of this practice. May be repeated.")
  private List<String> practices = new ArrayList<>();

  @Option(
      names = "--pack",
      paramLabel = "ID",
      split = ",",
      description =
          "Only the controls that this framework asks for, such as cis-aws-foundations-5.0. May be"
              + " repeated, or name several, separated by commas.")
  private List<String> packs = new ArrayList<>();

  @Option(
      names = "--severity",
      paramLabel = "MIN",
      description =
          "Only controls that can fail at this severity or above, and only such failures:"
              + " low, medium, high, critical.")
  private @Nullable Severity severity;

  @Option(
      names = "--rules",
      paramLabel = "DIR",
      description =
          "Adds the .drl files below a folder. May be repeated. Rules are code: name only folders"
              + " that you trust.")
  private List<Path> rules = new ArrayList<>();

  @Option(
      names = "--parameters",
      paramLabel = "FILE",
      description = "Sets parameters from a YAML file: all: {name: value}, controls: {id: {…}}.")
  private @Nullable Path parameters;

  /** The engine for these options. */
  HardeningEngine engine() {
    List<Pack> asking = packs.stream().map(this::pack).toList();
    List<RuleSource> sources = new ArrayList<>(List.of(AwsRules.all()));
    for (Path folder : rules) {
      if (!Files.isDirectory(folder)) {
        throw usage("--rules " + folder + ": no such directory; name a folder with .drl files");
      }
      sources.add(RuleSource.directory(folder));
    }
    Parameters values = Parameters.none();
    if (parameters != null) {
      if (!Files.isReadable(parameters)) {
        throw usage("--parameters " + parameters + ": no such file, or it may not be read");
      }
      values = ParametersFile.read(parameters);
    }
    HardeningEngine all = HardeningEngine.builder().rules(sources).build();
    checkNames(all.controls());
    try {
      return all.with(values).only(control -> isSelected(control, asking));
    } catch (IllegalArgumentException e) {
      throw usage("--parameters " + parameters + ": " + e.getMessage());
    }
  }

  /** The least severity to report, if one was given. */
  @Nullable Severity severity() {
    return severity;
  }

  private boolean isSelected(Control control, List<Pack> asking) {
    return (controls.isEmpty() || controls.stream().anyMatch(glob -> matches(glob, control.id())))
        && (practices.isEmpty() || practices.contains(control.practice()))
        && (asking.isEmpty() || asking.stream().anyMatch(pack -> pack.test(control)))
        && (severity == null || control.severity().compareTo(severity) >= 0);
  }

  private Pack pack(String id) {
    try {
      return AwsRules.pack(id.strip());
    } catch (IllegalArgumentException e) {
      throw usage("--pack: " + e.getMessage());
    }
  }

  private void checkNames(List<Control> all) {
    SortedSet<String> ids = new TreeSet<>();
    SortedSet<String> known = new TreeSet<>();
    all.forEach(control -> ids.add(control.id()));
    all.forEach(control -> known.add(control.practice()));
    for (String glob : controls) {
      if (ids.stream().noneMatch(id -> matches(glob, id))) {
        throw usage("--control " + glob + ": no such control; known are " + String.join(", ", ids));
      }
    }
    for (String practice : practices) {
      if (!known.contains(practice)) {
        throw usage(
            "--practice " + practice + ": no such practice; known are " + String.join(", ", known));
      }
    }
  }

  private static boolean matches(String glob, String id) {
    // only * and ? mean something: the rest of the glob syntax would surprise
    String escaped = glob.replaceAll("([\\[\\]{}\\\\])", "\\\\$1");
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + escaped);
    return matcher.matches(Path.of(id));
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), Text.printable(message));
  }
}
