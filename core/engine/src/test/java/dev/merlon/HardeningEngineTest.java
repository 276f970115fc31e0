/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import static dev.merlon.Findings.missing;
import static dev.merlon.World.gate;
import static dev.merlon.World.guard;
import static dev.merlon.World.tower;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.facts.Banner;
import dev.merlon.fact.FactType;
import dev.merlon.fact.Resource;
import dev.merlon.fact.sample.Gate;
import dev.merlon.fact.sample.Guard;
import dev.merlon.fact.sample.Moat;
import dev.merlon.fact.sample.Tower;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How a status is decided, by the kinds of conditions and by precedence. */
final class HardeningEngineTest {

  private static final String TOWER = "$tower : Tower( $arn : arn )\n";

  private static final HardeningEngine ENGINE =
      new Rules("walls")
          .control("own", "$tower : Tower( height > 5 )")
          .control("exists", TOWER + "exists Gate( towerArn == $arn, open )")
          .control("joined", TOWER + "Gate( towerArn == $arn, open )")
          .control("absent", TOWER + "not Gate( towerArn == $arn )")
          .control(
              "unguarded",
              TOWER + "Gate( towerArn == $arn, $gate : arn ) not Guard( gateArn == $gate )")
          .control(
              "all-guarded-by-not",
              TOWER
                  + "not ( Gate( towerArn == $arn, $gate : arn )"
                  + " and not Guard( gateArn == $gate ) )")
          .control(
              "all-guarded",
              TOWER + "forall( Gate( towerArn == $arn, $gate : arn ) Guard( gateArn == $gate ) )")
          .control("not-exists", TOWER + "not ( exists Gate( towerArn == $arn ) )")
          .control(
              "either",
              TOWER + "( exists Gate( towerArn == $arn, open ) or exists Moat( depth == 0 ) )")
          .control("collected", TOWER + "List( size > 1 ) from collect( Gate( towerArn == $arn ) )")
          .control(
              "accumulated",
              TOWER
                  + "accumulate( Gate( towerArn == $arn, $gate : arn );"
                  + " $count : count( $gate ); $count > 1 )")
          .control(
              "taken-apart", TOWER + "exists String( this == \"wall\" ) from Helpers.parts($arn)")
          // what a rule may say, and which says it first
          .control("asked", TOWER + "exists Gate( towerArn == $arn, open )")
          .rule(
              "asked/not-applicable",
              "",
              TOWER + "Banner( towerArn == $arn, $colour : colour )",
              "verdict.notApplicable($tower, \"it is \" + $colour);")
          .rule(
              "asked/not-applicable-deep",
              "",
              TOWER + "exists Moat( depth > 5 )",
              "verdict.notApplicable($tower, \"the moat is deep\");")
          .rule(
              "asked/unknown",
              "",
              TOWER + "exists Guard( towerArn == $arn, !awake )",
              "verdict.unknown($tower, \"a guard sleeps\");")
          // severity
          .control(
              "graded",
              "LOW",
              "Tower",
              TOWER + "exists Gate( towerArn == $arn )",
              "verdict.fail($tower, \"gate\", \"there\");")
          .rule(
              "graded/open",
              "@severity(HIGH)",
              "Gate( towerArn == $arn, open )",
              "verdict.fail($tower, \"gate\", \"open\");")
          .rule(
              "graded/guards",
              "@severity(CRITICAL)",
              "exists Guard( towerArn == $arn, !awake )",
              "verdict.fail($tower, \"guard\", \"asleep\");")
          .rule(
              "exists/moat",
              "",
              TOWER + "exists Moat( depth == 0 )",
              "verdict.fail($tower, \"moat\", \"dry\");")
          // evidence
          .control(
              "shown",
              "MEDIUM",
              "Tower",
              TOWER + "$gate : Gate( towerArn == $arn )",
              "verdict.fail($tower, java.util.Map.of("
                  + "\"open\", $gate.open(), \"gate\", $gate.arn()));")
          .engine();

  private static final Tower T = tower("wall/tower");
  private static final Gate OPEN = gate("gate-1", T, true);
  private static final Gate SHUT = gate("gate-2", T, false);
  private static final Guard AWAKE = guard("guard-1", OPEN, true);
  private static final Guard ASLEEP = guard("guard-2", SHUT, false);

  // ---- the table

  /** A row of the table: what the rule says of the tower, with something missing or nothing. */
  private record Row(String control, List<Resource> facts, @Nullable Class<?> missing, Says says) {
    @Override
    public String toString() {
      return control
          + " with "
          + facts.stream().map(Resource::arn).toList()
          + (missing == null ? "" : " without " + missing.getSimpleName())
          + " says "
          + says;
    }
  }

  private enum Says {
    /** Fired, and nothing missing could unsay it. */
    YES,
    /** Fired, but something missing could unsay it. */
    PERHAPS_NOT,
    /** Did not fire, and nothing missing could make it. */
    NO,
    /** Did not fire, but something missing could make it. */
    PERHAPS
  }

  private static final class Table {
    final List<Row> rows = new ArrayList<>();

    /** What the rule says with nothing missing, without gates, and without guards. */
    Table row(String control, Says complete, Says noGates, Says noGuards, Resource... facts) {
      rows.add(new Row(control, List.of(facts), null, complete));
      rows.add(new Row(control, List.of(facts), Gate.class, noGates));
      rows.add(new Row(control, List.of(facts), Guard.class, noGuards));
      // what the rule does not read never matters
      rows.add(new Row(control, List.of(facts), Banner.class, complete));
      return this;
    }
  }

  static Stream<Row> table() {
    Says yes = Says.YES;
    Says perhapsNot = Says.PERHAPS_NOT;
    Says no = Says.NO;
    Says perhaps = Says.PERHAPS;
    return new Table()
            .row("own", yes, yes, yes)
            .row("exists", no, perhaps, no)
            .row("exists", no, perhaps, no, SHUT)
            .row("exists", yes, yes, yes, OPEN)
            .row("joined", no, perhaps, no, SHUT)
            .row("joined", yes, yes, yes, OPEN)
            .row("absent", yes, perhapsNot, yes)
            .row("absent", no, no, no, SHUT)
            .row("unguarded", no, perhaps, no)
            .row("unguarded", no, perhaps, no, OPEN, AWAKE)
            .row("unguarded", yes, yes, perhapsNot, OPEN)
            .row("all-guarded-by-not", yes, perhapsNot, yes)
            .row("all-guarded-by-not", yes, perhapsNot, yes, OPEN, AWAKE)
            .row("all-guarded-by-not", no, no, perhaps, OPEN)
            .row("all-guarded", yes, perhapsNot, yes)
            .row("all-guarded", yes, perhapsNot, yes, OPEN, AWAKE)
            .row("all-guarded", no, no, perhaps, OPEN, SHUT, AWAKE)
            .row("not-exists", yes, perhapsNot, yes)
            .row("not-exists", no, no, no, OPEN)
            .row("either", no, perhaps, no, SHUT)
            .row("either", yes, yes, yes, OPEN)
            // both signs: what is missing may be the one too few or the one too many
            .row("collected", no, perhaps, no, OPEN)
            .row("collected", yes, perhapsNot, yes, OPEN, SHUT)
            .row("accumulated", no, perhaps, no, OPEN)
            .row("accumulated", yes, perhapsNot, yes, OPEN, SHUT)
            .row("taken-apart", yes, yes, yes)
            .rows
            .stream();
  }

  @ParameterizedTest
  @MethodSource("table")
  void evaluate_ofEachRowOfTheTable_decidesByWhatIsMissing(Row row) {
    World world = World.of(T).with(row.facts().toArray(new Resource[0]));
    Class<?> missing = row.missing();
    String reason = missing == null ? "" : missing(missing);
    if (missing != null) {
      world.missing(missing);
    }

    List<Finding> findings = Findings.of(ENGINE.evaluate(world.snapshot()), row.control());

    assertThat(findings)
        .containsExactly(
            switch (row.says()) {
              case YES -> Findings.fail(row.control(), T);
              case PERHAPS_NOT -> Findings.doubted(row.control(), T, reason);
              case NO -> Findings.pass(row.control(), T);
              case PERHAPS -> Findings.unknown(row.control(), T, reason);
            });
  }

  @Test
  void evaluate_whenTheSubjectIsNotAdmitted_nothingMissingMatters() {
    Tower low = new Tower("low", World.ACCOUNT, World.HERE, 1);
    HardeningEngine engine =
        new Rules("walls")
            .control("high", "$tower : Tower( height > 5, $arn : arn ) Gate( towerArn == $arn )")
            .control("asked", "$tower : Tower( height > asOf.getEpochSecond() ) exists Gate( )")
            .engine();

    Report report = engine.evaluate(World.of(low, T).missing(Gate.class).snapshot());

    assertThat(Findings.of(report, "high"))
        .containsExactly(
            Findings.pass("high", low), Findings.unknown("high", T, missing(Gate.class)));
    assertThat(Findings.of(report, "asked"))
        .containsExactly(Findings.pass("asked", low), Findings.pass("asked", T));
  }

  @Test
  void evaluate_whenAParameterSwitchesARuleOff_nothingMissingMatters() {
    HardeningEngine engine =
        new Rules("walls")
            .rule(
                "gates",
                Rules.tags("MEDIUM", "Tower") + " @params(\"strict: boolean = false\")",
                "$tower : Tower( $arn : arn, parameters.bool(\"gates\", \"strict\") )"
                    + " Gate( towerArn == $arn )",
                "verdict.fail($tower, \"seen\", \"yes\");")
            .engine();
    Snapshot snapshot = World.of(T).missing(Gate.class).snapshot();
    Parameters strict = Parameters.of(Map.of("strict", true), Map.of());

    assertThat(engine.evaluate(snapshot).findings()).containsExactly(Findings.pass("gates", T));
    assertThat(engine.with(strict).evaluate(snapshot).findings())
        .containsExactly(Findings.unknown("gates", T, missing(Gate.class)));
  }

  // ---- precedence

  private static Finding asked(World world) {
    List<Finding> findings = Findings.of(ENGINE.evaluate(world.snapshot()), "asked");
    assertThat(findings).hasSize(1);
    return findings.get(0);
  }

  @Test
  void evaluate_whenNotApplicable_saysSoBesideUnknownAndFail() {
    assertThat(asked(World.of(T, OPEN, ASLEEP, banner("red"))))
        .isEqualTo(Findings.notApplicable("asked", T, "it is red"));
  }

  @Test
  void evaluate_whenSeveralRulesSayNotApplicable_givesAllReasonsInOrder() {
    assertThat(asked(World.of(T, moat(9), banner("red"), banner("blue"))))
        .isEqualTo(Findings.notApplicable("asked", T, "it is blue; it is red; the moat is deep"));
  }

  @Test
  void evaluate_whenPerhapsNotApplicable_isUnknownBesideFail() {
    assertThat(asked(World.of(T, OPEN).missing(Banner.class)))
        .isEqualTo(Findings.doubted("asked", T, missing(Banner.class)));
  }

  @Test
  void evaluate_whenPerhapsNotApplicableBesideCertainlyNotApplicable_isNotApplicable() {
    assertThat(asked(World.of(T, OPEN, moat(9)).missing(Banner.class)))
        .isEqualTo(Findings.notApplicable("asked", T, "the moat is deep"));
  }

  @Test
  void evaluate_whenUnknownIsSaid_isUnknownBesideFail() {
    assertThat(asked(World.of(T, OPEN, ASLEEP)))
        .isEqualTo(Findings.doubted("asked", T, "a guard sleeps"));
    assertThat(asked(World.of(T, SHUT, ASLEEP)))
        .isEqualTo(Findings.unknown("asked", T, "a guard sleeps"));
  }

  @Test
  void evaluate_whenUnknownIsPerhapsSaid_isUnknownBesideFail() {
    assertThat(asked(World.of(T, OPEN).missing(Guard.class)))
        .isEqualTo(Findings.doubted("asked", T, missing(Guard.class)));
  }

  @Test
  void evaluate_whenOneRuleFailsAndAnotherPerhaps_isFail() {
    Report report =
        ENGINE.evaluate(
            World.of(T, OPEN).missing(Moat.class, World.ACCOUNT, Resource.GLOBAL).snapshot());

    assertThat(Findings.of(report, "exists")).containsExactly(Findings.fail("exists", T));
  }

  // ---- severity

  private static Finding graded(World world) {
    return Findings.of(ENGINE.evaluate(world.snapshot()), "graded").get(0);
  }

  @Test
  void evaluate_whenSeveralRulesFire_takesTheHighestSeverity() {
    assertThat(graded(World.of(T, SHUT)))
        .isEqualTo(Findings.fail("graded", T, Severity.LOW, Map.of("gate", "there")));
    assertThat(graded(World.of(T, OPEN)))
        .isEqualTo(Findings.fail("graded", T, Severity.HIGH, Map.of("gate", "open, there")));
    assertThat(graded(World.of(T, SHUT, ASLEEP)))
        .isEqualTo(
            Findings.fail(
                "graded", T, Severity.CRITICAL, Map.of("gate", "there", "guard", "asleep")));
  }

  @Test
  void evaluate_whenNothingFires_hasTheHighestSeverityThatAFailureCanHave() {
    assertThat(graded(World.of(T)))
        .isEqualTo(Findings.of("graded", T, Status.PASS, Severity.CRITICAL, Rules.TITLE, Map.of()));
  }

  @Test
  void evaluate_whenAGapLeavesAGradeUndecided_neverLowersTheSeverity() {
    assertThat(graded(World.of(T, SHUT).missing(Guard.class)))
        .isEqualTo(Findings.fail("graded", T, Severity.CRITICAL, Map.of("gate", "there")));
    assertThat(graded(World.of(T, SHUT, AWAKE).missing(Banner.class)))
        .isEqualTo(Findings.fail("graded", T, Severity.LOW, Map.of("gate", "there")));
  }

  @Test
  void evaluate_whenNothingIsToBeGraded_doesNotCareForTheGrade() {
    assertThat(graded(World.of(T).missing(Guard.class)))
        .isEqualTo(Findings.of("graded", T, Status.PASS, Severity.CRITICAL, Rules.TITLE, Map.of()));
    assertThat(graded(World.of(T).missing(Guard.class).missing(Gate.class)))
        .isEqualTo(
            Findings.of(
                "graded", T, Status.UNKNOWN, Severity.CRITICAL, missing(Gate.class), Map.of()));
  }

  @Test
  void evaluate_whenOnlyAFurtherRuleWithoutSeverityFires_hasTheSeverityOfTheControl() {
    Report report = ENGINE.evaluate(World.of(T, moat(0)).snapshot());

    assertThat(Findings.of(report, "exists"))
        .containsExactly(Findings.fail("exists", T, Severity.MEDIUM, Map.of("moat", "dry")));
  }

  // ---- evidence and order

  @Test
  void evaluate_ofFactsInAnyOrder_mergesTheirEvidenceInOneOrder() {
    World world =
        World.of(T, gate("c", T, true), gate("a", T, false), gate("b", T, true), tower("z"));
    Finding expected =
        Findings.fail(
            "shown", T, Severity.MEDIUM, Map.of("gate", "a, b, c", "open", "false, true"));

    for (int seed = 0; seed < 10; seed++) {
      assertThat(Findings.of(ENGINE.evaluate(world.shuffled(seed)), "shown"))
          .containsExactly(expected, Findings.pass("shown", tower("z")));
    }
  }

  @Test
  void evaluate_ofFactsInAnyOrder_givesEqualReports() {
    World world =
        World.of(T, OPEN, SHUT, AWAKE, ASLEEP, moat(3), banner("red"), tower("b"), tower("a"))
            .missing(Banner.class);
    Report expected = ENGINE.evaluate(world.snapshot());

    for (int seed = 0; seed < 10; seed++) {
      Report report = ENGINE.evaluate(world.shuffled(seed));
      assertThat(report).isEqualTo(expected);
      assertThat(report.findings().toString()).isEqualTo(expected.findings().toString());
    }
  }

  @Test
  void evaluate_ofSeveralControls_ordersFindingsByControlThenArn() {
    Report report = ENGINE.evaluate(World.of(tower("b"), tower("a")).snapshot());

    assertThat(report.findings()).isSorted();
    assertThat(report.findings())
        .extracting(Finding::controlId)
        .containsSubsequence("absent", "own", "unguarded");
    assertThat(Findings.of(report, "own")).extracting(Finding::arn).containsExactly("a", "b");
  }

  // ---- the engine itself

  @Test
  void controls_ofGradedControl_tellWhatTheyReadAndTheHighestSeverity() {
    assertThat(ENGINE.controls()).extracting(Control::id).isSorted().contains("graded");
    assertThat(ENGINE.controls().stream().filter(c -> c.id().equals("graded")).findFirst())
        .contains(
            new Control(
                "graded",
                Rules.TITLE,
                Severity.CRITICAL,
                "walls",
                "Tower",
                List.of("Gate", "Guard", "Tower"),
                List.of(
                    "castle:GetGuard",
                    "castle:ListGates",
                    "castle:ListGuards",
                    "castle:ListTowers"),
                List.of(),
                Rules.RISK,
                Rules.FIX,
                List.of()));
  }

  @Test
  void factTypes_ofAllControls_areThoseTheyRead() {
    assertThat(ENGINE.factTypes())
        .extracting(FactType::name)
        .containsExactly("Gate", "Guard", "Moat", "Tower", "com.example.facts.Banner");
  }

  @Test
  void only_withASelection_evaluatesNothingElse() {
    HardeningEngine few = ENGINE.only(control -> control.id().equals("joined"));

    assertThat(few.controls()).extracting(Control::id).containsExactly("joined");
    assertThat(few.factTypes()).extracting(FactType::name).containsExactly("Gate", "Tower");
    assertThat(few.evaluate(World.of(T, OPEN).missing(Guard.class).snapshot()))
        .isEqualTo(new Report(World.NOW, List.of(Findings.fail("joined", T)), List.of()));
    assertThat(ENGINE.only(control -> false).evaluate(World.of(T).snapshot()).findings()).isEmpty();
  }

  @Test
  void build_withoutRules_saysWhatToPass() {
    assertThatThrownBy(() -> HardeningEngine.builder().build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no rules; pass rules(AwsRules.all()) or your own");
  }

  private static Moat moat(int depth) {
    return World.moat(World.ACCOUNT, depth);
  }

  private static Banner banner(String colour) {
    return new Banner("banner-" + colour, World.ACCOUNT, World.HERE, T.arn(), colour);
  }
}
