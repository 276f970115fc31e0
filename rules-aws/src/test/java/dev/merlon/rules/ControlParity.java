/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.merlon.Control;
import dev.merlon.Status;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Checks that rules, cases and controls belong together: one file, one control, one file of cases,
 * all of one name.
 */
final class ControlParity {

  /** What ids begin with, by practice; every practice has a folder of its name. */
  static final SortedMap<String, String> PREFIXES =
      new TreeMap<>(
          Map.of(
              "organizations", "org-",
              "rootuser", "root-",
              "mfa", "mfa-",
              "privatesubnets", "subnet-",
              "natgateways", "nat-",
              "securitygroups", "sg-",
              "networkacls", "nacl-",
              "vpcendpoints", "vpce-",
              "s3replication", "s3crr-",
              "waf", "waf-"));

  private static final String PACKAGE = "dev.merlon.rules.";
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final SortedMap<String, String> cases;
  private final SortedMap<String, Control> controls = new TreeMap<>();
  private final List<DrlText> files = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  private ControlParity(
      SortedMap<String, String> rules,
      SortedMap<String, String> cases,
      Collection<Control> controls) {
    rules.forEach((path, text) -> files.add(DrlText.of(path, text)));
    this.cases = cases;
    controls.forEach(control -> this.controls.put(control.id(), control));
  }

  /**
   * What does not belong together, with what to add; empty if all does.
   *
   * @param rules the texts of the rule files, by path
   * @param cases the texts of the case files, by path
   * @param controls what an engine makes of the rules
   */
  static List<String> problems(
      SortedMap<String, String> rules,
      SortedMap<String, String> cases,
      Collection<Control> controls) {
    ControlParity parity = new ControlParity(rules, cases, controls);
    Set<String> known = new TreeSet<>();
    for (DrlText file : parity.files) {
      if (file.isDerivation()) {
        parity.checkDerivation(file);
      } else {
        parity.checkControl(file);
        known.add(file.path().replaceFirst("\\.drl$", ".json"));
      }
    }
    for (String path : cases.keySet()) {
      if (!known.contains(path)) {
        parity.say(path, "cases of no control; write " + path.replaceFirst("\\.json$", ".drl"));
      }
    }
    Set<String> ids = new TreeSet<>(parity.controls.keySet());
    parity.files.forEach(file -> ids.remove(file.baseName()));
    ids.forEach(id -> parity.say(id, "a control without a file; write " + id + ".drl"));
    return parity.problems;
  }

  private void say(String where, String problem) {
    problems.add(where + ": " + problem);
  }

  private void checkPackage(DrlText file) {
    String expected = PACKAGE + file.folder().replace('/', '.');
    if (!file.packageName().equals(expected)) {
      say(file.path(), "the package follows the folder; write package " + expected);
    }
    if (file.rules().isEmpty()) {
      say(file.path(), "holds no rule; write rule \"" + file.baseName() + "\"");
    }
  }

  private void checkDerivation(DrlText file) {
    checkPackage(file);
    for (DrlText.Rule rule : file.rules()) {
      String type = rule.tag("derives") + rule.tag("decides");
      String kebab = type.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
      if (!rule.name().split("/", 2)[0].equals(kebab) || !file.baseName().equals(kebab)) {
        say(
            file.path(),
            "rule \"" + rule.name() + "\" derives " + type + "; file and rule are " + kebab);
      }
    }
  }

  private void checkControl(DrlText file) {
    checkPackage(file);
    String id = file.baseName();
    String prefix = PREFIXES.get(file.folder());
    if (prefix == null) {
      say(file.path(), "no folder of a practice; those are " + PREFIXES.keySet());
    } else if (!id.startsWith(prefix)) {
      say(file.path(), "ids of " + file.folder() + " begin with " + prefix);
    }
    for (DrlText.Rule rule : file.rules()) {
      boolean first = rule.equals(file.rules().get(0));
      if (first ? !rule.name().equals(id) : !rule.name().startsWith(id + "/")) {
        say(
            file.path(),
            "rule \"" + rule.name() + "\": write rule \"" + id + (first ? "\"" : "/…\""));
      }
    }
    Control control = controls.get(id);
    if (control == null) {
      say(file.path(), "the engine has no control " + id + "; run mvn -B test to compile it");
    } else {
      checkMetadata(file, control);
    }
    checkCases(file);
    checkDoubt(file);
  }

  private void checkMetadata(DrlText file, Control control) {
    if (!control.practice().equals(file.folder())) {
      say(file.path(), "the practice is " + control.practice() + " and the folder another");
    }
    Map<String, String> texts =
        Map.of("title", control.title(), "risk", control.risk(), "fix", control.remediation());
    new TreeMap<>(texts)
        .forEach(
            (tag, text) -> {
              if (text.isBlank()) {
                say(file.path(), "add @" + tag + "(\"…\")");
              }
            });
    if (control.references().isEmpty()) {
      say(file.path(), "add @see(\"https://docs.aws.amazon.com/…\")");
    }
    if (control.needs().isEmpty()) {
      say(file.path(), "reads nothing that an API action feeds");
    }
  }

  /** A control has a case of every status that it can say. */
  private void checkCases(DrlText file) {
    String path = file.path().replaceFirst("\\.drl$", ".json");
    String text = cases.get(path);
    if (text == null) {
      say(path, "no such file; write the cases of " + file.baseName());
      return;
    }
    Set<String> seen = new TreeSet<>();
    try {
      for (JsonNode one : JSON.readTree(text)) {
        one.path("expect").forEach(status -> seen.add(status.asText()));
        String name = one.path("case").asText();
        if (!name.matches("(fails|passes|is) .*[^.]")) {
          say(path, "\"" + name + "\": a name such as \"fails when port 22 is open\"");
        }
      }
    } catch (JsonProcessingException e) {
      say(path, "is no JSON: " + e.getOriginalMessage());
      return;
    }
    for (Status status : Status.values()) {
      if (!seen.contains(status.name())) {
        say(path, "add a case that expects " + status);
      }
    }
  }

  /**
   * What a failing rule asks of a derived fact with a doubt of its own, an unknown rule asks too.
   */
  private void checkDoubt(DrlText file) {
    Set<String> deciding = new TreeSet<>();
    for (DrlText other : files) {
      other.rules().forEach(rule -> deciding.add(rule.tag("decides")));
    }
    deciding.remove("");
    for (String type : deciding) {
      Pattern pattern = Pattern.compile("\\b" + type + "\\s*\\(");
      boolean fails = false;
      boolean doubts = false;
      for (DrlText.Rule rule : file.rules()) {
        boolean reads = pattern.matcher(rule.condition()).find();
        boolean unknown = rule.name().startsWith(file.baseName() + "/unknown");
        fails |= reads && !unknown;
        doubts |= reads && unknown;
      }
      if (fails && !doubts) {
        say(
            file.path(),
            type
                + " carries its own doubt; add rule \""
                + file.baseName()
                + "/unknown\", which asks what may be");
      }
    }
  }
}
