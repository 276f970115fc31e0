/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;
import org.kie.api.builder.Message;

/** Turns what the compiler says of a rule into file, rule, line and what would do. */
final class CompilerMessages {

  private static final Pattern EXPRESSION =
      Pattern.compile(
          "Unable to (?:parse left part of expression|Analyse Expression):? (.*?):?",
          Pattern.DOTALL);
  private static final Pattern METHOD =
      Pattern.compile("Method (\\w+) on class (\\S+) with arguments .* is missing");
  private static final Pattern FIELD = Pattern.compile("Unknown field (\\w+) on class (\\S+)");
  private static final Pattern CONSEQUENCE =
      Pattern.compile(
          "Unable to parse consequence caused by: \\(line (\\d+),col \\d+\\) (.*?)"
              + "(?:, expected one of .*|\\s*Problem stacktrace.*)",
          Pattern.DOTALL);
  private static final Pattern LITERAL =
      Pattern.compile("Cannot coerce \\w+ (\\S+) to .*|.*For input string: (\".*\")");
  private static final Pattern FOLLOWS = Pattern.compile("Pattern of type: .* is not compatible.*");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\w+");
  private static final String GENERATED = "Java source of ";
  private static final String RULE_OF_GENERATED = "* Rule name: ";

  private final DrlFile file;
  private final RuleDescr rule;
  private final DrlBuild build;

  /**
   * @param build in which this rule alone was compiled, with those it extends
   */
  CompilerMessages(DrlFile file, RuleDescr rule, DrlBuild build) {
    this.file = file;
    this.rule = rule;
    this.build = build;
  }

  /** The files that the errors may be about; not all of them need to be bad. */
  static Set<DrlFile> suspects(DrlBuild build, List<DrlFile> files) {
    Set<DrlFile> suspects = new LinkedHashSet<>();
    for (Message message : build.messages()) {
      int index = DrlBuild.indexOf(message);
      if (index >= 0) {
        suspects.add(files.get(index));
      } else if (isJava(message)) {
        String statement = statement(message, build);
        for (DrlFile file : files) {
          if (!statement.isEmpty()
              && file.rules().stream().anyMatch(rule -> file.contains(rule, statement))) {
            suspects.add(file);
          }
        }
      }
    }
    return suspects;
  }

  /** For errors that no file alone causes. */
  static List<String> unplaced(DrlBuild build, List<DrlFile> files) {
    String names = String.join(", ", files.stream().map(DrlFile::name).toList());
    List<String> problems = new ArrayList<>();
    for (Message message : build.messages()) {
      if (!message.getText().startsWith(GENERATED)) {
        problems.add(names + ": " + message.getText().strip());
      }
    }
    if (build.thrown() != null) {
      problems.add(names + ": the rule compiler failed: " + build.thrown());
    }
    return problems;
  }

  /** The problems of the rule. */
  List<String> explain() {
    List<String> problems = new ArrayList<>();
    boolean fieldIsUnknown =
        build.messages().stream().anyMatch(message -> FIELD.matcher(textOf(message)).matches());
    for (Message message : build.messages()) {
      String text = textOf(message);
      if (!text.startsWith(GENERATED) && !(fieldIsUnknown && FOLLOWS.matcher(text).matches())) {
        problems.add(isJava(message) ? explainJava(message, text) : explain(text));
      }
    }
    Throwable thrown = build.thrown();
    if (thrown != null) {
      String said = thrown.getClass().getSimpleName() + ": " + thrown.getMessage();
      problems.add(place(literal(said)) + "the rule compiler failed: " + said);
    }
    return problems;
  }

  private String explain(String text) {
    Matcher expression = EXPRESSION.matcher(text);
    if (expression.matches()) {
      return explainExpression(expression.group(1));
    }
    Matcher method = METHOD.matcher(text);
    if (method.matches()) {
      String part = method.group(1) + "(";
      return place(part)
          + method.group(2)
          + " has no method "
          + method.group(1)
          + " with these arguments"
          + file.load(method.group(2)).map(CompilerMessages::known).orElse("");
    }
    Matcher field = FIELD.matcher(text);
    if (field.matches()) {
      return place("." + field.group(1))
          + "unknown property "
          + field.group(1)
          + " of "
          + field.group(2)
          + file.load(field.group(2)).map(CompilerMessages::known).orElse("");
    }
    Matcher consequence = CONSEQUENCE.matcher(text);
    if (consequence.matches()) {
      int line = rule.getConsequenceLine() + Integer.parseInt(consequence.group(1)) - 1;
      return file.of(rule, line) + "syntax: " + consequence.group(2).replaceAll("\\s+", " ");
    }
    return place(literal(text)) + text;
  }

  private String explainExpression(String part) {
    String where = " in \"" + part + "\"";
    String global = undeclaredGlobal(part);
    if (!global.isEmpty()) {
      return place(part) + "unknown global" + where + global;
    }
    Set<String> unbound = new TreeSet<>();
    VARIABLE.matcher(part).results().forEach(variable -> unbound.add(variable.group()));
    unbound.removeIf(
        variable -> file.contains(rule, variable + ":") || file.contains(rule, variable + ":="));
    if (!unbound.isEmpty() && rule.getParentName() == null) {
      return place(part)
          + "unknown variable "
          + String.join(", ", unbound)
          + where
          + "; bind it in a pattern before this one";
    }
    return place(part)
        + "unknown property"
        + where
        + file.patternWith(rule, part)
            .map(PatternDescr::getObjectType)
            .flatMap(file::resolve)
            .map(CompilerMessages::known)
            .orElse("");
  }

  /** The right-hand side is compiled as Java, and so is what Drools makes of the condition. */
  private String explainJava(Message message, String text) {
    String statement = statement(message, build);
    if (source(message, build).contains(RULE_OF_GENERATED)) {
      return file.of(rule) + "its condition does not compile: " + text;
    }
    return place(statement) + text + " in \"" + statement + "\"" + undeclaredGlobal(text);
  }

  private String undeclaredGlobal(String part) {
    for (Map.Entry<String, Class<?>> global : RuleReader.GLOBALS.entrySet()) {
      boolean declared =
          file.content().getGlobals().stream()
              .anyMatch(known -> known.getIdentifier().equals(global.getKey()));
      if (!declared
          && Pattern.compile("(?<![\\w.$\"])" + global.getKey() + "\\b").matcher(part).find()) {
        return "; declare it: global " + global.getValue().getName() + " " + global.getKey();
      }
    }
    return "";
  }

  private static String literal(String text) {
    Matcher literal = LITERAL.matcher(text);
    if (!literal.matches()) {
      return "";
    }
    return literal.group(1) == null ? literal.group(2) : literal.group(1);
  }

  private static boolean isJava(Message message) {
    return String.valueOf(message.getPath()).endsWith(".java");
  }

  private static String textOf(Message message) {
    return message.getText().strip();
  }

  /** The generated source that a message is about. */
  private static String source(Message message, DrlBuild build) {
    return build.messages().stream()
        .map(Message::getText)
        .filter(other -> other.startsWith(GENERATED + message.getPath()))
        .findFirst()
        .orElse("");
  }

  private static String statement(Message message, DrlBuild build) {
    return source(message, build).lines().skip(message.getLine()).findFirst().orElse("").strip();
  }

  private String place(@Nullable String part) {
    return file.of(
        rule, part == null || part.isEmpty() ? rule.getLine() : file.lineOf(part, rule.getLine()));
  }

  private static String known(Class<?> type) {
    if (type.getName().startsWith("java.")) {
      return "";
    }
    return "; " + type.getSimpleName() + " has " + String.join(", ", DrlFile.properties(type));
  }
}
