/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.rules;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.merlon.Control;
import dev.merlon.Pack;
import dev.merlon.Parameter;
import dev.merlon.Severity;
import dev.merlon.Status;
import dev.merlon.fact.FactType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes the documents that are computed from the rules, their cases and the packs. Pure: same in,
 * same out.
 */
final class ControlDocs {

  /** The titles of the practices. */
  private static final Map<String, String> TITLES =
      Map.of(
          "organizations", "Organizations",
          "rootuser", "Root user",
          "mfa", "Multi-factor authentication",
          "privatesubnets", "Private subnets",
          "natgateways", "NAT gateways",
          "securitygroups", "Security groups",
          "networkacls", "Network ACLs",
          "vpcendpoints", "VPC endpoints",
          "s3replication", "S3 replication",
          "waf", "AWS WAF");

  /** What the collector asks on its own account, whatever the controls. */
  private static final Map<String, String> COLLECTOR =
      Map.of(
          "sts:GetCallerIdentity", "which account it reads (AWS allows this one to everybody)",
          "ec2:DescribeRegions", "which Regions are enabled, where the caller names none");

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final Collection<Control> controls;
  private final Collection<Pack> packs;
  private final Map<String, FactType> types = new TreeMap<>();
  private final Map<String, DrlText> rules = new TreeMap<>();
  private final Map<String, String> cases = new TreeMap<>();
  private final String command;

  private ControlDocs(
      Collection<Control> controls,
      Collection<FactType> factTypes,
      Collection<Pack> packs,
      SortedMap<String, String> rules,
      SortedMap<String, String> cases,
      String command) {
    this.controls = controls;
    this.packs = packs;
    factTypes.forEach(type -> types.put(type.name(), type));
    rules.forEach(
        (path, text) -> {
          DrlText file = DrlText.of(path, text);
          this.rules.put(file.baseName(), file);
        });
    cases.forEach(
        (path, text) -> this.cases.put(path.replaceFirst(".*/", "").replace(".json", ""), text));
    this.command = command;
  }

  /**
   * The documents by their path below {@code docs}.
   *
   * @param controls in the order in which to list them
   * @param packs in the order in which to list them; their controls are among these
   * @param rules the texts of the rule files, by path
   * @param cases the texts of the case files, by path
   * @param command rewrites the documents
   */
  static SortedMap<String, String> of(
      Collection<Control> controls,
      Collection<FactType> factTypes,
      Collection<Pack> packs,
      SortedMap<String, String> rules,
      SortedMap<String, String> cases,
      String command) {
    ControlDocs docs = new ControlDocs(controls, factTypes, packs, rules, cases, command);
    SortedMap<String, String> pages = new TreeMap<>();
    SortedSet<String> practices = new TreeSet<>();
    controls.forEach(control -> practices.add(control.practice()));
    practices.forEach(
        practice -> pages.put("controls/" + practice + ".md", docs.practice(practice)));
    pages.put("permissions.md", docs.permissions());
    pages.put("packs/README.md", docs.packs());
    packs.forEach(pack -> pages.put("packs/" + pack.id() + ".md", docs.pack(pack)));
    return pages;
  }

  private String generated(String others) {
    return "<!-- Generated from the rules and their "
        + others
        + "; to update it: "
        + command
        + " -->\n\n";
  }

  // ---- one page for a practice

  private String practice(String practice) {
    List<Control> own =
        controls.stream().filter(control -> control.practice().equals(practice)).toList();
    StringBuilder page = new StringBuilder();
    page.append("# ").append(TITLES.getOrDefault(practice, practice)).append("\n\n");
    page.append(generated("cases"));
    page.append(own.size() == 1 ? "1 control" : own.size() + " controls");
    page.append(". The severity is the highest that a failure can have; a failure that matters");
    page.append(" less says so.\n\n");
    page.append("| control | severity | what holds when it passes |\n| --- | --- | --- |\n");
    for (Control control : own) {
      row(
          page,
          "[" + control.id() + "](#" + control.id() + ")",
          control.severity().name(),
          escape(control.title()));
    }
    own.forEach(control -> section(page, control));
    return page.toString();
  }

  private void section(StringBuilder page, Control control) {
    page.append("\n## ").append(control.id()).append("\n\n");
    page.append("**").append(escape(control.title())).append(".**\n\n");
    page.append("* Severity: ").append(severities(control)).append('\n');
    page.append("* Resource: ").append(code(control.resourceType())).append('\n');
    page.append("* Risk: ").append(escape(control.risk())).append('\n');
    page.append("* Fix: ").append(escape(control.remediation())).append('\n');
    page.append("* Reads: ").append(codes(control.reads())).append('\n');
    page.append("* Needs: ").append(codes(control.needs())).append('\n');
    String askedFor =
        packs.stream()
            .filter(pack -> pack.test(control))
            .map(pack -> "[" + pack.id() + "](../packs/" + pack.id() + ".md)")
            .collect(joining(", "));
    if (!askedFor.isEmpty()) {
      page.append("* Asked for by: ").append(askedFor).append('\n');
    }
    for (var reference : control.references()) {
      page.append("* See <").append(reference).append(">\n");
    }
    if (!control.parameters().isEmpty()) {
      page.append("\n| parameter | type | default |\n| --- | --- | --- |\n");
      for (Parameter parameter : control.parameters()) {
        String value = parameter.defaultValue();
        row(
            page,
            code(parameter.name()),
            parameter.type().name().toLowerCase(Locale.ROOT),
            value.isEmpty() ? "empty" : code(value));
      }
    }
    byStatus(control.id())
        .forEach(
            (heading, names) -> {
              page.append("\n**").append(heading).append("**\n\n");
              names.forEach(name -> page.append("* ").append(escape(name)).append('\n'));
            });
  }

  /** The severities that the rules state, lowest first. */
  private String severities(Control control) {
    EnumSet<Severity> stated = EnumSet.of(control.severity());
    DrlText file = rules.get(control.id());
    if (file != null) {
      for (DrlText.Rule rule : file.rules()) {
        if (!rule.tag("severity").isEmpty()) {
          stated.add(Severity.valueOf(rule.tag("severity")));
        }
      }
    }
    return stated.stream().map(Severity::name).collect(joining(" or "));
  }

  /** The names of the cases, by what they say, in the order in which the file has them. */
  private Map<String, List<String>> byStatus(String id) {
    Map<String, List<String>> names = new LinkedHashMap<>();
    for (Status status : List.of(Status.FAIL, Status.PASS, Status.UNKNOWN, Status.NOT_APPLICABLE)) {
      names.put(escape(status.name()), new ArrayList<>());
    }
    names.put("More than one resource", new ArrayList<>());
    try {
      for (JsonNode one : JSON.readTree(cases.getOrDefault(id, "[]"))) {
        Set<String> statuses = new TreeSet<>();
        one.path("expect").forEach(status -> statuses.add(status.asText()));
        String name = one.path("case").asText();
        String group =
            statuses.size() == 1 ? escape(statuses.iterator().next()) : "More than one resource";
        names
            .computeIfAbsent(group, key -> new ArrayList<>())
            .add(
                statuses.size() == 1
                    ? name.replaceFirst("^(fails|passes|is unknown|is not applicable) ", "")
                    : name);
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the cases of " + id + " are no JSON", e);
    }
    names.values().removeIf(List::isEmpty);
    return names;
  }

  // ---- the packs

  private String packs() {
    StringBuilder page = new StringBuilder();
    page.append("# Packs\n\n").append(generated("packs"));
    page.append("Which controls a framework asks for. To judge no others, name packs to the");
    page.append(" command line (`--pack`) or to the\nengine (`only(AwsRules.pack(…))`).\n\n");
    page.append("| pack | framework | requirements | controls |\n| --- | --- | --- | --- |\n");
    for (Pack pack : packs) {
      row(
          page,
          "[" + pack.id() + "](" + pack.id() + ".md)",
          escape(pack.title()),
          String.valueOf(pack.controlsByRequirement().size()),
          String.valueOf(controls.stream().filter(pack).count()));
    }
    return page.toString();
  }

  private String pack(Pack pack) {
    Map<String, Control> byId = new TreeMap<>();
    controls.forEach(control -> byId.put(control.id(), control));
    StringBuilder page = new StringBuilder();
    page.append("# ").append(escape(pack.title())).append("\n\n").append(generated("packs"));
    page.append("`--pack ").append(pack.id()).append("` on the command line, ");
    page.append("`AwsRules.pack(\"").append(pack.id()).append("\")` in Java.\n\n");
    page.append("A requirement that is not listed is not judged. A control may ask for more or");
    page.append(" less than the requirement does:\nits page says what it looks at, and its");
    page.append(" parameters set the thresholds.\n\n");
    page.append("| requirement | control | what holds when it passes |\n| --- | --- | --- |\n");
    pack.controlsByRequirement()
        .forEach(
            (requirement, ids) -> {
              for (String id : ids) {
                Control control = Objects.requireNonNull(byId.get(id), id);
                row(
                    page,
                    code(requirement),
                    "[" + id + "](../controls/" + control.practice() + ".md#" + id + ")",
                    escape(control.title()));
              }
            });
    return page.toString();
  }

  // ---- the permissions

  private String permissions() {
    SortedMap<String, SortedSet<String>> controlsByAction = new TreeMap<>();
    SortedMap<String, SortedSet<String>> typesByAction = new TreeMap<>();
    for (Control control : controls) {
      for (String action : control.needs()) {
        controlsByAction.computeIfAbsent(action, a -> new TreeSet<>()).add(control.id());
      }
      for (String name : control.reads()) {
        FactType type = types.get(name);
        if (type != null) {
          type.actions()
              .forEach(a -> typesByAction.computeIfAbsent(a, key -> new TreeSet<>()).add(name));
        }
      }
    }
    SortedSet<String> actions = new TreeSet<>(controlsByAction.keySet());
    actions.addAll(COLLECTOR.keySet());
    StringBuilder page = new StringBuilder();
    page.append("# Permissions\n\n").append(generated("cases"));
    page.append("The least that a scan with all controls needs, computed from what the rules");
    page.append(" read. All of it reads, none of it\nwrites. An action that is denied costs no");
    page.append(" other: what it feeds is UNKNOWN where it matters.\n\n");
    page.append("```json\n{\n  \"Version\": \"2012-10-17\",\n  \"Statement\": [\n    {\n");
    page.append("      \"Sid\": \"MerlonReads\",\n      \"Effect\": \"Allow\",\n");
    page.append("      \"Action\": [\n");
    page.append(
        actions.stream().map(action -> "        \"" + action + "\"").collect(joining(",\n")));
    page.append("\n      ],\n      \"Resource\": \"*\"\n    }\n  ]\n}\n```\n\n");
    page.append("| action | what it feeds | controls |\n| --- | --- | --- |\n");
    for (String action : actions) {
      String feeds = codes(typesByAction.getOrDefault(action, new TreeSet<>()));
      String itself = COLLECTOR.get(action);
      if (itself != null) {
        feeds = feeds.isEmpty() ? itself : feeds + "; " + itself;
      }
      int count = controlsByAction.getOrDefault(action, new TreeSet<>()).size();
      row(page, code(action), feeds, count == 0 ? "the collector" : String.valueOf(count));
    }
    return page.toString();
  }

  // ---- Markdown

  private static void row(StringBuilder page, String... cells) {
    page.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private static String codes(Collection<String> names) {
    return names.stream().map(ControlDocs::code).collect(joining(", "));
  }

  /** As code, also in a table: a backtick would end it and a bar the cell. */
  static String code(String text) {
    String fence = text.contains("`") ? "``" : "`";
    String pad = text.contains("`") ? " " : "";
    return fence + pad + text.replace("|", "\\|").replace("\n", " ") + pad + fence;
  }

  /** As plain text: nothing in it marks anything up. */
  static String escape(String text) {
    return text.replaceAll("[\\\\`*_{}\\[\\]<>|~]", "\\\\$0")
        .replace("&", "&amp;")
        .replace("\n", " ")
        .replaceFirst("^([#+-])", "\\\\$1")
        .replaceFirst("^(\\d+)([.)])", "$1\\\\$2");
  }
}
