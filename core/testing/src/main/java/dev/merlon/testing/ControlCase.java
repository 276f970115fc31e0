/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.merlon.Coverage;
import dev.merlon.Finding;
import dev.merlon.Gap;
import dev.merlon.HardeningEngine;
import dev.merlon.Parameters;
import dev.merlon.Snapshot;
import dev.merlon.fact.FactType;
import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;
import dev.merlon.report.FactReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One case of a control: builds its snapshot, evaluates it, compares. */
final class ControlCase {

  private static final String ACCOUNT = "123456789012";
  private static final String REGION = "us-east-1";
  private static final Set<String> KNOWN =
      new TreeSet<>(
          Set.of(
              "case",
              "facts",
              "gaps",
              "expect",
              "evidence",
              "severity",
              "reason",
              "parameters",
              "asOf"));
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final String controlId;
  private final JsonNode node;
  private final Map<String, FactType> types;
  private final FactReader reader;

  ControlCase(String controlId, JsonNode node, Map<String, FactType> types, FactReader reader) {
    this.controlId = controlId;
    this.node = node;
    this.types = types;
    this.reader = reader;
  }

  void run(HardeningEngine engine) {
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!KNOWN.contains(name)) {
                throw new AssertionError("a case has no \"" + name + "\"; it has " + KNOWN);
              }
            });
    HardeningEngine configured = node.has("parameters") ? engine.with(parameters()) : engine;
    List<Finding> findings =
        configured.evaluate(snapshot()).findings().stream()
            .filter(finding -> finding.controlId().equals(controlId))
            .toList();
    SortedMap<String, String> expected = new TreeMap<>();
    node.path("expect")
        .properties()
        .forEach(entry -> expected.put(entry.getKey(), entry.getValue().asText()));
    SortedMap<String, String> actual = new TreeMap<>();
    findings.forEach(finding -> actual.put(finding.arn(), finding.status().name()));
    check("findings", expected, actual, findings);
    if (node.has("evidence") || node.has("severity") || node.has("reason")) {
      if (findings.size() != 1) {
        throw new AssertionError("evidence, severity and reason want a case with one finding");
      }
      checkOne(findings.get(0));
    }
  }

  private void checkOne(Finding finding) {
    if (node.has("evidence")) {
      SortedMap<String, String> evidence = new TreeMap<>();
      node.path("evidence")
          .properties()
          .forEach(entry -> evidence.put(entry.getKey(), entry.getValue().asText()));
      check("evidence", evidence, finding.evidence(), List.of(finding));
    }
    if (node.has("severity")) {
      check(
          "severity", node.path("severity").asText(), finding.severity().name(), List.of(finding));
    }
    String reason = node.path("reason").asText("");
    if (!finding.reason().contains(reason)) {
      check("reason", reason, finding.reason(), List.of(finding));
    }
  }

  private static void check(String what, Object expected, Object actual, List<Finding> findings) {
    if (!expected.equals(actual)) {
      StringBuilder all = new StringBuilder();
      findings.forEach(finding -> all.append("\n  ").append(finding));
      throw new AssertionError(
          what + ": expected " + expected + " but got " + actual + ", from" + all);
    }
  }

  private Parameters parameters() {
    return Parameters.of(
        Map.of(), Map.of(controlId, JSON.convertValue(node.path("parameters"), ValueMap.class)));
  }

  private static final class ValueMap extends TreeMap<String, Object> {
    private static final long serialVersionUID = 1L;
  }

  private Snapshot snapshot() {
    List<Resource> facts = new ArrayList<>();
    for (JsonNode fact : node.path("facts")) {
      Map.Entry<String, JsonNode> only = only(fact);
      facts.add(fact(only.getKey(), only.getValue(), facts.size() + 1));
    }
    List<Gap> gaps = new ArrayList<>();
    node.path("gaps").forEach(gap -> gaps.add(gap(gap)));
    String asOf = node.path("asOf").asText("2026-01-01T00:00:00Z");
    return new Snapshot(Instant.parse(asOf), facts, coverage(facts, gaps), gaps);
  }

  private static Map.Entry<String, JsonNode> only(JsonNode fact) {
    Iterator<Map.Entry<String, JsonNode>> entries = fact.properties().iterator();
    if (fact.size() != 1) {
      throw new AssertionError("a fact is written {\"Type\": {…}}, not " + fact);
    }
    return entries.next();
  }

  private Resource fact(String name, JsonNode components, int number) {
    ObjectNode json = components.deepCopy();
    FactType type = types.get(name);
    boolean regional = type == null || type.scope() == ReadBy.Scope.REGION;
    putIfAbsent(json, "arn", name + "-" + number);
    putIfAbsent(json, "account", ACCOUNT);
    putIfAbsent(json, "region", regional ? REGION : Resource.GLOBAL);
    return reader.read(name, json.toString());
  }

  private static void putIfAbsent(ObjectNode json, String name, String value) {
    if (!json.has(name)) {
      json.put(name, value);
    }
  }

  private Gap gap(JsonNode gap) {
    String name = gap.path("fact").asText();
    FactType type = types.get(name);
    if (type == null) {
      throw new AssertionError(
          "gap: there is no fact type " + name + "; known are " + types.keySet());
    }
    boolean regional = type.scope() == ReadBy.Scope.REGION;
    return new Gap(
        name,
        gap.path("account").asText(ACCOUNT),
        gap.path("region").asText(regional ? REGION : Resource.GLOBAL),
        text(gap, "arn"),
        gap.path("reason").asText("AccessDenied"));
  }

  private static @Nullable String text(JsonNode node, String name) {
    return node.has(name) ? node.path(name).asText() : null;
  }

  /** Everything was read wherever a case mentions something, but for its gaps. */
  private Coverage coverage(List<Resource> facts, List<Gap> gaps) {
    SortedMap<String, Set<String>> regions = new TreeMap<>();
    regions.computeIfAbsent(ACCOUNT, account -> new TreeSet<>()).add(REGION);
    facts.forEach(
        fact ->
            regions.computeIfAbsent(fact.account(), account -> new TreeSet<>()).add(fact.region()));
    gaps.forEach(
        gap ->
            regions.computeIfAbsent(gap.account(), account -> new TreeSet<>()).add(gap.region()));
    List<Coverage.Area> areas = new ArrayList<>();
    regions.forEach(
        (account, places) -> {
          places.add(Resource.GLOBAL);
          for (String region : places) {
            areas.add(new Coverage.Area(account, region, covered(account, region, gaps)));
          }
        });
    return new Coverage(areas);
  }

  private List<String> covered(String account, String region, List<Gap> gaps) {
    return types.keySet().stream()
        .filter(
            type ->
                gaps.stream()
                    .noneMatch(
                        gap ->
                            gap.arn() == null
                                && gap.factType().equals(type)
                                && gap.account().equals(account)
                                && gap.region().equals(region)))
        .toList();
  }
}
