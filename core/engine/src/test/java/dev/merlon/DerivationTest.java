/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import static dev.merlon.Findings.missing;
import static dev.merlon.World.ACCOUNT;
import static dev.merlon.World.HERE;
import static dev.merlon.World.OTHER;
import static dev.merlon.World.gate;
import static dev.merlon.World.guard;
import static dev.merlon.World.tower;
import static dev.merlon.World.vault;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.facts.Banner;
import dev.merlon.fact.Resource;
import dev.merlon.fact.sample.Gate;
import dev.merlon.fact.sample.Guard;
import dev.merlon.fact.sample.Tower;
import dev.merlon.fact.sample.Vault;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules that insert facts for other rules. */
final class DerivationTest {

  static final String PASSAGE_LHS =
      "$gate : Gate( open, $tower : towerArn ) not Guard( gateArn == $gate.arn, awake )";
  static final String PASSAGE_RHS = "insert(new Passage($tower, $gate.account(), $gate.region()));";

  /** A passage is an open gate without guard; no breach where there is a moat; then it falls. */
  static Rules chain(Rules rules) {
    return rules
        .rule(
            // by name the last, by need the first
            "z-passage", "@derives(Passage)", PASSAGE_LHS, PASSAGE_RHS)
        .rule(
            "breach",
            "@derives(Breach)",
            "Passage( $arn : arn, $account : account, $region : region )"
                + " not Moat( account == $account, depth > 5 )",
            "insert(new Breach($arn, $account, $region));")
        .rule(
            "fall",
            "@derives(dev.merlon.fact.sample.Fall)",
            "$tower : Tower( $arn : arn ) not Breach( arn != $arn ) exists Breach( arn == $arn )",
            "insert(new Fall($arn, $tower.account(), $tower.region()));")
        .control("no-fall", "$tower : Tower( $arn : arn ) exists Fall( arn == $arn )")
        .control("a-fall", "$tower : Tower( $arn : arn ) not Fall( arn == $arn )")
        .control("a-passage", "$tower : Tower( $arn : arn ) not Passage( arn == $arn )")
        .control("open", "$tower : Tower( $arn : arn ) exists Gate( towerArn == $arn, open )");
  }

  private static final HardeningEngine CHAIN = chain(new Rules()).engine();

  private static final Tower A = tower("tower-a");
  private static final Tower B = tower("tower-b");
  private static final Gate OPEN = gate("gate-a", A, true);

  private static List<Finding> chain(String control, World world) {
    return Findings.of(CHAIN.evaluate(world.snapshot()), control);
  }

  // ---- what a rule reads through derivations

  @Test
  void evaluate_throughAChainOfThree_findsWhatTheLastDerives() {
    World world = World.of(A, B, OPEN);

    assertThat(chain("no-fall", world))
        .containsExactly(Findings.fail("no-fall", A), Findings.pass("no-fall", B));
    assertThat(chain("a-fall", world))
        .containsExactly(Findings.pass("a-fall", A), Findings.fail("a-fall", B));
  }

  @Test
  void evaluate_whenWhatIsDerivedIsNegated_waitsUntilAllOfItIsThere() {
    // a breach of each: none falls alone, and a Fall inserted too early would stay
    World world = World.of(A, B, OPEN, gate("gate-b", B, true));

    for (int seed = 0; seed < 20; seed++) {
      Report report = CHAIN.evaluate(world.shuffled(seed));
      assertThat(Findings.of(report, "no-fall"))
          .containsExactly(Findings.pass("no-fall", A), Findings.pass("no-fall", B));
      assertThat(Findings.of(report, "a-passage"))
          .containsExactly(Findings.pass("a-passage", A), Findings.pass("a-passage", B));
    }
  }

  @ParameterizedTest
  @CsvSource({
    // with a breach of A: what is missing, and what is then said of A falling and of it not falling
    "none,  FAIL,    PASS",
    "Guard, UNKNOWN, UNKNOWN",
    "Moat,  UNKNOWN, UNKNOWN",
    "Gate,  UNKNOWN, UNKNOWN",
    "Lock,  FAIL,    PASS",
  })
  void evaluate_throughAChain_multipliesTheSigns(String missing, Status noFall, Status aFall) {
    World world = World.of(A, OPEN);
    World.TYPES.stream()
        .filter(type -> type.getSimpleName().equals(missing))
        .forEach(world::missing);

    assertThat(chain("no-fall", world)).extracting(Finding::status).containsExactly(noFall);
    assertThat(chain("a-fall", world)).extracting(Finding::status).containsExactly(aFall);
  }

  @ParameterizedTest
  @CsvSource({
    // Passage stands on Gate and on no Guard
    "true,  none,  PASS",
    "true,  Gate,  PASS",
    "true,  Guard, UNKNOWN",
    "false, none,  FAIL",
    "false, Gate,  UNKNOWN",
    "false, Guard, FAIL",
  })
  void evaluate_ofTheAbsenceOfADerivedFact_isThreeValued(
      boolean open, String missing, Status expected) {
    World world = World.of(A, gate("gate-a", A, open));
    World.TYPES.stream()
        .filter(type -> type.getSimpleName().equals(missing))
        .forEach(world::missing);

    assertThat(chain("a-passage", world)).extracting(Finding::status).containsExactly(expected);
  }

  @Test
  void controls_thatReadDerivedFacts_needWhatThoseStandOn() {
    Control control =
        CHAIN.controls().stream().filter(c -> c.id().equals("no-fall")).findFirst().orElseThrow();

    assertThat(control.reads()).containsExactly("Gate", "Guard", "Moat", "Tower");
    assertThat(control.needs())
        .containsExactly(
            "castle:GetGuard",
            "castle:GetMoat",
            "castle:ListGates",
            "castle:ListGuards",
            "castle:ListTowers");
    assertThat(CHAIN.controls()).extracting(Control::id).doesNotContain("breach", "z-passage");
  }

  @Test
  void only_ofAControlOnDerivedFacts_keepsTheDerivations() {
    HardeningEngine few = CHAIN.only(control -> control.id().equals("no-fall"));

    assertThat(few.evaluate(World.of(A, OPEN).snapshot()).findings())
        .containsExactly(Findings.fail("no-fall", A));
    assertThat(
            CHAIN.only(control -> control.id().equals("open")).factTypes().stream()
                .map(type -> type.name()))
        .containsExactly("Gate", "Tower");
  }

  // ---- derivations that decide

  private static final HardeningEngine WATCHED =
      new Rules()
          .rule(
              "watch",
              "@decides(Watch)",
              """
              $tower : Tower( $arn : arn, $account : account, $region : region )
                  not Banner( towerArn == $arn, colour == "white" )
                  $guards : List() from collect( Guard( towerArn == $arn ) )
                  $missing : List() from accumulate(
                      Gap( factType == "Guard", account == $account, region == $region,
                          arn == null || arn == $arn, $reason : reason ),
                      collectList( $reason ) )""",
              "insert(Watch.of($tower, $guards, $missing));")
          .control(
              "watched",
              "MEDIUM",
              "Tower",
              "$tower : Tower( $arn : arn ) Watch( arn == $arn, most < 1 )",
              "verdict.fail($tower, \"seen\", \"yes\");")
          .rule(
              "watched/unknown",
              "",
              "$tower : Tower( $arn : arn )"
                  + " $watch : Watch( arn == $arn, least < 1, most >= 1 )",
              "verdict.unknown($tower, $watch.doubt());")
          .control(
              "neighbour-watched",
              "$tower : Tower( $account : account, $arn : arn )"
                  + " exists Watch( account == $account, arn != $arn, least < 1 )")
          .rule(
              "vault-watch",
              "@decides(Passage)",
              "$vault : Vault( $arn : arn )"
                  + " $locks : List() from collect( Lock( vaultArn == $arn ) )",
              "insert(new Passage($arn, $vault.account(), \"\" + $locks.size()));")
          .control(
              "vault-locked",
              "MEDIUM",
              "Vault",
              "$vault : Vault( $arn : arn ) Passage( arn == $arn, region == \"0\" )",
              "verdict.fail($vault, \"seen\", \"yes\");")
          .control(
              "copy-locked",
              "MEDIUM",
              "Vault",
              "$vault : Vault( $copy : copyArn ) Passage( arn == $copy, region == \"0\" )",
              "verdict.fail($vault, \"seen\", \"yes\");")
          .engine();

  private static List<Finding> watched(String control, World world) {
    return Findings.of(WATCHED.evaluate(world.snapshot()), control);
  }

  @Test
  void evaluate_onADerivationThatDecides_leavesTheDoubtToIt() {
    World world =
        World.of(A, B)
            .with(guard("guard-b", gate("gate-b", B, true), true))
            .missing(Guard.class, ACCOUNT, HERE, A.arn());

    assertThat(watched("watched", World.of(A, B)))
        .containsExactly(Findings.fail("watched", A), Findings.fail("watched", B));
    assertThat(watched("watched", world))
        .containsExactly(
            Findings.unknown("watched", A, "guards unseen: AccessDenied"),
            Findings.pass("watched", B));
  }

  @Test
  void evaluate_onADerivationThatDecides_needsNoPolarityForWhatItCollects() {
    // B has a guard that is awake, and no further one could unsay that
    World world =
        World.of(B).with(guard("guard-b", gate("gate-b", B, true), true)).missing(Guard.class);

    assertThat(watched("watched", world)).containsExactly(Findings.pass("watched", B));
  }

  @Test
  void evaluate_onADerivationThatDecides_stillCountsWhatItsExistenceHangsOn() {
    assertThat(watched("watched", World.of(A).missing(Banner.class)))
        .containsExactly(Findings.doubted("watched", A, missing(Banner.class)));
    assertThat(
            watched(
                "watched",
                World.of(A, new Banner("b", ACCOUNT, HERE, A.arn(), "white"))
                    .missing(Banner.class)))
        .containsExactly(Findings.pass("watched", A));
  }

  @Test
  void evaluate_onADerivationThatDecides_countsOtherSubjectsThatMayBeMissing() {
    // a tower that was not listed may be the neighbour that nobody watches
    World world =
        World.of(A).with(guard("guard-a", gate("gate-a", A, true), true)).missing(Tower.class);

    assertThat(watched("neighbour-watched", world))
        .containsExactly(
            Findings.unseen("neighbour-watched", ACCOUNT, HERE, missing(Tower.class)),
            Findings.unknown("neighbour-watched", A, missing(Tower.class)));
  }

  @Test
  void evaluate_onADerivationThatDecidesOfTheSubject_isNotCloudedByOtherAccounts() {
    Vault mine = vault("vault-1", ACCOUNT, "vault-9");
    World world =
        World.of(mine, World.lock(mine, true))
            .covering(OTHER, HERE)
            .missing(Vault.class, OTHER, Resource.GLOBAL);

    assertThat(watched("vault-locked", world)).contains(Findings.pass("vault-locked", mine));
    assertThat(watched("copy-locked", world))
        .contains(
            Findings.unknown("copy-locked", mine, missing(Vault.class, OTHER, Resource.GLOBAL)));
  }

  // ---- what may not be

  @Test
  void build_withACycle_namesIt() {
    Rules rules =
        new Rules()
            .rule(
                "one", "@derives(Passage)", "Fall( $a : arn )", "insert(new Passage($a, $a, $a));")
            .rule(
                "two", "@derives(Breach)", "Passage( $a : arn )", "insert(new Breach($a, $a, $a));")
            .rule("three", "@derives(Fall)", "not Breach( )", "insert(new Fall(\"\", \"\", \"\"));")
            .rule(
                "four",
                "@decides(Watch)",
                "Fall( )",
                "insert(new Watch(\"\", \"\", \"\", 1, 1, \"\"));")
            .control("fallen", "$tower : Tower() not Watch()");

    assertThatThrownBy(rules::engine)
        .isInstanceOfSatisfying(
            InvalidRuleException.class,
            e ->
                assertThat(e.problems())
                    .singleElement()
                    .asString()
                    .contains(
                        "derivations stand on each other",
                        "Passage",
                        "Breach",
                        "Fall",
                        "\"one\"",
                        "\"two\"",
                        "\"three\"",
                        "one.drl:")
                    .doesNotContain("Watch"));
  }

  @Test
  void build_withADerivationOnItself_namesIt() {
    Rules rules =
        new Rules()
            .rule(
                "one",
                "@derives(Passage)",
                "Passage( $a : arn )",
                "insert(new Passage($a, $a, $a));")
            .control("passed", "$tower : Tower() not Passage()");

    assertThatThrownBy(rules::engine)
        .isInstanceOf(InvalidRuleException.class)
        .hasMessageContaining("Passage -> Passage");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Gap in a control       | one | $tower : Tower( $arn : arn ) exists Gap( arn == $arn )",
        "Gap in a derivation    | two | @derives(Passage)",
      })
  void build_withGapElsewhereThanInADerivationThatDecides_refusesIt(
      String what, String name, String text) {
    Rules rules = new Rules().control("other", "$tower : Tower() exists Gate()");
    if (text.startsWith("@")) {
      rules.rule(name, text, "Gap( $a : account )", "insert(new Passage($a, $a, $a));");
    } else {
      rules.control(name, text);
    }

    assertThatThrownBy(rules::engine)
        .as(what)
        .isInstanceOf(InvalidRuleException.class)
        .hasMessageContaining("rule \"" + name + "\"")
        .hasMessageContaining("only a derivation that @decides may look at what is missing");
  }

  // ---- what costs a derivation

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Helpers.boom($gate);                                | IllegalStateException: boom",
        "insert(new Breach($tower, $tower, $tower));         | it inserts a Breach but does not say @derives(Breach)",
        "insert($gate);                                      | ",
        "update($gate);                                      | a rule may not update facts",
        "delete($gate);                                      | a rule may not delete facts",
      })
  void evaluate_whenADerivationMisbehaves_isUnknownWhereItIsReadAndNowhereElse(
      String consequence, String reason) {
    HardeningEngine engine =
        chain(new Rules())
            .rule("bad", "@derives(Passage)", "$gate : Gate( $tower : towerArn )", consequence)
            .engine();
    World world = World.of(A, OPEN, World.moat(ACCOUNT, 9));

    Report report = engine.evaluate(world.snapshot());

    if (reason == null) {
      // a fact that is there already is no news
      assertThat(report).isEqualTo(CHAIN.evaluate(world.snapshot()));
      return;
    }
    String told = "derivation \"bad\" failed: ";
    assertThat(Findings.of(report, "open")).containsExactly(Findings.fail("open", A));
    assertThat(Findings.of(report, "a-passage"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.status()).isEqualTo(Status.UNKNOWN))
        .satisfies(finding -> assertThat(finding.reason()).startsWith(told).contains(reason));
    assertThat(Findings.of(report, "no-fall"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.status()).isEqualTo(Status.UNKNOWN))
        .satisfies(finding -> assertThat(finding.reason()).startsWith(told).contains(reason));
  }

  @Test
  void evaluate_whenADerivationBeneathOneThatDecidesThrows_isUnknown() {
    HardeningEngine engine =
        new Rules()
            .rule(
                "passage",
                "@derives(Passage)",
                "$gate : Gate( $arn : towerArn )",
                "if (Helpers.boom($gate)) { insert(new Passage($arn, $arn, $arn)); }")
            .rule(
                "watch",
                "@decides(Watch)",
                "$tower : Tower( $arn : arn )"
                    + " $passages : List() from collect( Passage( arn == $arn ) )",
                "insert(new Watch($arn, $arn, $arn, $passages.size(), $passages.size(), \"\"));")
            .control("watched", "$tower : Tower( $arn : arn ) Watch( arn == $arn, most > 0 )")
            .engine();

    assertThat(engine.evaluate(World.of(A, OPEN).snapshot()).findings())
        .containsExactly(
            Findings.unknown(
                "watched", A, "derivation \"passage\" failed: IllegalStateException: boom"));
  }

  @Test
  void evaluate_whenAControlInserts_costsThatControl() {
    HardeningEngine engine =
        chain(new Rules())
            .control(
                "inserting",
                "MEDIUM",
                "Tower",
                "$tower : Tower()",
                "insert(new Breach(\"\", \"\", \"\"));")
            .engine();

    Report report = engine.evaluate(World.of(A, OPEN).snapshot());

    assertThat(Findings.of(report, "inserting"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.status()).isEqualTo(Status.UNKNOWN))
        .satisfies(
            finding ->
                assertThat(finding.reason())
                    .startsWith("rule \"inserting\" failed: ")
                    .contains("inserts a Breach"));
    assertThat(Findings.of(report, "no-fall")).containsExactly(Findings.fail("no-fall", A));
  }
}
