/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.Control;
import dev.merlon.HardeningEngine;
import dev.merlon.Severity;
import java.net.URI;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Every rule has cases and metadata, and their names agree. */
final class ControlParityTest {

  private static final String FILE =
      """
      package dev.merlon.rules.waf
      rule "waf-good"
      when
          A()
      then
      end
      rule "waf-good/unknown"
      when
          A()
      then
      end
      """;

  private static final String ALL_STATUSES =
      """
      [ {"case": "fails when it is bad", "expect": {"a": "FAIL", "b": "PASS"}},
        {"case": "is unknown when it is hidden", "expect": {"a": "UNKNOWN", "b": "NOT_APPLICABLE"}} ]
      """;

  private final SortedMap<String, String> rules = new TreeMap<>();
  private final SortedMap<String, String> cases = new TreeMap<>();

  @Test
  void rules_ofThisArtifact_belongTogether() {
    List<Control> controls = HardeningEngine.builder().rules(AwsRules.all()).build().controls();
    SortedMap<String, String> found = RuleFiles.below(RuleFiles.RULES, ".drl");
    assertThat(found).hasSizeGreaterThanOrEqualTo(controls.size());
    assertThat(ControlParity.problems(found, RuleFiles.below(RuleFiles.CASES, ".json"), controls))
        .as("all problems, one a line")
        .isEmpty();
  }

  @Test
  void problems_ofWhatBelongsTogether_none() {
    rules.put("waf/waf-good.drl", FILE);
    cases.put("waf/waf-good.json", ALL_STATUSES);
    assertThat(ControlParity.problems(rules, cases, List.of(control("waf-good", "waf")))).isEmpty();
  }

  @Test
  void problems_ofWhatDoesNot_sayWhatToAdd() {
    rules.put(
        "waf/waf-good.drl", FILE.replace("\"waf-good\"", "\"waf-other\"").replace(".waf", ".mfa"));
    rules.put("firewalls/waf-lost.drl", "package dev.merlon.rules.firewalls\n");
    rules.put("mfa/waf-lost.drl", "package dev.merlon.rules.mfa\nrule \"waf-lost\"\nend\n");
    rules.put(
        "derived/open-door.drl",
        "package dev.merlon.rules.derived\nrule \"open-gate\"\n    @decides(OpenGate)\nwhen\nthen\nend\n");
    cases.put("waf/waf-good.json", "[{\"case\": \"It fails.\", \"expect\": {\"a\": \"PASS\"}}]");
    cases.put("waf/waf-gone.json", ALL_STATUSES);
    cases.put("mfa/waf-lost.json", "[");
    List<Control> controls = List.of(control("waf-good", "mfa"), control("waf-unwritten", "waf"));
    assertThat(String.join("\n", ControlParity.problems(rules, cases, controls)))
        .contains(
            "waf/waf-good.drl: the package follows the folder; write package dev.merlon.rules.waf",
            "waf/waf-good.drl: rule \"waf-other\": write rule \"waf-good\"",
            "waf/waf-good.drl: the practice is mfa and the folder another",
            "waf/waf-good.json: add a case that expects FAIL",
            "waf/waf-good.json: add a case that expects UNKNOWN",
            "waf/waf-good.json: add a case that expects NOT_APPLICABLE",
            "waf/waf-good.json: \"It fails.\": a name such as",
            "firewalls/waf-lost.drl: no folder of a practice",
            "firewalls/waf-lost.drl: holds no rule; write rule \"waf-lost\"",
            "firewalls/waf-lost.json: no such file; write the cases of waf-lost",
            "mfa/waf-lost.drl: ids of mfa begin with mfa-",
            "mfa/waf-lost.drl: the engine has no control waf-lost",
            "mfa/waf-lost.json: is no JSON",
            "derived/open-door.drl: rule \"open-gate\" derives OpenGate; file and rule are open-gate",
            "waf/waf-gone.json: cases of no control; write waf/waf-gone.drl",
            "waf-unwritten: a control without a file; write waf-unwritten.drl");
  }

  @Test
  void problems_ofIncompleteMetadata_sayWhatToAdd() {
    rules.put("waf/waf-good.drl", FILE);
    cases.put("waf/waf-good.json", ALL_STATUSES);
    Control empty =
        new Control(
            "waf-good",
            " ",
            Severity.LOW,
            "waf",
            "A",
            List.of(),
            List.of(),
            List.of(),
            "",
            "",
            List.of());
    assertThat(String.join("\n", ControlParity.problems(rules, cases, List.of(empty))))
        .contains("add @fix", "add @risk", "add @see", "add @title", "reads nothing");
  }

  @Test
  void problems_ofAFactWithItsOwnDoubt_wantARuleForIt() {
    rules.put(
        "derived/open-gate.drl",
        "package dev.merlon.rules.derived\nrule \"open-gate\"\n    @decides(OpenGate)\nwhen\nthen\nend\n");
    rules.put("waf/waf-good.drl", FILE.replaceFirst("A\\(\\)", "OpenGate()"));
    cases.put("waf/waf-good.json", ALL_STATUSES);
    assertThat(ControlParity.problems(rules, cases, List.of(control("waf-good", "waf"))))
        .singleElement()
        .asString()
        .contains("OpenGate carries its own doubt; add rule \"waf-good/unknown\"");
    rules.put("waf/waf-good.drl", FILE.replace("A()", "OpenGate()"));
    assertThat(ControlParity.problems(rules, cases, List.of(control("waf-good", "waf")))).isEmpty();
  }

  static Control control(String id, String practice) {
    return new Control(
        id,
        "It is good",
        Severity.LOW,
        practice,
        "A",
        List.of("A"),
        List.of("a:DescribeA"),
        List.of(),
        "A risk.",
        "A fix.",
        List.of(URI.create("https://example.com/")));
  }
}
