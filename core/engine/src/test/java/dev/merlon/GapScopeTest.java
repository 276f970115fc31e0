/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import static dev.merlon.Findings.missing;
import static dev.merlon.Findings.unasked;
import static dev.merlon.World.ACCOUNT;
import static dev.merlon.World.HERE;
import static dev.merlon.World.OTHER;
import static dev.merlon.World.THERE;
import static dev.merlon.World.gate;
import static dev.merlon.World.guard;
import static dev.merlon.World.lock;
import static dev.merlon.World.tower;
import static dev.merlon.World.vault;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.facts.Banner;
import dev.merlon.fact.Resource;
import dev.merlon.fact.sample.Gate;
import dev.merlon.fact.sample.Guard;
import dev.merlon.fact.sample.Lock;
import dev.merlon.fact.sample.Moat;
import dev.merlon.fact.sample.Tower;
import dev.merlon.fact.sample.Vault;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How far a gap reaches, what was never asked for, and what is said where nothing is in scope. */
final class GapScopeTest {

  private static final HardeningEngine ENGINE =
      new Rules()
          .control(
              "gate-shut", "$tower : Tower( $arn : arn ) exists Gate( towerArn == $arn, open )")
          .control(
              "guard-direct",
              "$tower : Tower( $arn : arn ) exists Guard( towerArn == $arn, !awake )")
          .control(
              "guard-direct-absent",
              "$tower : Tower( $arn : arn ) not Guard( towerArn == $arn, awake )")
          .control(
              "guard-through-gate",
              "$tower : Tower( $arn : arn ) Gate( towerArn == $arn, $gate : arn )"
                  + " exists Guard( gateArn == $gate, !awake )")
          .control(
              "guard-twice",
              "$tower : Tower( $arn : arn ) exists Guard( towerArn == $arn, !awake )"
                  + " exists Guard( awake )")
          .control(
              "guard-loosely",
              "$tower : Tower( $arn : arn )"
                  + " exists Guard( towerArn == $arn || gateArn == $arn, !awake )")
          .control(
              "moat-wet",
              "$tower : Tower( $account : account ) not Moat( account == $account, depth > 0 )")
          .control(
              "vault-copied",
              "MEDIUM",
              "Vault",
              "$vault : Vault( $copy : copyArn ) not Lock( vaultArn == $copy, strong )",
              "verdict.fail($vault, \"seen\", \"yes\");")
          .control(
              "vault-gated",
              "MEDIUM",
              "Vault",
              "$vault : Vault( $region : region ) not Gate( region == $region )",
              "verdict.fail($vault, \"seen\", \"yes\");")
          .control(
              "moat-guarded",
              "MEDIUM",
              "Moat",
              "$moat : Moat( $account : account ) exists Gate( account == $account, open )",
              "verdict.fail($moat, \"seen\", \"yes\");")
          .control(
              "banner-red",
              "MEDIUM",
              "Banner",
              "$banner : Banner( colour == \"white\" )",
              "verdict.fail($banner, \"seen\", \"yes\");")
          .engine();

  private static final Tower A = tower("tower-a");
  private static final Tower B = tower("tower-b");
  private static final Tower ELSEWHERE = tower("tower-c", ACCOUNT, THERE);
  private static final Tower FOREIGN = tower("tower-d", OTHER, HERE);

  private static List<Finding> findings(String control, World world) {
    return Findings.of(ENGINE.evaluate(world.snapshot()), control);
  }

  // ---- scopes

  @Test
  void evaluate_withAGapOnARegionalType_reachesThatRegionOfThatAccountOnly() {
    World world =
        World.of(A, ELSEWHERE, FOREIGN)
            .covering(ACCOUNT, THERE)
            .covering(OTHER, HERE)
            .missing(Gate.class, ACCOUNT, HERE);

    assertThat(findings("gate-shut", world))
        .containsExactly(
            Findings.unknown("gate-shut", A, missing(Gate.class)),
            Findings.pass("gate-shut", ELSEWHERE),
            Findings.pass("gate-shut", FOREIGN));
  }

  @Test
  void evaluate_withAGapOnARegionalType_reachesWhatHasNoRegion() {
    World world =
        World.of(World.moat(ACCOUNT, 1), World.moat(OTHER, 1))
            .covering(ACCOUNT, THERE)
            .covering(OTHER, HERE)
            .missing(Gate.class, ACCOUNT, THERE);

    assertThat(findings("moat-guarded", world))
        .containsExactly(
            Findings.unknown(
                "moat-guarded", World.moat(ACCOUNT, 1), missing(Gate.class, ACCOUNT, THERE)),
            Findings.pass("moat-guarded", World.moat(OTHER, 1)));
  }

  @Test
  void evaluate_withAGapOnARegionalTypeWithoutRegion_reachesAllRegionsOfTheAccount() {
    World world =
        World.of(A, ELSEWHERE, FOREIGN)
            .covering(ACCOUNT, THERE)
            .covering(OTHER, HERE)
            .missing(Gate.class, ACCOUNT, Resource.GLOBAL);

    assertThat(findings("gate-shut", world))
        .containsExactly(
            Findings.unknown("gate-shut", A, missing(Gate.class)),
            Findings.unknown("gate-shut", ELSEWHERE, missing(Gate.class, ACCOUNT, THERE)),
            Findings.pass("gate-shut", FOREIGN));
  }

  @Test
  void evaluate_withAGapOnAnAccountsType_reachesAllOfTheAccount() {
    World world =
        World.of(A, ELSEWHERE, FOREIGN, World.moat(OTHER, 3))
            .covering(ACCOUNT, THERE)
            .covering(OTHER, HERE)
            .missing(Moat.class, ACCOUNT, Resource.GLOBAL);
    String reason = missing(Moat.class, ACCOUNT, Resource.GLOBAL);

    assertThat(findings("moat-wet", world))
        .containsExactly(
            Findings.doubted("moat-wet", A, reason),
            Findings.doubted("moat-wet", ELSEWHERE, reason),
            Findings.pass("moat-wet", FOREIGN));
  }

  @Test
  void evaluate_withAGapOnAnOrganizationsType_reachesAllAccounts() {
    Vault mine = vault("vault-1", ACCOUNT, "vault-2");
    Vault theirs = vault("vault-2", OTHER, "vault-1");
    World world =
        World.of(mine, theirs, lock(mine, true))
            .covering(OTHER, HERE)
            .missing(Lock.class, OTHER, Resource.GLOBAL);

    assertThat(findings("vault-copied", world))
        .containsExactly(
            Findings.doubted("vault-copied", mine, missing(Lock.class, OTHER, Resource.GLOBAL)),
            Findings.pass("vault-copied", theirs));
  }

  @Test
  void evaluate_withAGapOnATypeThatNoControlReads_changesNothing() {
    HardeningEngine few = ENGINE.only(control -> control.id().equals("moat-wet"));
    World world = World.of(A, World.moat(ACCOUNT, 1)).missing(Gate.class);

    assertThat(few.evaluate(world.snapshot()))
        .isEqualTo(new Report(World.NOW, List.of(Findings.pass("moat-wet", A)), List.of()));
  }

  @Test
  void evaluate_withAGapOnATypeThatNobodyKnows_changesNothing() {
    Snapshot snapshot = World.of(A).snapshot();
    Gap strange = new Gap("com.example.Dragon", ACCOUNT, HERE, null, "asleep");
    Snapshot with =
        new Snapshot(World.NOW, snapshot.facts(), snapshot.coverage(), List.of(strange));

    assertThat(ENGINE.evaluate(with)).isEqualTo(ENGINE.evaluate(snapshot));
  }

  @Test
  void evaluate_withAGapOnAnAccountsTypeInARegion_makesUpNoRegion() {
    // a bucket's setting is denied: the gap names the bucket's Region, which nobody scanned
    World world =
        World.of(A, vault("vault-1", ACCOUNT, "vault-1"))
            .missing(Lock.class, ACCOUNT, THERE, "vault-1");

    assertThat(findings("gate-shut", world)).containsExactly(Findings.pass("gate-shut", A));
    assertThat(ENGINE.evaluate(world.snapshot()).gaps())
        .containsExactly(World.gap(Lock.class, ACCOUNT, THERE, "vault-1"));
  }

  @Test
  void evaluate_withAGapOnAnAccountsTypeInARegion_countsItOnce() {
    World world =
        World.of(A)
            .unasked(Moat.class, ACCOUNT, Resource.GLOBAL)
            .missing(Moat.class, ACCOUNT, HERE);

    assertThat(ENGINE.evaluate(world.snapshot()).gaps())
        .containsExactly(World.gap(Moat.class, ACCOUNT, Resource.GLOBAL));
    assertThat(findings("moat-guarded", world))
        .containsExactly(
            Findings.unseen(
                "moat-guarded",
                ACCOUNT,
                Resource.GLOBAL,
                missing(Moat.class, ACCOUNT, Resource.GLOBAL)));
  }

  @Test
  void evaluate_ofAResourceInARegionThatWasNotScanned_knowsThatNothingWasReadThere() {
    Vault here = new Vault("vault-1", ACCOUNT, HERE, "");
    Vault there = new Vault("vault-2", ACCOUNT, THERE, "");
    World world = World.of(A, here, there, gate("gate-a", A, false));

    assertThat(findings("vault-gated", world))
        .containsExactly(
            Findings.pass("vault-gated", here),
            Findings.doubted("vault-gated", there, unasked(Gate.class, ACCOUNT, THERE)));
    // but that Region is no concern of the others
    assertThat(findings("gate-shut", world)).containsExactly(Findings.pass("gate-shut", A));
    assertThat(ENGINE.evaluate(world.snapshot()).gaps())
        .containsExactly(
            new Gap(
                "Gate",
                ACCOUNT,
                THERE,
                null,
                "it was not collected; collect for the controls that are evaluated"));
  }

  // ---- one resource

  private static final World ONE_DENIED =
      World.of(A, B, gate("gate-a", A, false), gate("gate-b", B, false))
          .with(guard("guard-b", gate("gate-b", B, false), true))
          .missing(Guard.class, ACCOUNT, HERE, A.arn());

  @Test
  void evaluate_withAGapForOneResource_reachesThatOneWhereTheTypeIsJoinedDirectly() {
    assertThat(findings("guard-direct", ONE_DENIED))
        .containsExactly(
            Findings.unknown("guard-direct", A, missing(Guard.class, A.arn())),
            Findings.pass("guard-direct", B));
    assertThat(findings("guard-direct-absent", ONE_DENIED))
        .containsExactly(
            Findings.doubted("guard-direct-absent", A, missing(Guard.class, A.arn())),
            Findings.pass("guard-direct-absent", B));
  }

  @Test
  void evaluate_withAGapForOneResource_reachesAllWhereTheTypeIsJoinedOtherwise() {
    for (String control : List.of("guard-through-gate", "guard-twice", "guard-loosely")) {
      assertThat(findings(control, ONE_DENIED))
          .containsExactly(
              Findings.unknown(control, A, missing(Guard.class, A.arn())),
              Findings.unknown(control, B, missing(Guard.class, A.arn())));
    }
  }

  @Test
  void evaluate_withAGapForOneResource_staysInItsRegion() {
    World world =
        World.of(A, ELSEWHERE)
            .covering(ACCOUNT, THERE)
            .missing(Guard.class, ACCOUNT, HERE, ELSEWHERE.arn());

    assertThat(findings("guard-direct", world))
        .containsExactly(
            Findings.pass("guard-direct", A), Findings.pass("guard-direct", ELSEWHERE));
  }

  @Test
  void evaluate_withAGapForTheOtherEndOfAJoin_reachesTheSubjectThatNamesIt() {
    Vault mine = vault("vault-1", ACCOUNT, "vault-2");
    Vault theirs = vault("vault-2", OTHER, "vault-1");
    World world =
        World.of(mine, theirs, lock(mine, true))
            .covering(OTHER, HERE)
            .missing(Lock.class, OTHER, Resource.GLOBAL, theirs.arn());

    assertThat(findings("vault-copied", world))
        .containsExactly(
            Findings.doubted("vault-copied", mine, missing(Lock.class, theirs.arn())),
            Findings.pass("vault-copied", theirs));
  }

  @Test
  void evaluate_withManyGaps_namesThreeAndCountsTheRest() {
    World world = World.of(A);
    for (String arn : List.of("t1", "t2", "t3", "t4", "t5")) {
      world.missing(Guard.class, ACCOUNT, HERE, arn);
    }

    assertThat(findings("guard-through-gate", world))
        .containsExactly(
            Findings.unknown(
                "guard-through-gate",
                A,
                missing(Guard.class, "t1")
                    + "; "
                    + missing(Guard.class, "t2")
                    + "; "
                    + missing(Guard.class, "t3")
                    + "; and 2 more"));
  }

  // ---- the resource type itself

  @Test
  void evaluate_whenTheResourceTypeIsMissing_saysUnknownOnceForAccountAndRegion() {
    World world =
        World.of(A, FOREIGN)
            .covering(ACCOUNT, THERE)
            .covering(OTHER, HERE)
            .missing(Tower.class, ACCOUNT, THERE)
            .missing(Tower.class, OTHER, HERE);

    assertThat(findings("gate-shut", world))
        .containsExactly(
            Findings.unseen("gate-shut", ACCOUNT, THERE, missing(Tower.class, ACCOUNT, THERE)),
            Findings.unseen("gate-shut", OTHER, HERE, missing(Tower.class, OTHER, HERE)),
            Findings.pass("gate-shut", A),
            Findings.pass("gate-shut", FOREIGN));
  }

  @Test
  void evaluate_whenTheResourceTypeIsMissingForTwoReasons_givesBothInOneFinding() {
    Snapshot snapshot = World.of().missing(Tower.class).snapshot();
    Gap second = new Gap("Tower", ACCOUNT, HERE, null, "Throttled");
    Snapshot with =
        new Snapshot(
            World.NOW,
            List.of(),
            snapshot.coverage(),
            List.of(second, World.gap(Tower.class, ACCOUNT, HERE)));

    assertThat(Findings.of(ENGINE.evaluate(with), "gate-shut"))
        .containsExactly(
            Findings.unseen(
                "gate-shut",
                ACCOUNT,
                HERE,
                missing(Tower.class)
                    + "; Tower of "
                    + ACCOUNT
                    + " in "
                    + HERE
                    + " is missing: Throttled"));
  }

  // ---- nothing in scope

  @Test
  void evaluate_whenNothingIsInScope_saysNotApplicableOncePerAccount() {
    World world = World.of(A).covering(ACCOUNT, THERE).covering(OTHER, HERE, THERE);

    assertThat(findings("gate-shut", world))
        .containsExactly(
            Findings.nothing("gate-shut", OTHER, Tower.class), Findings.pass("gate-shut", A));
    assertThat(findings("vault-copied", world))
        .containsExactly(
            Findings.nothing("vault-copied", ACCOUNT, Vault.class),
            Findings.nothing("vault-copied", OTHER, Vault.class));
    assertThat(findings("banner-red", world))
        .containsExactly(
            Findings.nothing("banner-red", ACCOUNT, Banner.class),
            Findings.nothing("banner-red", OTHER, Banner.class));
  }

  @Test
  void evaluate_ofAnAccountInAnotherPartition_namesItByThatPartition() {
    assertThat(accountArn("cn-north-1")).isEqualTo("arn:aws-cn:iam::" + ACCOUNT + ":root");
    assertThat(accountArn("us-gov-west-1")).isEqualTo("arn:aws-us-gov:iam::" + ACCOUNT + ":root");
    assertThat(accountArn("us-iso-east-1")).isEqualTo("arn:aws-iso:iam::" + ACCOUNT + ":root");
    assertThat(accountArn("us-isob-east-1")).isEqualTo("arn:aws-iso-b:iam::" + ACCOUNT + ":root");
    assertThat(accountArn("eu-west-1")).isEqualTo("arn:aws:iam::" + ACCOUNT + ":root");
  }

  private static String accountArn(String region) {
    World world = World.uncovered().covering(ACCOUNT, region);
    return findings("gate-shut", world).get(0).arn();
  }

  @Test
  void evaluate_ofAnEmptySnapshot_hasNoAccountToSpeakOf() {
    assertThat(ENGINE.evaluate(World.uncovered().snapshot()))
        .isEqualTo(new Report(World.NOW, List.of(), List.of()));
  }

  @Test
  void evaluate_ofAnAccountOfWhichNothingWasRead_isUnknownEverywhere() {
    Coverage coverage = Coverage.of(ACCOUNT, HERE, List.of());
    Report report = ENGINE.evaluate(new Snapshot(World.NOW, List.of(), coverage, List.of()));

    assertThat(report.findings()).hasSize(ENGINE.controls().size());
    assertThat(report.with(Status.UNKNOWN)).hasSize(ENGINE.controls().size());
    assertThat(Findings.of(report, "gate-shut"))
        .containsExactly(
            Findings.unseen("gate-shut", ACCOUNT, HERE, unasked(Tower.class, ACCOUNT, HERE)));
    assertThat(report.gaps())
        .extracting(Gap::factType)
        .containsExactly(
            "Gate", "Guard", "Lock", "Moat", "Tower", "Vault", "com.example.facts.Banner");
  }

  @Test
  void evaluate_ofAnAccountWithoutAnyRegion_isUnknownForWhatIsRegional() {
    World world = World.of(World.moat(ACCOUNT, 1));
    Snapshot snapshot = World.uncovered().covering(ACCOUNT).with(World.moat(ACCOUNT, 1)).snapshot();

    assertThat(Findings.of(ENGINE.evaluate(snapshot), "gate-shut"))
        .containsExactly(
            Findings.unseen(
                "gate-shut",
                ACCOUNT,
                Resource.GLOBAL,
                unasked(Tower.class, ACCOUNT, Resource.GLOBAL)));
    assertThat(Findings.of(ENGINE.evaluate(snapshot), "moat-guarded"))
        .containsExactly(
            Findings.unknown(
                "moat-guarded",
                World.moat(ACCOUNT, 1),
                unasked(Gate.class, ACCOUNT, Resource.GLOBAL)));
    assertThat(findings("moat-guarded", world))
        .containsExactly(Findings.pass("moat-guarded", World.moat(ACCOUNT, 1)));
  }

  @Test
  void evaluate_withAGapOfAnAccountThatIsNotCovered_isUnknownForIt() {
    World world = World.of(A).missing(Tower.class, OTHER, THERE);

    assertThat(findings("gate-shut", world))
        .containsExactly(
            Findings.unseen("gate-shut", OTHER, THERE, missing(Tower.class, OTHER, THERE)),
            Findings.pass("gate-shut", A));
    assertThat(findings("moat-guarded", world))
        .contains(
            Findings.unseen(
                "moat-guarded",
                OTHER,
                Resource.GLOBAL,
                unasked(Moat.class, OTHER, Resource.GLOBAL)));
  }

  // ---- coverage

  @Test
  void evaluate_whenATypeWasNeverAskedFor_isUnknownAsIfItWereDenied() {
    World world = World.of(A).unasked(Gate.class, ACCOUNT, HERE);
    Report report = ENGINE.evaluate(world.snapshot());

    assertThat(Findings.of(report, "gate-shut"))
        .containsExactly(Findings.unknown("gate-shut", A, unasked(Gate.class, ACCOUNT, HERE)));
    assertThat(report.gaps())
        .containsExactly(
            new Gap(
                "Gate",
                ACCOUNT,
                HERE,
                null,
                "it was not collected; collect for the controls that are evaluated"));
  }

  @Test
  void evaluate_whenATypeWasDeniedForOneResourceAndNeverReadToTheEnd_isUnknownForAll() {
    World world =
        World.of(A, B)
            .missing(Guard.class, ACCOUNT, HERE, A.arn())
            .unasked(Guard.class, ACCOUNT, HERE);

    assertThat(findings("guard-direct", world))
        .containsExactly(
            Findings.unknown(
                "guard-direct",
                A,
                unasked(Guard.class, ACCOUNT, HERE) + "; " + missing(Guard.class, A.arn())),
            Findings.unknown("guard-direct", B, unasked(Guard.class, ACCOUNT, HERE)));
  }

  @Test
  void evaluate_ofAFactOutsideOfTheCoverage_trustsNothingAroundIt() {
    World world = World.of(A, ELSEWHERE, FOREIGN);

    assertThat(findings("gate-shut", world))
        .containsExactly(
            Findings.unseen("gate-shut", ACCOUNT, THERE, unasked(Tower.class, ACCOUNT, THERE)),
            Findings.unseen("gate-shut", OTHER, HERE, unasked(Tower.class, OTHER, HERE)),
            Findings.pass("gate-shut", A),
            Findings.unknown("gate-shut", ELSEWHERE, unasked(Gate.class, ACCOUNT, THERE)),
            Findings.unknown("gate-shut", FOREIGN, unasked(Gate.class, OTHER, HERE)));
  }

  @Test
  void evaluate_ofACertainFailureOutsideOfTheCoverage_isFail() {
    World world = World.uncovered().with(A, gate("gate-a", A, true));

    assertThat(findings("gate-shut", world)).contains(Findings.fail("gate-shut", A));
  }

  // ---- the same resource twice

  @Test
  void evaluate_ofTheSameFactTwice_judgesItOnce() {
    Gate open = gate("gate-a", A, true);

    assertThat(findings("gate-shut", World.of(A, A, open, open)))
        .containsExactly(Findings.fail("gate-shut", A));
  }

  @Test
  void evaluate_ofTwoFactsOfOneResource_judgesItOnceByBoth() {
    HardeningEngine engine =
        new Rules()
            .control(
                "low", "$tower : Tower( height < 5, $arn : arn ) exists Gate( towerArn == $arn )")
            .engine();
    Tower low = new Tower(A.arn(), ACCOUNT, HERE, 1);
    Gate gate = gate("gate-a", A, true);

    for (List<Resource> order :
        List.<List<Resource>>of(List.of(A, low, gate), List.of(low, gate, A))) {
      Resource[] facts = order.toArray(new Resource[0]);
      assertThat(engine.evaluate(World.of(facts).snapshot()).findings())
          .containsExactly(Findings.fail("low", A));
    }
    assertThat(engine.evaluate(World.of(A, low).missing(Gate.class).snapshot()).findings())
        .containsExactly(Findings.unknown("low", A, missing(Gate.class)));
  }

  @Test
  void evaluate_ofTwoAccountsWithTheSameArn_judgesEach() {
    Tower shared = tower("tower-a", OTHER, HERE);
    World world =
        World.of(A, shared, new Gate("gate-a", OTHER, HERE, "tower-a", true)).covering(OTHER, HERE);
    HardeningEngine strict =
        new Rules()
            .control(
                "gate-shut",
                "$tower : Tower( $arn : arn, $account : account )"
                    + " exists Gate( towerArn == $arn, account == $account, open )")
            .engine();

    assertThat(strict.evaluate(world.snapshot()).findings())
        .containsExactly(Findings.pass("gate-shut", A), Findings.fail("gate-shut", shared));
  }

  @Test
  void evaluate_ofAFindingForEachControlAndAccount_isNeverSilent() {
    World world = World.of(A).covering(OTHER, THERE);
    Report report = ENGINE.evaluate(world.snapshot());

    for (Control control : ENGINE.controls()) {
      assertThat(Findings.of(report, control.id()))
          .extracting(Finding::account)
          .as(control.id())
          .contains(ACCOUNT, OTHER);
    }
    assertThat(report.findings()).allSatisfy(f -> assertThat(f.reason()).isNotBlank());
  }
}
