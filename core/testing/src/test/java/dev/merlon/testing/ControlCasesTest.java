/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.merlon.HardeningEngine;
import dev.merlon.RuleSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Case files that hold, and what is said of those that do not. */
final class ControlCasesTest {

  private static final String RULE =
      """
      package com.example.rules

      import com.example.Castle.Gate
      import com.example.Castle.Moat
      import com.example.Castle.Tower
      import dev.merlon.Parameters
      import dev.merlon.Verdict

      global Verdict verdict
      global Parameters parameters
      global java.time.Instant asOf

      rule "tower-shut"
          @title("Towers are shut") @severity(HIGH) @resource(Tower) @risk("In.") @fix("Shut.")
          @params("minHeight: int = 0")
      when
          $tower : Tower( $arn : arn, height >= parameters.integer("tower-shut", "minHeight") )
          $gate : Gate( towerArn == $arn, open )
      then
          verdict.fail($tower, java.util.Map.of("gate", $gate.arn(), "year", asOf.toString().substring(0, 4)));
      end

      rule "tower-shut/not-applicable"
      when
          $tower : Tower( $account : account )
          exists Moat( account == $account, depth > 5 )
      then
          verdict.notApplicable($tower, "the moat is deep");
      end
      """;

  @SuppressWarnings("NullAway.Init") // by JUnit
  @TempDir
  static Path rules;

  @SuppressWarnings("NullAway.Init") // by JUnit
  @TempDir
  Path cases;

  @SuppressWarnings("NullAway.Init") // before all
  private static HardeningEngine engine;

  @BeforeAll
  static void build() throws IOException {
    Files.writeString(rules.resolve("tower-shut.drl"), RULE);
    engine = HardeningEngine.builder().rules(RuleSource.directory(rules)).build();
  }

  /** What came of each test, by its path: empty if it held. */
  private Map<String, String> run(String file, String json) throws IOException {
    Path path = cases.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, json.replace('\'', '"').replace("Castle.", "com.example.Castle$"));
    Map<String, String> results = new TreeMap<>();
    run("", ControlCases.in(cases, engine), results);
    return results;
  }

  private static void run(
      String path, Stream<? extends DynamicNode> nodes, Map<String, String> results) {
    nodes.forEach(
        node -> {
          if (node instanceof DynamicContainer container) {
            run(path + node.getDisplayName() + " > ", container.getChildren(), results);
          } else if (node instanceof DynamicTest test) {
            String result = "";
            try {
              test.getExecutable().execute();
            } catch (Throwable e) {
              result = e.getMessage();
            }
            results.put(path + node.getDisplayName(), String.valueOf(result));
          }
        });
  }

  @Test
  void in_aFolderWithCasesThatHold_runsEach() throws IOException {
    String json =
        """
        [
          {'case': 'fails when a gate is open',
           'facts': [{'Castle.Tower': {'arn': 'a', 'height': 3}},
                     {'Castle.Gate': {'towerArn': 'a', 'open': true}},
                     {'Castle.Gate': {'towerArn': 'a', 'open': true, 'arn': 'x'}}],
           'expect': {'a': 'FAIL'}, 'severity': 'HIGH',
           'evidence': {'gate': 'com.example.Castle$Gate-2, x', 'year': '2026'}},
          {'case': 'passes when the gate is shut',
           'facts': [{'Castle.Tower': {'arn': 'a'}}, {'Castle.Gate': {'towerArn': 'a'}}],
           'expect': {'a': 'PASS'}},
          {'case': 'is unknown when gates may not be read',
           'facts': [{'Castle.Tower': {'arn': 'a'}}],
           'gaps': [{'fact': 'Castle.Gate', 'reason': 'forbidden'}],
           'expect': {'a': 'UNKNOWN'}, 'reason': 'is missing: forbidden', 'evidence': {}},
          {'case': 'is unknown when towers may not be read',
           'gaps': [{'fact': 'Castle.Tower'}],
           'expect': {'arn:aws:iam::123456789012:root': 'UNKNOWN'}, 'reason': 'AccessDenied'},
          {'case': 'is not applicable without towers',
           'expect': {'arn:aws:iam::123456789012:root': 'NOT_APPLICABLE'}},
          {'case': 'judges each account by its own moat',
           'facts': [{'Castle.Tower': {'arn': 'a'}}, {'Castle.Gate': {'towerArn': 'a', 'open': true}},
                     {'Castle.Tower': {'arn': 'b', 'account': '210987654321', 'region': 'eu-west-1'}},
                     {'Castle.Moat': {'depth': 9, 'account': '210987654321'}}],
           'expect': {'a': 'FAIL', 'b': 'NOT_APPLICABLE'}},
          {'case': 'knows parameters and time',
           'facts': [{'Castle.Tower': {'arn': 'a', 'height': 3}}, {'Castle.Tower': {'arn': 'b', 'height': 9}},
                     {'Castle.Gate': {'towerArn': 'a', 'open': true}}],
           'parameters': {'minHeight': 5}, 'asOf': '2030-01-01T00:00:00Z',
           'expect': {'a': 'PASS', 'b': 'PASS'}}
        ]""";

    assertThat(run("walls/tower-shut.json", json))
        .hasSize(7)
        .containsKey("tower-shut > tower-shut fails when a gate is open")
        .allSatisfy((name, result) -> assertThat(result).as(name).isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'case': 'c', 'facts': [{'Castle.Tower': {'arn': 'a'}}], 'expect': {'a': 'FAIL'}}"
            + " | findings: expected {a=FAIL} but got {a=PASS}, from",
        "{'case': 'c', 'facts': [{'Castle.Tower': {'arn': 'a'}}], 'expect': {}}"
            + " | findings: expected {} but got {a=PASS}",
        "{'case': 'c', 'facts': [{'Castle.Tower': {'arn': 'a'}}], 'expect': {'a': 'PASS'}, 'severity': 'LOW'}"
            + " | severity: expected LOW but got HIGH",
        "{'case': 'c', 'facts': [{'Castle.Tower': {'arn': 'a'}}], 'expect': {'a': 'PASS'}, 'reason': 'because'}"
            + " | reason: expected because but got Towers are shut",
        "{'case': 'c', 'facts': [{'Castle.Tower': {'arn': 'a'}}], 'expect': {'a': 'PASS'}, 'evidence': {'x': '1'}}"
            + " | evidence: expected {x=1} but got {}",
        "{'case': 'c', 'facts': [{'Castle.Tower': {'arn': 'a'}}, {'Castle.Tower': {'arn': 'b'}}], 'expect': {'a': 'PASS', 'b': 'PASS'}, 'evidence': {}}"
            + " | evidence, severity and reason want a case with one finding",
        "{'case': 'c', 'fact': [], 'expect': {}} | a case has no \"fact\"; it has [asOf, case, evidence, expect, facts",
        "{'case': 'c', 'facts': [{'Castle.Towr': {}}], 'expect': {}} | Castle$Towr",
        "{'case': 'c', 'facts': [{'Castle.Tower': {'hight': 3}}], 'expect': {}} | hight",
        "{'case': 'c', 'facts': [{'Castle.Tower': {}, 'Castle.Gate': {}}], 'expect': {}} | a fact is written {\"Type\": {…}}",
        "{'case': 'c', 'gaps': [{'fact': 'Castle.Towr'}], 'expect': {}} | gap: there is no fact type com.example.Castle$Towr; known are [",
        "{'case': 'c', 'parameters': {'minHight': 3}, 'expect': {}} | parameter minHight of tower-shut: the control does not declare it; did you mean minHeight?",
        "{'case': '', 'expect': {}} | every case has a name of its own",
        "{'expect': {}} | every case has a name of its own",
      })
  void in_aFileWithACaseThatDoesNotHold_saysWhy(String json, String message) throws IOException {
    assertThat(run("tower-shut.json", "[" + json + "]").values())
        .singleElement()
        .asString()
        .contains(message);
  }

  @Test
  void in_aFileWithTwoCasesOfOneName_failsTheSecond() throws IOException {
    String one = "{'case': 'same', 'expect': {'arn:aws:iam::123456789012:root': 'NOT_APPLICABLE'}}";
    Path path = cases.resolve("tower-shut.json");
    Files.writeString(path, ("[" + one + ", " + one + "]").replace('\'', '"'));
    Map<String, String> results = new TreeMap<>();
    int[] number = {0};
    ControlCases.in(cases, engine)
        .flatMap(node -> ((DynamicContainer) node).getChildren())
        .forEach(node -> run(++number[0] + " ", Stream.of(node), results));

    assertThat(results.get("1 tower-shut same")).isEmpty();
    assertThat(results.get("2 tower-shut same")).contains("every case has a name of its own");
  }

  @Test
  void in_aFolderWithoutCasesOfAControl_fails() throws IOException {
    Map<String, String> results = run("tower-open.json", "[]");

    assertThat(results.get("tower-open"))
        .contains("tower-open.json: the engine has no control tower-open; it has [tower-shut]");
    assertThat(results.get("tower-shut"))
        .isEqualTo("control tower-shut has no cases; write tower-shut.json below " + cases);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[]            | tower-shut.json: holds no list of cases",
        "{}            | tower-shut.json: holds no list of cases",
        "[{]           | tower-shut.json:1:3: ",
        "[{\"a\": 1, \"a\": 2}] | tower-shut.json:1:14: ",
      })
  void in_aFileThatIsNoListOfCases_saysWhere(String json, String message) {
    assertThatThrownBy(() -> run("tower-shut.json", json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
