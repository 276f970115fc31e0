/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.rules;

import static java.util.stream.Collectors.joining;

import dev.merlon.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks the text of rule files against the form that all of ours have. */
final class RuleStyle {

  private static final int COLUMNS = 100;

  private static final List<String> TAGS =
      List.of("title", "severity", "resource", "params", "risk", "fix", "see");
  private static final List<String> SEVERITIES =
      Arrays.stream(Severity.values()).sorted().map(Severity::name).toList();
  private static final Set<String> OPTIONAL = Set.of("params", "see");
  private static final Map<String, String> ACCESSORS =
      Map.of(
          "int", "integer", "boolean", "bool", "text", "text", "list", "list", "ports", "ports",
          "cidrs", "cidrs");

  /** What is not to stand in a rule, and what to do instead. */
  private static final Map<Pattern, String> FORBIDDEN = new LinkedHashMap<>();

  static {
    forbid("\\beval\\s*\\(", "eval hides which facts a rule reads; write a constraint");
    forbid("\\?\\w+\\s*\\(", "a query call hides which facts a rule reads; write the pattern");
    forbid("(?<![\\w$.])or(?!\\w)", "or between patterns fires once a branch; use || inside one");
    forbid("&&", "&& around a join is not indexed; use a comma");
    forbid("->|::", "a lambda belongs in a method of the fact, with a test of its own");
    forbid("\\s\\?\\s", "a choice belongs in a method of the fact, with a test of its own");
    forbid(
        "\\b(insertLogical|modify|update|delete|retract)\\s*[({]",
        "rules say verdicts or insert what they derive, and change nothing");
    forbid("\\b(if|for|while|switch)\\s*\\(", "control flow belongs in a method of the fact");
    forbid(
        "\\b(System|Instant\\.now|LocalDate\\.now|Math\\.random|Thread)\\b",
        "a rule has no output, clock or chance; the time is the global asOf");
  }

  private static final Pattern PARAMETER_USE =
      Pattern.compile("parameters\\s*\\.\\s*(\\w+)\\(\\s*\"([^\"]*)\"\\s*,\\s*\"([^\"]*)\"\\s*\\)");
  private static final Pattern BINDING = Pattern.compile("([^\\s(,]+)\\s*:\\s*(?=[\\w(])");
  private static final Pattern MAY = Pattern.compile("(!?)\\b(?:\\w+\\.)?(must|may)\\.(\\w+)");

  private final DrlText file;
  private final List<String> problems = new ArrayList<>();

  private RuleStyle(DrlText file) {
    this.file = file;
  }

  private static void forbid(String regex, String instead) {
    FORBIDDEN.put(Pattern.compile(regex), instead);
  }

  /**
   * What is wrong with a file, one line each; empty if nothing is.
   *
   * @param path below the folder of the rules
   */
  static List<String> problems(String path, String text) {
    RuleStyle style = new RuleStyle(DrlText.of(path, text));
    style.problems.addAll(style.file.problems());
    style.checkLines(text);
    style.checkHead();
    style.file.rules().forEach(style::checkRule);
    if (style.file.isDerivation()) {
      style.file.rules().forEach(style::checkDerivation);
    } else if (!style.file.rules().isEmpty()) {
      style.checkControl();
    }
    return style.problems;
  }

  private void say(int line, String problem) {
    problems.add(file.path() + ":" + line + ": " + problem);
  }

  private void say(DrlText.Rule rule, String problem) {
    say(rule.line(), "rule \"" + rule.name() + "\": " + problem);
  }

  // ---- the file

  private void checkLines(String text) {
    boolean blank = true;
    for (int i = 0; i < file.lines().size(); i++) {
      String line = file.lines().get(i);
      int number = i + 1;
      if (line.endsWith(" ") || line.contains("\t")) {
        say(number, "a tab or a space at the end of the line; remove it");
      }
      if (line.isBlank() && blank) {
        say(number, "one blank line between blocks, and none at the start");
      }
      blank = line.isBlank();
      boolean free =
          line.strip().startsWith("@") || (line.contains("verdict.") && line.contains("\""));
      if (line.length() > COLUMNS && !free) {
        say(number, "longer than " + COLUMNS + " columns; break it");
      }
      if (Set.of("when", "then", "end").contains(line.strip()) && line.startsWith(" ")) {
        say(number, "when, then and end stand at the start of a line");
      }
    }
    if (!text.endsWith("\n") || text.endsWith("\n\n")) {
      say(file.lines().size(), "the file ends with one line feed");
    }
  }

  private void checkHead() {
    String all = DrlText.code(String.join("\n", file.lines()));
    List<String> names = new ArrayList<>();
    for (String name : file.imports()) {
      if (name.endsWith("*")) {
        say(1, "import " + name + ": import each type by its name");
        continue;
      }
      String simple = name.substring(name.lastIndexOf('.') + 1);
      names.add(name);
      if (Pattern.compile("\\b" + simple + "\\b").matcher(all).results().count() < 2) {
        say(1, "import " + name + " is not used; remove it");
      }
    }
    if (!names.equals(names.stream().sorted().toList())) {
      say(1, "imports are sorted");
    }
    for (String global : file.globals()) {
      if (!all.contains(global + ".")) {
        say(1, "global " + global + " is not used; remove it");
      }
    }
  }

  // ---- every rule

  private void checkRule(DrlText.Rule rule) {
    for (String line : rule.attributes()) {
      say(rule, "no attributes, only tags of four columns before when: " + line.strip());
    }
    String code = rule.condition() + "\n" + rule.consequence();
    FORBIDDEN.forEach(
        (pattern, instead) -> {
          Matcher found = pattern.matcher(code);
          if (found.find()) {
            say(rule, "\"" + found.group().strip() + "\": " + instead);
          }
        });
    for (String line : rule.when()) {
      if (!line.isBlank() && line.indexOf(line.strip()) % 4 != 0) {
        say(rule, "patterns are indented by four columns: " + line.strip());
      }
    }
    if (rule.when().stream().allMatch(String::isBlank)) {
      say(rule, "has no condition");
    }
    checkBindings(rule);
    String consequence = rule.consequence();
    String start = file.isDerivation() ? "insert(" : "verdict.";
    if (!consequence.startsWith(start)
        || !consequence.endsWith(";")
        || consequence.indexOf(';') != consequence.length() - 1) {
      say(rule, "one statement stands between then and end, and it starts with " + start);
    }
  }

  private void checkBindings(DrlText.Rule rule) {
    Matcher bindings = BINDING.matcher(rule.condition());
    while (bindings.find()) {
      String name = bindings.group(1);
      if (!name.matches("\\$[a-z][a-zA-Z0-9]*")) {
        say(rule, "a binding is a noun such as $group: " + name);
      } else if (uses(rule, name) < 2
          && file.rules().stream()
              .noneMatch(child -> child.parent().equals(rule.name()) && uses(child, name) > 0)) {
        say(rule, "bind what is used and nothing else: " + name);
      }
    }
  }

  private static long uses(DrlText.Rule rule, String binding) {
    return Pattern.compile(Pattern.quote(binding) + "\\b").matcher(rule.body()).results().count();
  }

  private void checkDerivation(DrlText.Rule rule) {
    List<String> tags = rule.tags().stream().map(DrlText.Tag::name).toList();
    if (!tags.equals(List.of("derives")) && !tags.equals(List.of("decides"))) {
      say(rule, "a derivation has one tag, @derives(Type) or @decides(Type); it has " + tags);
    }
  }

  // ---- a control

  private void checkControl() {
    DrlText.Rule first = file.rules().get(0);
    checkTags(first);
    String id = file.baseName();
    for (DrlText.Rule rule : file.rules()) {
      checkVerb(rule, id);
      if (!rule.parent().isEmpty() && !rule.parent().equals(id)) {
        say(rule, "extends \"" + rule.parent() + "\"; only the first rule of its own file, if any");
      }
    }
    file.rules().stream().skip(1).forEach(rule -> checkFurther(rule, first, id));
    checkParameters(first, id);
    checkDoubt(id);
  }

  private void checkTags(DrlText.Rule first) {
    List<String> given = first.tags().stream().map(DrlText.Tag::name).toList();
    List<String> wanted =
        TAGS.stream().filter(tag -> given.contains(tag) || !OPTIONAL.contains(tag)).toList();
    if (!given.equals(wanted)) {
      say(first, "tags are " + wanted + " in this order and no others; it has " + given);
    }
    String title = first.tag("title");
    if (title.endsWith(".") || !title.matches("\\p{Lu}.*") || title.matches(".*\\bshould\\b.*")) {
      say(
          first,
          "@title says what is true when it passes: a capital letter, no \"should\", no full stop");
    }
    for (String tag : List.of("risk", "fix")) {
      if (!first.tag(tag).endsWith(".") || !first.tag(tag).matches("\\p{Lu}.*")) {
        say(first, "@" + tag + " is a sentence with a capital letter and a full stop");
      }
    }
    if (!first.tag("see").isEmpty() && !first.tag("see").startsWith("https://")) {
      say(first, "@see is one https URL");
    }
  }

  private void checkVerb(DrlText.Rule rule, String id) {
    String verb =
        rule.name().startsWith(id + "/not-applicable")
            ? "notApplicable"
            : rule.name().startsWith(id + "/unknown") ? "unknown" : "fail";
    if (!rule.consequence().startsWith("verdict." + verb + "(")) {
      say(rule, "a rule of this name says verdict." + verb + "(…)");
    }
  }

  /** A gap on what only raises a severity must not cloud the verdict: the first rule decides. */
  private void checkFurther(DrlText.Rule rule, DrlText.Rule first, String id) {
    List<String> tags = rule.tags().stream().map(DrlText.Tag::name).toList();
    if (!tags.isEmpty() && !tags.equals(List.of("severity"))) {
      say(rule, "only the first rule has other tags than @severity; it has " + tags);
    }
    boolean graded = tags.contains("severity");
    if (graded != !rule.parent().isEmpty()) {
      say(
          rule,
          "a rule with a @severity of its own extends \""
              + id
              + "\", and one that extends it has one");
    }
    if (graded && level(rule) <= level(first)) {
      say(rule, "its @severity is higher than that of \"" + id + "\", which states the lowest");
    }
  }

  private static int level(DrlText.Rule rule) {
    return SEVERITIES.indexOf(rule.tag("severity"));
  }

  private void checkParameters(DrlText.Rule first, String id) {
    Map<String, String> declared = new LinkedHashMap<>();
    for (String declaration : first.tag("params").split(";")) {
      String[] parts = declaration.strip().split("\\s*[:=]\\s*", 3);
      if (parts.length > 1) {
        declared.put(parts[0], parts[1]);
      }
    }
    Set<String> unused = new TreeSet<>(declared.keySet());
    for (DrlText.Rule rule : file.rules()) {
      Matcher uses = PARAMETER_USE.matcher(rule.body());
      int understood = 0;
      while (uses.find()) {
        understood++;
        String name = uses.group(3);
        unused.remove(name);
        if (!uses.group(2).equals(id)) {
          say(
              rule,
              "parameters." + uses.group(1) + "(\"" + uses.group(2) + "\", …): say \"" + id + "\"");
        }
        String type = declared.get(name);
        if (type == null) {
          say(rule, "parameter " + name + " is not declared; @params has " + declared.keySet());
        } else if (!uses.group(1).equals(ACCESSORS.get(type))) {
          say(
              rule,
              "parameter " + name + " is " + type + ": parameters." + ACCESSORS.get(type) + "(…)");
        }
      }
      long all = Pattern.compile("\\bparameters\\s*\\.").matcher(rule.body()).results().count();
      if (understood != all) {
        say(rule, "a parameter is read as parameters.type(\"" + id + "\", \"name\")");
      }
    }
    if (!unused.isEmpty()) {
      say(first, "no rule reads the parameters " + unused);
    }
  }

  /**
   * What carries its own doubt: a failing rule asks what must be, an unknown one what may be and is
   * not certain, of the same thing. One that only raises the severity asks what may be, so that no
   * failure gets milder by what is missing.
   */
  private void checkDoubt(String id) {
    Set<String> failing = new TreeSet<>();
    Set<String> doubted = new TreeSet<>();
    for (DrlText.Rule rule : file.rules()) {
      boolean unknown = rule.name().startsWith(id + "/unknown");
      boolean graded = !rule.parent().isEmpty();
      Set<String> asked = new TreeSet<>();
      Set<String> excluded = new TreeSet<>();
      Matcher doubts = MAY.matcher(rule.condition());
      while (doubts.find()) {
        boolean negated = !doubts.group(1).isEmpty();
        boolean may = doubts.group(2).equals("may");
        String what = doubts.group(3);
        if (unknown ? may == negated : graded != may || negated) {
          say(
              rule,
              unknown
                  ? "an unknown rule asks may." + what + " and !must." + what
                  : (graded ? "a rule that grades asks may." : "a rule that decides asks must.")
                      + what
                      + ", without a negation");
        } else {
          (negated ? excluded : asked).add(what);
        }
      }
      if (rule.consequence().contains("may()") || rule.consequence().contains(".may.")) {
        say(rule, "what may be is no evidence");
      }
      if (unknown) {
        doubted.addAll(asked);
        if (!asked.equals(excluded)) {
          say(
              rule,
              "an unknown rule excludes what is certain: !must for every may; has may "
                  + asked
                  + ", !must "
                  + excluded);
        }
      } else if (!graded) {
        failing.addAll(asked);
      }
    }
    if (!failing.equals(doubted)) {
      say(
          1,
          "must "
              + failing.stream().collect(joining(", "))
              + " but may "
              + doubted.stream().collect(joining(", "))
              + ": add or complete the rule \""
              + id
              + "/unknown\"");
    }
  }
}
