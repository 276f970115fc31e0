/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules that were compiled elsewhere, so that nobody has looked at their text. */
final class RuleReaderTest {

  private static final String HEADER =
      """
      package com.example.walls

      import com.example.facts.Helpers
      import dev.merlon.Verdict
      import dev.merlon.fact.sample.Gate
      import dev.merlon.fact.sample.Tower
      import java.util.List

      global Verdict verdict

      """;

  private static final String TAGS =
      "@title(\"t\") @severity(LOW) @resource(Tower) @risk(\"r\") @fix(\"f\")";

  private static String rule(String name, String tags, String condition) {
    return "rule \"%s\"\n%s\nwhen\n%s\nthen\nverdict.fail($tower, \"x\", 1);\nend\n"
        .formatted(name, tags, condition);
  }

  private static RuleBook read(String rules) {
    DrlBuild build = DrlBuild.of(RuleReaderTest.class.getClassLoader(), List.of(HEADER + rules));
    assertThat(build.succeeded()).as(build.messages().toString()).isTrue();
    return new RuleBook(
        List.of(new RuleSource.Loaded(List.copyOf(build.models()), Map.of(), List.of())),
        /* negationCounts= */ true);
  }

  private static List<String> problems(String rules) {
    InvalidRuleException thrown =
        catchThrowableOfType(InvalidRuleException.class, () -> read(rules));
    assertThat(thrown).as("no problem was found").isNotNull();
    return thrown.problems();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "salience 10",
        "salience ( 1 + 1 )",
        "no-loop true",
        "lock-on-active true",
        "agenda-group \"a\"",
        "activation-group \"a\"",
        "ruleflow-group \"a\"",
        "auto-focus true",
        "enabled false",
        "date-effective \"01-Jan-2020\"",
        "date-expires \"01-Jan-2020\"",
        "timer ( int: 30s )",
        "calendars \"weekday\"",
      })
  void new_ofRulesWithAttributes_refusesThem(String attribute) {
    assertThat(problems(rule("tower", TAGS + "\n" + attribute, "$tower : Tower()")))
        .containsExactly(
            "package com.example.walls: rule \"tower\": salience, groups, timers and the like are"
                + " not allowed: a rule speaks whenever its condition holds");
  }

  @Test
  void new_ofRulesWithAnUnknownGlobal_refusesThem() {
    assertThat(problems("global List collected\n" + rule("tower", TAGS, "$tower : Tower()")))
        .containsExactly(
            "package com.example.walls: global java.util.List collected is not known; known are"
                + " java.time.Instant asOf, dev.merlon.Parameters parameters,"
                + " dev.merlon.Verdict verdict");
  }

  @Test
  void new_ofRulesThatCallAQuery_refusesThem() {
    assertThat(
            problems(
                "query gates( String $a )\n Gate( towerArn == $a )\nend\n"
                    + rule("tower", TAGS, "$tower : Tower( $arn : arn )\n?gates( $arn; )")))
        .containsExactly(
            "package com.example.walls: query \"gates\" is not allowed: it hides from the engine"
                + " which facts a rule reads");
  }

  @Test
  void new_ofAGradeThatDoesNotExtendTheFirstRule_refusesIt() {
    assertThat(
            problems(
                rule("tower", TAGS, "$tower : Tower( $arn : arn )\nexists Gate( towerArn == $arn )")
                    + rule("tower/high", "@severity(HIGH)", "$tower : Tower( height > 5 )")))
        .containsExactly(
            "package com.example.walls: rule \"tower/high\": "
                + RuleReader.notAGrade("tower/high"));
  }

  @Test
  void new_ofAGradeThatExtendsTheFirstRule_isOne() {
    RuleBook book =
        read(
            rule("tower", TAGS, "$tower : Tower( $arn : arn )\nexists Gate( towerArn == $arn )")
                + rule(
                    "tower/high\" extends \"tower",
                    "@severity(HIGH)",
                    "exists Tower( height > 5 )"));

    assertThat(book.rule("com.example.walls.tower/high").isGrade()).isTrue();
    assertThat(book.rule("com.example.walls.tower").isGrade()).isFalse();
    assertThat(book.controls().get("tower"))
        .extracting(control -> control == null ? null : control.severity())
        .isEqualTo(Severity.HIGH);
  }

  @Test
  void new_ofWhatOneRuleReads_knowsSignsAndJoins() {
    RuleBook book =
        read(
            rule(
                "tower",
                TAGS,
                "$tower : Tower( $arn : arn )\nexists Gate( towerArn == $arn )\nnot Gate( open )"));
    Reads reads = book.readsOf(book.rule("com.example.walls.tower"));

    assertThat(reads.positive().keySet()).containsExactly("Gate");
    assertThat(reads.negative().keySet()).containsExactly("Gate");
    assertThat(book.rule("com.example.walls.tower").subject()).isEqualTo("$tower");
  }
}
