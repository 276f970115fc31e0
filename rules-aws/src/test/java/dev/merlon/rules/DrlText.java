/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of one rule file, cut into its parts. It reads the rigid form that {@link RuleStyle}
 * demands and no other; what does not fit is among the {@link #problems}.
 *
 * @param path below the folder of the rules: {@code securitygroups/sg-no-open-ssh.drl}
 * @param lines as written
 * @param packageName empty if there is none
 * @param imports the imported names, in order
 * @param globals the names of the globals
 * @param problems what could not be read, with its line
 */
record DrlText(
    String path,
    List<String> lines,
    String packageName,
    List<String> imports,
    List<String> globals,
    List<Rule> rules,
    List<String> problems) {

  /**
   * One rule.
   *
   * @param line of its name, counted from 1
   * @param parent the rule that it extends, or empty
   * @param attributes lines before {@code when} that are no tags
   * @param when the condition, in lines
   * @param then the consequence, in lines
   */
  record Rule(
      int line,
      String name,
      String parent,
      List<Tag> tags,
      List<String> attributes,
      List<String> when,
      List<String> then) {

    String tag(String tagName) {
      return tags.stream()
          .filter(tag -> tag.name().equals(tagName))
          .map(Tag::value)
          .findFirst()
          .orElse("");
    }

    /** The condition without comments and what texts say. */
    String condition() {
      return code(String.join("\n", when));
    }

    /** The consequence without comments and what texts say. */
    String consequence() {
      return code(String.join("\n", then)).strip();
    }

    /** The condition and the consequence as written, but for comments. */
    String body() {
      return (String.join("\n", when) + "\n" + String.join("\n", then))
          .replaceAll("(?m)^ *//.*$", "");
    }
  }

  /** A line such as {@code @title("…")}; the value is without its quotes. */
  record Tag(String name, String value) {}

  private static final Pattern RULE =
      Pattern.compile("rule \"([^\"]+)\"(?: extends \"([^\"]+)\")?");
  private static final Pattern TAG = Pattern.compile("    @(\\w+)\\((.*)\\)");
  private static final Pattern IMPORT = Pattern.compile("import ([\\w.]+(?:\\.\\*)?)");
  private static final Pattern GLOBAL = Pattern.compile("global [\\w.]+ (\\w+)");
  private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+)");

  /** Where in a file a line stands. */
  private enum Part {
    HEAD,
    TAGS,
    WHEN,
    THEN
  }

  static DrlText of(String path, String text) {
    return new Reader(path, text).read();
  }

  boolean isDerivation() {
    return path.startsWith("derived/");
  }

  /** The file's name without its ending; a control's id. */
  String baseName() {
    return path.replaceFirst(".*/", "").replaceFirst("\\.drl$", "");
  }

  /** The folder that the file stands in. */
  String folder() {
    return path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
  }

  /** Blanks comments and what stands between quotes, so that words in them are no keywords. */
  static String code(String text) {
    return text.replaceAll("\"(\\\\.|[^\"\\\\])*\"", "\"\"").replaceAll("(?m)//.*$", "");
  }

  private static final class Reader {
    private final String path;
    private final List<String> lines;
    private String packageName = "";
    private final List<String> imports = new ArrayList<>();
    private final List<String> globals = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private Part part = Part.HEAD;

    Reader(String path, String text) {
      this.path = path;
      this.lines = text.lines().toList();
    }

    DrlText read() {
      for (int number = 1; number <= lines.size(); number++) {
        String line = lines.get(number - 1);
        switch (part) {
          case HEAD -> head(number, line);
          case TAGS -> tags(number, line);
          case WHEN -> condition(line);
          case THEN -> consequence(line);
        }
      }
      if (part != Part.HEAD) {
        problems.add(path + ": the last rule has no line \"end\" at the start of a line");
      }
      return new DrlText(path, lines, packageName, imports, globals, rules, problems);
    }

    private Rule last() {
      return rules.get(rules.size() - 1);
    }

    private void head(int number, String line) {
      Matcher rule = RULE.matcher(line);
      Matcher imported = IMPORT.matcher(line);
      Matcher global = GLOBAL.matcher(line);
      Matcher named = PACKAGE.matcher(line);
      if (rule.matches()) {
        String parent = rule.group(2);
        rules.add(
            new Rule(
                number,
                rule.group(1),
                parent == null ? "" : parent,
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>()));
        part = Part.TAGS;
      } else if (imported.matches()) {
        imports.add(imported.group(1));
      } else if (global.matches()) {
        globals.add(global.group(1));
      } else if (named.matches()) {
        packageName = named.group(1);
      } else if (!line.isEmpty() && !line.startsWith("//")) {
        problems.add(
            path + ":" + number + ": neither package, import, global, rule nor comment: " + line);
      }
    }

    private void tags(int number, String line) {
      Matcher tag = TAG.matcher(line);
      if (line.equals("when")) {
        part = Part.WHEN;
      } else if (tag.matches()) {
        String value = tag.group(2).strip();
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        last()
            .tags()
            .add(new Tag(tag.group(1), quoted ? value.substring(1, value.length() - 1) : value));
      } else if (line.startsWith("    @")) {
        problems.add(path + ":" + number + ": a tag begins and ends on one line: " + line);
      } else {
        last().attributes().add(line);
      }
    }

    private void condition(String line) {
      if (line.equals("then")) {
        part = Part.THEN;
      } else {
        last().when().add(line);
      }
    }

    private void consequence(String line) {
      if (line.equals("end")) {
        part = Part.HEAD;
      } else {
        last().then().add(line);
      }
    }
  }
}
