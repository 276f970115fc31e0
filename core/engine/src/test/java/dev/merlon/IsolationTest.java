/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import static dev.merlon.World.ACCOUNT;
import static dev.merlon.World.HERE;
import static dev.merlon.World.gate;
import static dev.merlon.World.tower;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.facts.Banner;
import dev.merlon.fact.sample.Gate;
import dev.merlon.fact.sample.Tower;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule that throws costs its own control, and nothing else. */
final class IsolationTest {

  private static final String TOWER = "$tower : Tower( $arn : arn ) ";
  private static final String FAIL = "verdict.fail($tower, \"seen\", \"yes\");";
  private static final String BOOM = "IllegalStateException: boom";

  /** Conditions and consequences that go wrong, and what is told of them. */
  private record Bad(String condition, String consequence, String reason) {}

  private static final Map<String, Bad> BAD = new TreeMap<>();

  private static void condition(String id, String condition) {
    BAD.put(id, new Bad(condition, FAIL, BOOM));
  }

  private static void condition(String id, String condition, String reason) {
    BAD.put(id, new Bad(condition, FAIL, reason));
  }

  private static void consequence(String id, String consequence, String reason) {
    BAD.put(id, new Bad(TOWER, consequence, reason));
  }

  static {
    condition("in-alpha", "$tower : Tower( Helpers.boom(this) )");
    condition("in-join", TOWER + "Gate( towerArn == $arn, Helpers.boom($tower) )");
    condition("in-index", TOWER + "Gate( towerArn == Helpers.boomText($tower) )");
    condition("in-binding", "$tower : Tower( $n : Helpers.boomInt(this) ) Gate( open, $n > 1 )");
    condition("under-not", TOWER + "not Gate( towerArn == $arn, Helpers.boom(this) )");
    condition("under-exists", TOWER + "exists Gate( towerArn == $arn, Helpers.boom(this) )");
    condition(
        "in-collected",
        TOWER + "List() from collect( Gate( towerArn == $arn, Helpers.boom(this) ) )");
    condition(
        "in-collection",
        TOWER + "List( Helpers.boom(this) ) from collect( Gate( towerArn == $arn ) )");
    condition(
        "in-accumulated",
        TOWER + "accumulate( $g : Gate( towerArn == $arn ); $s : sum(Helpers.boomInt($g)) )");
    condition(
        "in-accumulation",
        TOWER + "accumulate( $g : Gate( towerArn == $arn ); $s : count($g); $s / 0 > 1 )",
        "ArithmeticException: / by zero");
    condition("in-from", TOWER + "exists Object() from Helpers.boomList($tower)");
    condition(
        "in-from-pattern", TOWER + "exists String( Helpers.boom(this) ) from Helpers.parts($arn)");
    condition(
        "in-null-chain",
        "$tower : Tower( Helpers.nothing().length() > 1 )",
        "NullPointerException");
    condition("in-too-deep", "$tower : Tower( Helpers.deep(this) )", "StackOverflowError");
    condition(
        "in-too-deep-from",
        TOWER + "String() from String.valueOf(Helpers.deep($tower))",
        "StackOverflowError");
    condition("in-assertion", "$tower : Tower( Helpers.asserts(this) )", "AssertionError: boom");
    condition("in-error", "$tower : Tower( Helpers.error(this) )", "Error: boom");
    condition("in-class", "$tower : Tower( Helpers.broken(this) )", "");
    condition("in-checked", "$tower : Tower( Helpers.checked(this) )", "Exception: boom");
    condition(
        "in-parameter",
        "$tower : Tower( height > parameters.integer(\"in-parameter\", \"min\") )",
        "IllegalArgumentException: control in-parameter declares no parameter min");
    // the text names an innocent rule
    condition("in-quotes", "$tower : Tower( Helpers.boom(\"good-open\") )");
    condition(
        "in-quotes-like-drools", "$tower : Tower( Helpers.boom(\"Rule \\\"good-open\\\" in x\") )");

    consequence("then-throws", "Helpers.boom($tower); " + FAIL, BOOM);
    consequence("then-deep", "Helpers.deep($tower); " + FAIL, "StackOverflowError");
    consequence("then-error", "Helpers.error($tower); " + FAIL, "Error: boom");
    consequence(
        "then-unprintable", "verdict.fail($tower, \"a\", new Helpers.Unprintable());", BOOM);
    consequence(
        "then-wrong-verdict",
        "verdict.unknown($tower, \"x\");",
        "a rule of this name may not say UNKNOWN");
    consequence(
        "then-no-reason",
        "verdict.fail(null, \"x\", \"x\");",
        "its @resource is Tower but it speaks of null");
    consequence(
        "then-of-its-own",
        "verdict.fail(new Tower(\"made-up\", \"1\", \"r\", 1), \"x\", \"x\");",
        "it speaks of Tower[arn=made-up");
    BAD.put(
        "then-of-another-type",
        new Bad(
            TOWER + "$gate : Gate( towerArn == $arn )",
            "verdict.fail($gate, \"x\", \"x\");",
            "its @resource is Tower but it speaks of Gate[arn=gate-1"));
    BAD.put(
        "then-of-another-subject",
        new Bad(
            TOWER + "$other : Tower( arn != $arn )",
            "verdict.fail($other, \"x\", \"x\");",
            "it speaks of Tower[arn="));
    consequence("then-updates", "update($tower);", "a rule may not update facts");
    consequence("then-deletes", "delete($tower);", "a rule may not delete facts");
    consequence("then-inserts", "insert(new Passage(\"\", \"\", \"\"));", "it inserts a Passage");
  }

  private static final Set<String> GOOD =
      new TreeSet<>(Set.of("good-open", "good-passage", "good-own", "good-shared"));

  private static final HardeningEngine ENGINE = engine();

  private static HardeningEngine engine() {
    Rules rules =
        new Rules()
            .rule(
                "passage",
                "@derives(Passage)",
                "$gate : Gate( open, $tower : towerArn )",
                "insert(new Passage($tower, \"\", \"\"));")
            .control("good-open", TOWER + "exists Gate( towerArn == $arn, open )")
            .control("good-passage", TOWER + "not Passage( arn == $arn )")
            .control("good-own", "$tower : Tower( height > 20 )")
            // shares its nodes with those that throw
            .control("good-shared", TOWER + "Gate( towerArn == $arn, open )");
    BAD.forEach(
        (id, bad) -> rules.control(id, "MEDIUM", "Tower", bad.condition(), bad.consequence()));
    return rules.engine();
  }

  private static final Tower A = tower("tower-a");
  private static final Tower B = tower("tower-b");
  private static final Gate OPEN = gate("gate-1", A, true);
  private static final Snapshot SNAPSHOT =
      World.of(A, B, OPEN, new Banner("b", ACCOUNT, HERE, A.arn(), "red")).snapshot();

  static Stream<Arguments> bad() {
    return BAD.entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue().reason()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bad")
  void evaluate_withARuleThatThrows_costsItsControlOnly(String id, String reason) {
    HardeningEngine with = ENGINE.only(c -> GOOD.contains(c.id()) || c.id().equals(id));
    HardeningEngine without = ENGINE.only(c -> GOOD.contains(c.id()));

    Report report = with.evaluate(SNAPSHOT);

    assertThat(report.findings())
        .filteredOn(finding -> !finding.controlId().equals(id))
        .isEqualTo(without.evaluate(SNAPSHOT).findings());
    assertThat(Findings.of(report, id)).extracting(Finding::arn).containsExactly(A.arn(), B.arn());
    assertThat(Findings.of(report, id))
        .allSatisfy(finding -> assertThat(finding.status()).isEqualTo(Status.UNKNOWN))
        .allSatisfy(
            finding ->
                assertThat(finding.reason())
                    .startsWith("rule \"" + id + "\" failed: ")
                    .contains(reason));
    assertThat(with.openSessions()).isZero();
  }

  @Test
  void evaluate_withAllOfThemAtOnce_tellsTheReasonOfEach() {
    Report report = ENGINE.evaluate(SNAPSHOT);

    assertThat(report.findings())
        .filteredOn(finding -> GOOD.contains(finding.controlId()))
        .isEqualTo(ENGINE.only(c -> GOOD.contains(c.id())).evaluate(SNAPSHOT).findings());
    BAD.forEach(
        (id, bad) ->
            assertThat(Findings.of(report, id))
                .allSatisfy(
                    finding ->
                        assertThat(finding.reason())
                            .startsWith("rule \"" + id + "\" failed: ")
                            .contains(bad.reason())));
    assertThat(ENGINE.openSessions()).isZero();
  }

  @Test
  void evaluate_ofASnapshotOnWhichNothingThrows_isNotHauntedByAnEarlierOne() {
    Snapshot empty = World.of().snapshot();
    ENGINE.evaluate(SNAPSHOT);

    assertThat(ENGINE.evaluate(empty).findings())
        .allSatisfy(finding -> assertThat(finding.status()).isEqualTo(Status.NOT_APPLICABLE));
  }

  @Test
  void evaluate_withManyRulesThatShareAThrowingConstraint_costsThoseOnly() {
    Rules rules = new Rules().control("good-open", TOWER + "exists Gate( towerArn == $arn, open )");
    for (int i = 0; i < 14; i++) {
      rules.control("shared-" + i, TOWER + "Gate( towerArn == $arn, Helpers.boom(this) )");
    }
    Report report = rules.engine().evaluate(SNAPSHOT);

    assertThat(Findings.of(report, "good-open"))
        .containsExactly(Findings.fail("good-open", A), Findings.pass("good-open", B));
    Map<String, Set<String>> reasons =
        report.findings().stream()
            .filter(finding -> finding.controlId().startsWith("shared"))
            .collect(
                Collectors.groupingBy(
                    Finding::reason, Collectors.mapping(Finding::controlId, Collectors.toSet())));
    assertThat(reasons).hasSize(14);
    reasons.forEach(
        (reason, ids) ->
            assertThat(List.of(reason))
                .containsExactly("rule \"" + ids.iterator().next() + "\" failed: " + BOOM));
  }

  @Test
  void evaluate_withAFurtherRuleThatThrows_costsTheWholeControl() {
    Report report =
        new Rules()
            .control("open", TOWER + "exists Gate( towerArn == $arn, open )")
            .rule(
                "open/it's [Rule odd",
                "",
                "$tower : Tower( Helpers.boom(this) )",
                "verdict.fail($tower, \"x\", \"x\");")
            .rule(
                "open/not-applicable",
                "",
                "$tower : Tower( $arn : arn ) exists Banner( towerArn == $arn )",
                "verdict.notApplicable($tower, Helpers.nothing());")
            .rule(
                "open/unknown",
                "",
                "$tower : Tower( $arn : arn ) exists Banner( towerArn == $arn )",
                "verdict.unknown($tower, \" \");")
            .engine()
            .evaluate(SNAPSHOT);

    String reason =
        "rule \"open/it's [Rule odd\" failed: IllegalStateException: boom;"
            + " rule \"open/not-applicable\" failed: IllegalArgumentException: it gives no reason;"
            + " rule \"open/unknown\" failed: IllegalArgumentException: it gives no reason";
    assertThat(report.findings())
        .containsExactly(Findings.unknown("open", A, reason), Findings.unknown("open", B, reason));
  }

  @Test
  void evaluate_whenADerivationGoesTooDeep_blamesItAndNotWhatStandsOnIt() {
    Report report =
        new Rules()
            .rule(
                "deep-passage",
                "@derives(Passage)",
                "$gate : Gate( Helpers.deep(this), $a : towerArn )",
                "insert(new Passage($a, $a, $a));")
            .rule(
                "breach",
                "@derives(Breach)",
                "Passage( $a : arn )",
                "insert(new Breach($a, $a, $a));")
            .control("no-breach", TOWER + "not Breach( arn == $arn )")
            .control("open", TOWER + "exists Gate( towerArn == $arn, open )")
            .engine()
            .evaluate(SNAPSHOT);

    String reason = "derivation \"deep-passage\" failed: StackOverflowError";
    assertThat(report.findings())
        .containsExactly(
            Findings.doubted("no-breach", A, reason),
            Findings.doubted("no-breach", B, reason),
            Findings.fail("open", A),
            Findings.pass("open", B));
  }

  @Test
  void evaluate_whenNoRuleAloneThrows_trustsNoneOfThem() {
    HardeningEngine engine =
        new Rules()
            .rule(
                "passage",
                "@derives(Passage)",
                "Gate( $a : towerArn )",
                "insert(new Passage($a, $a, $a));")
            .control("sometimes", TOWER + "exists Object() from Helpers.onceBoomList($tower)")
            .control("passage-free", TOWER + "exists Passage( arn == $arn )")
            .engine();

    assertThat(engine.evaluate(SNAPSHOT).findings())
        .hasSize(4)
        .allSatisfy(finding -> assertThat(finding.status()).isEqualTo(Status.UNKNOWN))
        .allSatisfy(
            finding ->
                assertThat(finding.reason())
                    .isEqualTo("rule \"" + finding.controlId() + "\" failed: " + BOOM));
    assertThat(engine.openSessions()).isZero();
  }

  @Test
  void evaluate_whenARuleHaltsTheSession_losesNothing() {
    HardeningEngine engine =
        new Rules()
            .control("a-halts", "MEDIUM", "Tower", TOWER, FAIL + " drools.halt();")
            .control("open", TOWER + "exists Gate( towerArn == $arn, open )")
            .control("own", TOWER)
            .engine();

    assertThat(engine.evaluate(SNAPSHOT).findings())
        .containsExactly(
            Findings.fail("a-halts", A),
            Findings.fail("a-halts", B),
            Findings.fail("open", A),
            Findings.pass("open", B),
            Findings.fail("own", A),
            Findings.fail("own", B));
  }

  @Test
  void evaluate_whenWhatWasObservedIsNull_printsIt() {
    HardeningEngine engine =
        new Rules()
            .control(
                "nothing",
                "MEDIUM",
                "Tower",
                TOWER,
                "verdict.fail($tower, \"x\", Helpers.nothing());")
            .engine();

    assertThat(engine.evaluate(World.of(A).snapshot()).findings())
        .containsExactly(Findings.fail("nothing", A, Severity.MEDIUM, Map.of("x", "null")));
  }
}
