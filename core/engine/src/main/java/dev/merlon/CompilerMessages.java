/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.kie.api.builder.Message;

/** Turns what the rule compiler says into file, rule, line and mend. It knows few lines itself. */
final class CompilerMessages {

  private static final Pattern EXPRESSION =
      Pattern.compile(
          "Unable to (?:parse left part of expression|Analyse Expression):? (.*?):?",
          Pattern.DOTALL);
  private static final Pattern METHOD =
      Pattern.compile("Method (\\w+) on class (\\S+) with arguments .* is missing");
  private static final Pattern LITERAL = Pattern.compile("Cannot coerce \\w+ (\\S+) to .*");
  private static final String GENERATED = "Java source of ";

  private final List<DrlFile> files;
  private final List<Message> messages;

  /**
   * @param files in the order in which they were given to the compiler, as 0.drl, 1.drl, …
   */
  CompilerMessages(List<DrlFile> files, List<Message> messages) {
    this.files = files;
    this.messages = messages;
  }

  void explain(Collection<String> problems) {
    for (Message message : messages) {
      if (!message.getText().startsWith(GENERATED)) {
        problems.add(explain(message));
      }
    }
  }

  private String explain(Message message) {
    String text = message.getText().strip();
    if (String.valueOf(message.getPath()).endsWith(".java")) {
      return explainJava(message, text);
    }
    Optional<DrlFile> file = fileOf(String.valueOf(message.getPath()));
    if (file.isEmpty()) {
      return text;
    }
    if (message.getLine() > 0) {
      return file.get().at(message.getLine()) + ": " + text;
    }
    Matcher expression = EXPRESSION.matcher(text);
    if (expression.matches()) {
      String part = expression.group(1);
      return place(file.get(), part)
          + "unknown property in \""
          + part
          + "\""
          + known(file.get(), part);
    }
    Matcher method = METHOD.matcher(text);
    if (method.matches()) {
      String part = method.group(1) + "(";
      return place(file.get(), part)
          + method.group(2)
          + " has no method "
          + method.group(1)
          + " with these arguments"
          + known(file.get(), part);
    }
    Matcher literal = LITERAL.matcher(text);
    return place(file.get(), literal.matches() ? literal.group(1) : text) + text;
  }

  /** The right-hand side is compiled as Java: the failing statement tells which rule it is. */
  private String explainJava(Message message, String text) {
    String statement =
        messages.stream()
            .map(Message::getText)
            .filter(other -> other.startsWith(GENERATED + message.getPath()))
            .findFirst()
            .map(source -> source.lines().skip(message.getLine()).findFirst().orElse(""))
            .orElse("")
            .strip();
    for (DrlFile file : files) {
      if (!statement.isEmpty()
          && file.rules().stream().anyMatch(r -> file.contains(r, statement))) {
        return place(file, statement) + text + " in \"" + statement + "\"";
      }
    }
    return String.join(", ", files.stream().map(DrlFile::name).toList()) + ": " + text;
  }

  private Optional<DrlFile> fileOf(String path) {
    Matcher number = Pattern.compile("(\\d+)\\.drl").matcher(path);
    return number.find()
        ? Optional.of(files.get(Integer.parseInt(number.group(1))))
        : Optional.empty();
  }

  private static String place(DrlFile file, String part) {
    Optional<RuleDescr> rule = ruleWith(file, part);
    if (rule.isEmpty()) {
      return file.name() + ": ";
    }
    return file.at(file.lineOf(part, rule.get().getLine()))
        + ": rule \""
        + rule.get().getName()
        + "\": ";
  }

  private static Optional<RuleDescr> ruleWith(DrlFile file, String part) {
    List<RuleDescr> rules = file.rules();
    return rules.size() == 1
        ? Optional.of(rules.get(0))
        : rules.stream().filter(rule -> file.contains(rule, part)).findFirst();
  }

  private static String known(DrlFile file, String part) {
    return ruleWith(file, part)
        .flatMap(rule -> file.patternWith(rule, part))
        .map(PatternDescr::getObjectType)
        .flatMap(
            type ->
                file.resolve(type)
                    .map(
                        found ->
                            "; " + type + " has " + String.join(", ", DrlFile.properties(found))))
        .orElse("");
  }
}
