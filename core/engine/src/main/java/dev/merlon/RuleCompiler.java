/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.drools.model.Model;

/**
 * Compiles DRL text to executable models, and says of every rule that does not compile in which
 * file, rule and line it stands and what would do. The compiler itself stops early and seldom knows
 * where: each file is parsed and checked first, and what does not compile is compiled again rule by
 * rule.
 */
final class RuleCompiler {

  private final ClassLoader loader;
  private final SortedMap<String, String> files;
  private final Set<String> problems = new LinkedHashSet<>();
  private final Map<String, DrlFile> filesByRule = new HashMap<>();

  /**
   * @param files the texts by the names that messages are to use
   */
  RuleCompiler(ClassLoader loader, SortedMap<String, String> files) {
    this.loader = loader;
    this.files = files;
  }

  RuleSource.Loaded compile() {
    Set<DrlFile> parsed = new LinkedHashSet<>();
    files.forEach((name, text) -> parse(name, text, parsed));
    Collection<Model> models = build(parsed);
    Map<String, RulePosition> positions = new LinkedHashMap<>();
    for (DrlFile file : parsed) {
      for (RuleDescr rule : file.rules()) {
        positions.put(
            file.packageName() + "." + rule.getName(),
            new RulePosition(file.name(), rule.getLine()));
      }
    }
    return new RuleSource.Loaded(
        problems.isEmpty() ? List.copyOf(models) : List.of(), positions, List.copyOf(problems));
  }

  // ---- parsing

  private void parse(String name, String text, Set<DrlFile> parsed) {
    if (text.isBlank()) {
      problems.add(name + ": is empty; write a rule or remove the file");
      return;
    }
    DrlParser parser = new DrlParser();
    PackageDescr content = null;
    try {
      content = parser.parse(false, text);
    } catch (DroolsParserException e) {
      problems.add(name + ": syntax: " + e.getMessage());
    }
    for (DroolsError error : parser.getErrors()) {
      int line = error.getLines().length == 0 ? 0 : error.getLines()[0];
      problems.add(
          new RulePosition(name, line)
              + ": syntax: "
              + error.getMessage().replaceFirst("^\\[ERR \\d+] Line \\d+:\\d+ ", ""));
    }
    if (content == null || parser.hasErrors()) {
      return;
    }
    DrlFile file = new DrlFile(name, text, content, loader);
    List<String> found = new DrlChecker(file).problems();
    problems.addAll(found);
    if (found.isEmpty() && namesAreFree(file)) {
      parsed.add(file);
    }
  }

  private boolean namesAreFree(DrlFile file) {
    boolean free = true;
    for (RuleDescr rule : file.rules()) {
      DrlFile other = filesByRule.putIfAbsent(rule.getName(), file);
      if (other != null) {
        free = false;
        problems.add(
            file.of(rule)
                + "the name is taken by a rule in "
                + other.at(other.rule(rule.getName()).getLine())
                + "; rename this one: every rule of an engine has a name of its own");
      }
    }
    return free;
  }

  // ---- compiling

  /** Compiles all that can be; what cannot is told and left out, until the rest compiles. */
  private Collection<Model> build(Set<DrlFile> parsed) {
    List<DrlFile> left = new ArrayList<>(parsed);
    while (!left.isEmpty()) {
      DrlBuild build = build(left);
      if (build.succeeded()) {
        return build.models();
      }
      List<DrlFile> bad =
          CompilerMessages.suspects(build, left).stream().filter(this::explain).toList();
      if (bad.isEmpty()) {
        bad = left.stream().filter(this::explain).toList();
      }
      if (bad.isEmpty()) {
        // none alone is to blame
        problems.addAll(CompilerMessages.unplaced(build, left));
        return List.of();
      }
      left.removeAll(bad);
      dropOrphans(left);
    }
    return List.of();
  }

  /** What extends a rule that is left out would only be told of the consequence. */
  private void dropOrphans(List<DrlFile> left) {
    boolean changed = true;
    while (changed) {
      Set<DrlFile> present = new HashSet<>(left);
      changed = left.removeIf(file -> !present.containsAll(parents(file)));
    }
  }

  private DrlBuild build(List<DrlFile> chosen) {
    return DrlBuild.of(loader, chosen.stream().map(DrlFile::text).toList());
  }

  /** Compiles each rule of a file alone, with those it extends; tells whether one is bad. */
  private boolean explain(DrlFile file) {
    Set<String> bad = new HashSet<>();
    for (RuleDescr rule : file.rules()) {
      Set<String> family = family(rule);
      if (bad.stream().noneMatch(family::contains)) {
        List<String> texts = new ArrayList<>(List.of(file.only(family)));
        for (DrlFile other : new LinkedHashSet<>(parents(file))) {
          texts.add(other.only(family));
        }
        DrlBuild build = DrlBuild.of(loader, texts);
        if (!build.succeeded()) {
          bad.add(rule.getName());
          problems.addAll(new CompilerMessages(file, rule, build).explain());
        }
      }
    }
    return !bad.isEmpty();
  }

  /** The rule and those it extends. */
  private Set<String> family(RuleDescr rule) {
    Set<String> names = new LinkedHashSet<>();
    RuleDescr next = rule;
    while (next != null && names.add(next.getName())) {
      String parent = next.getParentName();
      DrlFile file = parent == null ? null : filesByRule.get(parent);
      next = file == null || parent == null ? null : file.rule(parent);
    }
    return names;
  }

  /** The other files that hold rules which rules of this one extend. */
  private Set<DrlFile> parents(DrlFile file) {
    Set<DrlFile> others = new LinkedHashSet<>();
    for (RuleDescr rule : file.rules()) {
      for (String name : family(rule)) {
        DrlFile other = filesByRule.get(name);
        if (other != null) {
          others.add(other);
        }
      }
    }
    others.remove(file);
    return others;
  }
}
