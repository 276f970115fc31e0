/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AbstractClassTypeDeclarationDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.EvalDescr;
import org.drools.drl.ast.descr.FunctionDescr;
import org.drools.drl.ast.descr.FunctionImportDescr;
import org.drools.drl.ast.descr.GlobalDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.QueryDescr;
import org.drools.drl.ast.descr.RuleDescr;

/** Finds what a file of rules may not contain although it parses. */
final class DrlChecker {

  /** A tag, or what to skip because a tag in it is none: text, comments, values. */
  private static final Pattern TAG =
      Pattern.compile(
          "@(\\w+)\\s*(?:\\((?:\"(?:[^\"\\\\]|\\\\.)*\"|[^\")])*\\))?"
              + "|\"(?:[^\"\\\\]|\\\\.)*\"|//[^\\n]*|/\\*.*?\\*/|\\b(when|then)\\b",
          Pattern.DOTALL);

  private final DrlFile file;
  private final List<String> problems = new ArrayList<>();

  DrlChecker(DrlFile file) {
    this.file = file;
  }

  /** One line each. */
  List<String> problems() {
    if (file.packageName().isEmpty()) {
      problems.add(
          file.name() + ": names no package; begin with one, such as package com.example.rules");
    }
    file.imports().forEach(this::check);
    file.content().getFunctionImports().forEach(this::check);
    file.content().getGlobals().forEach(this::check);
    for (AbstractClassTypeDeclarationDescr type :
        file.content().getClassAndEnumDeclarationDescrs()) {
      problems.add(
          file.at(type.getLine())
              + ": declare "
              + type.getTypeName()
              + " is not allowed; write a record in Java and import it");
    }
    for (FunctionDescr function : file.content().getFunctions()) {
      problems.add(
          file.at(function.getLine())
              + ": function "
              + function.getName()
              + " is not allowed; write a method in Java and import its class");
    }
    if (file.rules().isEmpty() && problems.isEmpty()) {
      problems.add(file.name() + ": holds no rule; write one or remove the file");
    }
    for (RuleDescr rule : file.rules()) {
      if (rule instanceof QueryDescr) {
        problems.add(file.at(rule.getLine()) + ": " + RuleReader.queryNotAllowed(rule.getName()));
      } else {
        checkTags(rule);
        checkAttributes(rule);
        checkGrade(rule);
        DrlFile.elements(rule.getLhs()).forEach(element -> check(rule, element));
      }
    }
    return problems;
  }

  private void check(ImportDescr imported) {
    String target = imported.getTarget();
    if (!target.endsWith("*") && file.load(target).isEmpty()) {
      problems.add(
          file.at(imported.getLine()) + ": import " + target + ": no such class on the class path");
    }
  }

  private void check(FunctionImportDescr imported) {
    String target = imported.getTarget();
    int dot = target.lastIndexOf('.');
    String name = target.substring(dot + 1);
    Optional<Class<?>> type = file.load(target.substring(0, Math.max(dot, 0)));
    boolean found =
        type.isPresent()
            && (name.equals("*")
                || Arrays.stream(type.get().getMethods())
                    .map(Method::getName)
                    .anyMatch(name::equals));
    if (!found) {
      problems.add(
          file.at(imported.getLine())
              + ": import static "
              + target
              + ": no such method on the class path");
    }
  }

  private void check(GlobalDescr global) {
    Class<?> known = RuleReader.GLOBALS.get(global.getIdentifier());
    Optional<Class<?>> type = file.resolve(global.getType());
    if (known == null || !type.equals(Optional.of(known))) {
      problems.add(
          file.at(global.getLine())
              + ": "
              + RuleReader.unknownGlobal(
                  type.map(Class::getName).orElse(global.getType()), global.getIdentifier()));
    }
  }

  /** Of two tags of one name Drools keeps the last and says nothing. */
  private void checkTags(RuleDescr rule) {
    Set<String> seen = new HashSet<>();
    Matcher tags = TAG.matcher(file.textOf(rule));
    while (tags.find() && tags.group(2) == null) {
      String tag = tags.group(1);
      if (tag != null && !seen.add(tag)) {
        problems.add(
            file.of(rule) + "@" + tag + " is given twice, and only one would count; remove one");
      }
    }
  }

  private void checkAttributes(RuleDescr rule) {
    for (String attribute : rule.getAttributes().keySet()) {
      problems.add(
          file.of(rule)
              + attribute
              + " is not allowed: a rule speaks whenever its condition holds; remove it");
    }
  }

  /** What raises a failure must not fire without it: the engine relies on that. */
  private void checkGrade(RuleDescr rule) {
    String first = AnalysedRule.controlOf(rule.getName());
    if (AnalysedRule.Kind.of(rule.getName()) == AnalysedRule.Kind.FAIL
        && !rule.getName().equals(first)
        && rule.getAnnotationNames().contains("severity")
        && !first.equals(rule.getParentName())) {
      problems.add(file.of(rule) + RuleReader.notAGrade(rule.getName()));
    }
  }

  private void check(RuleDescr rule, BaseDescr element) {
    if (element instanceof EvalDescr) {
      problems.add(
          file.of(rule)
              + "eval is not allowed: it hides which facts the rule reads; write the condition"
              + " inside a pattern");
    }
    if (element instanceof PatternDescr pattern) {
      if (pattern.isQuery()) {
        problems.add(file.of(rule) + "a query call is not allowed; write the pattern itself");
      } else if (!pattern.getObjectType().isEmpty()
          && file.resolve(pattern.getObjectType()).isEmpty()) {
        problems.add(
            file.of(rule, file.lineOf(pattern.getObjectType() + "(", rule.getLine()))
                + "unknown type "
                + pattern.getObjectType()
                + "; import it from its package, for instance dev.merlon.fact.ec2");
      }
    }
  }
}
