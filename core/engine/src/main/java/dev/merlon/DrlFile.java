/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.CollectDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ForallDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.PatternSourceDescr;
import org.drools.drl.ast.descr.RuleDescr;

/** One parsed file of rules, and where things stand in it. */
final class DrlFile {

  private final String name;
  private final String text;
  private final PackageDescr content;
  private final ClassLoader loader;

  DrlFile(String name, String text, PackageDescr content, ClassLoader loader) {
    this.name = name;
    this.text = text;
    this.content = content;
    this.loader = loader;
  }

  String name() {
    return name;
  }

  String text() {
    return text;
  }

  String packageName() {
    return content.getName();
  }

  List<RuleDescr> rules() {
    return content.getRules();
  }

  List<ImportDescr> imports() {
    return content.getImports();
  }

  PackageDescr content() {
    return content;
  }

  RuleDescr rule(String ruleName) {
    return rules().stream()
        .filter(rule -> rule.getName().equals(ruleName))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(ruleName));
  }

  /**
   * Finds the class that a pattern names: imported, of the same package, of java.lang, or in full.
   */
  Optional<Class<?>> resolve(String type) {
    String outer = type.indexOf('.') < 0 ? type : type.substring(0, type.indexOf('.'));
    for (ImportDescr imported : content.getImports()) {
      String target = imported.getTarget();
      if (target.endsWith("." + outer)) {
        return load(target + type.substring(outer.length()));
      }
      if (target.endsWith(".*")) {
        Optional<Class<?>> found = load(target.substring(0, target.length() - 1) + type);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    for (String prefix : List.of("", content.getName() + ".", "java.lang.")) {
      Optional<Class<?>> found = load(prefix + type);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** The pattern of a rule that holds an expression, if one does. */
  Optional<PatternDescr> patternWith(RuleDescr rule, String expression) {
    return elements(rule.getLhs()).stream()
        .filter(PatternDescr.class::isInstance)
        .map(PatternDescr.class::cast)
        .filter(
            pattern ->
                pattern.getConstraint() != null
                    && pattern.getConstraint().getDescrs().stream()
                        .anyMatch(constraint -> holds(constraint.toString(), expression)))
        .findFirst();
  }

  private static boolean holds(String constraint, String expression) {
    return squeeze(constraint).contains(squeeze(expression));
  }

  /**
   * What a constraint may say of a class: components and other methods; of helpers, static ones.
   */
  static Set<String> properties(Class<?> type) {
    Set<String> names = new TreeSet<>();
    if (type.isRecord()) {
      for (RecordComponent component : type.getRecordComponents()) {
        names.add(component.getName());
      }
    }
    for (Method method : type.getDeclaredMethods()) {
      if (Modifier.isPublic(method.getModifiers())
          && !(type.isRecord() && Modifier.isStatic(method.getModifiers()))
          && !Set.of("equals", "hashCode", "toString").contains(method.getName())
          && !names.contains(method.getName())) {
        names.add(method.getName() + (method.getParameterCount() == 0 ? "" : "(…)"));
      }
    }
    return names;
  }

  /** The line, from a line on, whose text contains another, white space aside; else the first. */
  int lineOf(String part, int from) {
    String[] lines = text.split("\n", -1);
    String wanted = squeeze(part);
    for (int i = Math.max(from, 1); i <= lines.length; i++) {
      if (squeeze(lines[i - 1]).contains(wanted)) {
        return i;
      }
    }
    return from;
  }

  boolean contains(RuleDescr rule, String part) {
    return squeeze(textOf(rule)).contains(squeeze(part));
  }

  /** The text without other rules than these; each line stays where it is. */
  String only(Set<String> ruleNames) {
    List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
    for (RuleDescr rule : rules()) {
      if (!ruleNames.contains(rule.getName())) {
        for (int i = rule.getLine(); i <= lastLine(rule, lines.size()); i++) {
          lines.set(i - 1, "");
        }
      }
    }
    return String.join("\n", lines);
  }

  /** The text of a rule. */
  String textOf(RuleDescr rule) {
    List<String> lines = Arrays.asList(text.split("\n", -1));
    return String.join("\n", lines.subList(rule.getLine() - 1, lastLine(rule, lines.size())));
  }

  private int lastLine(RuleDescr rule, int lines) {
    int next =
        rules().stream()
            .mapToInt(RuleDescr::getLine)
            .filter(line -> line > rule.getLine())
            .min()
            .orElse(lines + 1);
    return rule.getEndLine() >= rule.getLine() ? rule.getEndLine() : next - 1;
  }

  String at(int line) {
    return new RulePosition(name, line).toString();
  }

  /** The beginning of a message on a rule. */
  String of(RuleDescr rule) {
    return of(rule, rule.getLine());
  }

  String of(RuleDescr rule, int line) {
    return at(line) + ": rule \"" + rule.getName() + "\": ";
  }

  private static String squeeze(String part) {
    return part.replaceAll("\\s+", "");
  }

  Optional<Class<?>> load(String className) {
    String candidate = className;
    while (true) {
      try {
        return Optional.of(Class.forName(candidate, false, loader));
      } catch (ClassNotFoundException | LinkageError e) {
        // a nested class is imported with a dot
        int dot = candidate.lastIndexOf('.');
        if (dot < 0) {
          return Optional.empty();
        }
        candidate = candidate.substring(0, dot) + "$" + candidate.substring(dot + 1);
      }
    }
  }

  static List<BaseDescr> elements(BaseDescr root) {
    List<BaseDescr> found = new ArrayList<>();
    List<BaseDescr> open = new ArrayList<>(List.of(root));
    while (!open.isEmpty()) {
      BaseDescr next = open.remove(open.size() - 1);
      found.add(next);
      if (next instanceof PatternDescr pattern) {
        PatternSourceDescr source = pattern.getSource();
        if (source instanceof CollectDescr collect) {
          open.add(collect.getInputPattern());
        } else if (source instanceof AccumulateDescr accumulate) {
          open.add(accumulate.getInput());
        }
      } else if (next instanceof ForallDescr forall) {
        open.addAll(forall.getDescrs());
      } else if (next instanceof ConditionalElementDescr group) {
        for (Object child : group.getDescrs()) {
          open.add((BaseDescr) child);
        }
      } else if (next instanceof AccumulateDescr accumulate) {
        open.add(accumulate.getInput());
      }
    }
    return found;
  }
}
