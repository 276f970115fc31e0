/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The specifications of what AWS does, as cases that anybody can hold against their own evaluator.
 * Further files of the same form are run with {@code -Dmerlon.cases=FILE[,FILE...]}.
 */
final class ConformanceTest {

  /** What checks a case, by the kind of its query. A kind that is not here is not run. */
  private static final Map<String, Consumer<JsonNode>> KINDS =
      Map.of(
          "SCP_CEILING", ScpCeilingCase::check,
          "INTERNET_INGRESS", NetworkCase::ingress,
          "INTERNET_EGRESS", NetworkCase::egress,
          "LB_TARGET", NetworkCase::loadBalancer,
          "SERVICE_PATH", NetworkCase::servicePath);

  private static final List<String> OURS =
      List.of("/dev/merlon/conformance/scp.json", "/dev/merlon/conformance/network.json");
  private static final String THEIRS = "merlon.cases";
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private static final List<String> RAN = new ArrayList<>();
  private static final SortedMap<String, List<String>> NOT_RUN = new TreeMap<>();

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (String file : OURS) {
      try (InputStream ours = ConformanceTest.class.getResourceAsStream(file)) {
        assertThat(ours).as(file).isNotNull();
        tests.addAll(tests(file, new String(ours.readAllBytes(), StandardCharsets.UTF_8)));
      }
    }
    for (String file : System.getProperty(THEIRS, "").split(",", -1)) {
      if (!file.isBlank()) {
        tests.addAll(tests(Path.of(file.strip())));
      }
    }
    return tests.stream();
  }

  private static List<DynamicTest> tests(Path file) {
    try {
      // a relative path is one of whoever calls Maven, in the top of the checkout
      return tests(file.toString(), Files.readString(RuleFiles.ROOT.resolve(file)));
    } catch (IOException e) {
      return broken(file.toString(), "cannot be read: " + e);
    }
  }

  private static List<DynamicTest> tests(String file, String text) {
    JsonNode cases;
    try {
      cases = JSON.readTree(text).path("cases");
    } catch (JsonProcessingException e) {
      return broken(
          file,
          "is not JSON: line "
              + e.getLocation().getLineNr()
              + ", column "
              + e.getLocation().getColumnNr()
              + ": "
              + e.getOriginalMessage());
    }
    if (!cases.isArray() || cases.isEmpty()) {
      return broken(file, "has no list \"cases\"");
    }
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode each : cases) {
      String id = each.path("id").asText();
      String kind = each.path("query").path("kind").asText();
      Consumer<JsonNode> check = KINDS.get(kind);
      if (id.isEmpty() || kind.isEmpty() || !each.path("expected").isObject()) {
        tests.addAll(broken(file, "has a case without id, query.kind or expected: " + each));
      } else if (check == null) {
        NOT_RUN.computeIfAbsent(kind, any -> new ArrayList<>()).add(id);
      } else {
        tests.add(
            DynamicTest.dynamicTest(
                id + " " + each.path("title").asText(),
                () -> {
                  RAN.add(id);
                  check.accept(each);
                }));
      }
    }
    return tests;
  }

  private static List<DynamicTest> broken(String file, String why) {
    return List.of(
        DynamicTest.dynamicTest(
            file,
            () -> {
              throw new AssertionError("file of cases " + file + " " + why);
            }));
  }

  @AfterAll
  static void print() {
    System.out.println("conformance: ran " + RAN.size() + " cases: " + String.join(" ", RAN));
    NOT_RUN.forEach(
        (kind, ids) ->
            System.out.println(
                "conformance: not run: kind "
                    + kind
                    + ": "
                    + ids.size()
                    + " cases: "
                    + String.join(" ", ids)));
  }
}
