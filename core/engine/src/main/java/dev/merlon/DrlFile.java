/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.CollectDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.EvalDescr;
import org.drools.drl.ast.descr.ForallDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.PatternSourceDescr;
import org.drools.drl.ast.descr.QueryDescr;
import org.drools.drl.ast.descr.RuleDescr;

/** One parsed file of rules: what it may not contain, and where things stand in it. */
final class DrlFile {

  /** They would change which rules fire, or when; the engine alone decides that. */
  private static final Set<String> ATTRIBUTES = Set.of("dialect");

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

  /** What is wrong although it parses, one line each. */
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    if (content.getName() == null || content.getName().isEmpty()) {
      problems.add(name + ": names no package; begin with one, such as package com.example.rules");
    }
    for (ImportDescr imported : content.getImports()) {
      if (!imported.getTarget().endsWith("*") && load(imported.getTarget()).isEmpty()) {
        problems.add(
            at(lineOf(imported.getTarget(), 1))
                + ": import "
                + imported.getTarget()
                + ": no such class on the class path");
      }
    }
    if (!content.getTypeDeclarations().isEmpty() || !content.getEnumDeclarations().isEmpty()) {
      problems.add(name + ": declare is not allowed; write a record in Java and import it");
    }
    if (!content.getFunctions().isEmpty()) {
      problems.add(name + ": function is not allowed; write a method in Java and import its class");
    }
    if (content.getRules().isEmpty() && problems.isEmpty()) {
      problems.add(name + ": holds no rule");
    }
    for (RuleDescr rule : content.getRules()) {
      check(rule, problems);
    }
    return problems;
  }

  private void check(RuleDescr rule, List<String> problems) {
    if (rule instanceof QueryDescr) {
      problems.add(
          at(rule.getLine())
              + ": query \""
              + rule.getName()
              + "\" is not allowed: it hides from the engine which facts a rule reads");
      return;
    }
    for (String attribute : rule.getAttributes().keySet()) {
      if (!ATTRIBUTES.contains(attribute)) {
        problems.add(
            of(rule) + attribute + " is not allowed: the order of rules never matters; remove it");
      }
    }
    for (BaseDescr element : elements(rule.getLhs())) {
      if (element instanceof EvalDescr) {
        problems.add(
            of(rule)
                + "eval is not allowed: it hides which facts the rule reads; write the condition"
                + " inside a pattern");
      }
      if (element instanceof PatternDescr pattern) {
        if (pattern.isQuery()) {
          problems.add(of(rule) + "a query call is not allowed; write the pattern itself");
        } else if (!pattern.getObjectType().isEmpty()
            && resolve(pattern.getObjectType()).isEmpty()) {
          problems.add(
              at(lineOf(pattern.getObjectType() + "(", rule.getLine()))
                  + ": rule \""
                  + rule.getName()
                  + "\": unknown type "
                  + pattern.getObjectType()
                  + "; import it from its package, for instance dev.merlon.fact.ec2");
        }
      }
    }
  }

  /**
   * Finds the class that a pattern names: imported, of the same package, of java.lang, or in full.
   */
  Optional<Class<?>> resolve(String type) {
    for (ImportDescr imported : content.getImports()) {
      String target = imported.getTarget();
      if (target.endsWith("." + type)) {
        return load(target);
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

  /** What a constraint on a class may say: components and other methods without side effects. */
  static Set<String> properties(Class<?> type) {
    Set<String> names = new TreeSet<>();
    if (type.isRecord()) {
      for (RecordComponent component : type.getRecordComponents()) {
        names.add(component.getName());
      }
    }
    for (Method method : type.getDeclaredMethods()) {
      if (Modifier.isPublic(method.getModifiers())
          && !Modifier.isStatic(method.getModifiers())
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

  private String textOf(RuleDescr rule) {
    List<String> lines = text.lines().toList();
    int end =
        rules().stream()
            .mapToInt(RuleDescr::getLine)
            .filter(line -> line > rule.getLine())
            .min()
            .orElse(lines.size() + 1);
    return String.join("\n", lines.subList(rule.getLine() - 1, end - 1));
  }

  String at(int line) {
    return new RulePosition(name, line).toString();
  }

  private String of(RuleDescr rule) {
    return at(rule.getLine()) + ": rule \"" + rule.getName() + "\": ";
  }

  private static String squeeze(String part) {
    return part.replaceAll("\\s+", "");
  }

  private Optional<Class<?>> load(String className) {
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

  private static List<BaseDescr> elements(BaseDescr root) {
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
