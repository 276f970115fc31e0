/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.Castle;
import dev.merlon.Coverage;
import dev.merlon.HardeningEngine;
import dev.merlon.RuleSource;
import dev.merlon.Snapshot;
import dev.merlon.Status;
import dev.merlon.Unsound;
import dev.merlon.fact.FactType;
import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The property holds for every kind of condition, and notices what breaks it. */
final class SoundnessTest {

  private static final List<Class<?>> TYPES =
      List.of(
          Castle.Tower.class,
          Castle.Gate.class,
          Castle.Guard.class,
          Castle.Moat.class,
          Castle.Vault.class,
          Castle.Lock.class);

  private static final String HEADER =
      """
      package com.example.rules

      import com.example.Castle.Breach
      import com.example.Castle.Gate
      import com.example.Castle.Guard
      import com.example.Castle.Lock
      import com.example.Castle.Moat
      import com.example.Castle.Passage
      import com.example.Castle.Tower
      import com.example.Castle.Vault
      import com.example.Castle.Watch
      import dev.merlon.Gap
      import dev.merlon.Verdict
      import java.util.List

      global Verdict verdict

      """;

  private static final String TOWER = "$tower : Tower( $arn : arn, $account : account ) ";

  private static String rule(String name, String tags, String condition, String consequence) {
    return "rule \"%s\"\n  %s\nwhen\n  %s\nthen\n  %s\nend\n\n"
        .formatted(name, tags, condition, consequence);
  }

  private static String control(String id, String resource, String condition) {
    return rule(
        id,
        "@title(\"t\") @severity(LOW) @resource(%s) @risk(\"r\") @fix(\"f\")".formatted(resource),
        condition,
        "verdict.fail($%s, \"x\", 1);".formatted(resource.toLowerCase(java.util.Locale.ROOT)));
  }

  private static final String WATCH =
      rule(
          "watch",
          "@decides(Watch)",
          """
          $tower : Tower( $arn : arn, $account : account, $region : region )
            $guards : List() from collect( Guard( towerArn == $arn ) )
            $missing : List() from accumulate(
              Gap( factType == "com.example.Castle$Guard", account == $account,
                region == $region, arn == null || arn == $arn, $reason : reason ),
              collectList( $reason ) )""",
          "insert(Watch.of($tower, $guards, $missing));");

  private static final String DERIVED =
      rule(
              "passage",
              "@derives(Passage)",
              "$gate : Gate( open ) not Guard( gateArn == $gate.arn, awake )",
              "insert(new Passage($gate.towerArn(), $gate.account()));")
          + rule(
              "breach",
              "@derives(Breach)",
              "Passage( $arn : towerArn, $account : account )"
                  + " not Moat( account == $account, depth > 5 )",
              "insert(new Breach($arn, $account));");

  private static final String CONTROLS =
      control("exists", "Tower", TOWER + "exists Gate( towerArn == $arn, open )")
          + control("absent", "Tower", TOWER + "not Gate( towerArn == $arn )")
          + control(
              "unguarded",
              "Tower",
              TOWER + "Gate( towerArn == $arn, $gate : arn ) not Guard( gateArn == $gate )")
          + control(
              "all-guarded",
              "Tower",
              TOWER + "forall( Gate( towerArn == $arn, $gate : arn ) Guard( gateArn == $gate ) )")
          + control(
              "many", "Tower", TOWER + "List( size > 1 ) from collect( Gate( towerArn == $arn ) )")
          + control(
              "counted",
              "Tower",
              TOWER
                  + "accumulate( Guard( towerArn == $arn, $g : arn ); $n : count( $g ); $n == 1 )")
          + control("asleep", "Tower", TOWER + "exists Guard( towerArn == $arn, !awake )")
          + control("dry", "Tower", TOWER + "not Moat( account == $account, depth > 0 )")
          + control("breached", "Tower", TOWER + "exists Breach( towerArn == $arn )")
          + control("not-breached", "Tower", TOWER + "not Breach( towerArn == $arn )")
          + control("watched", "Tower", TOWER + "Watch( arn == $arn, most < 1 )")
          + rule(
              "watched/unknown",
              "",
              TOWER + "Watch( arn == $arn, least < 1, most >= 1 )",
              "verdict.unknown($tower, \"guards unseen\");")
          + control(
              "copied",
              "Vault",
              "$vault : Vault( $copy : copyArn ) not ( Vault( arn == $copy ) and"
                  + " Lock( vaultArn == $copy, strong ) )")
          + control(
              "gated",
              "Moat",
              "$moat : Moat( $account : account ) exists Gate( account == $account, open )")
          + control("graded", "Tower", TOWER + "exists Gate( towerArn == $arn )")
          + rule(
              "graded/high\" extends \"graded",
              "@severity(HIGH)",
              "not Guard( towerArn == $arn, awake )",
              "verdict.fail($tower, \"y\", 1);")
          + rule(
              "graded/not-applicable",
              "",
              TOWER + "not Moat( account == $account, depth > 3 )",
              "verdict.notApplicable($tower, \"no moat\");");

  @SuppressWarnings("NullAway.Init") // by JUnit
  @TempDir
  static Path folder;

  @SuppressWarnings("NullAway.Init") // before all
  private static HardeningEngine engine;

  @BeforeAll
  static void build() throws IOException {
    engine = HardeningEngine.builder().rules(source("sound", DERIVED + WATCH + CONTROLS)).build();
  }

  private static RuleSource source(String name, String rules) throws IOException {
    Path place = Files.createDirectories(folder.resolve(name));
    Files.writeString(place.resolve("rules.drl"), HEADER + rules);
    return RuleSource.directory(place);
  }

  /** A small organization, of which nothing is missing. */
  private static Snapshot world(Random random) {
    List<Resource> facts = new ArrayList<>();
    List<Coverage.Area> areas = new ArrayList<>();
    for (String account : List.of("111111111111", "222222222222")) {
      areas.add(area(account, Resource.GLOBAL));
      if (random.nextBoolean()) {
        facts.add(new Castle.Moat("moat-" + account, account, Resource.GLOBAL, random.nextInt(10)));
      }
      for (int i = random.nextInt(3); i > 0; i--) {
        String arn = "vault-" + account + i;
        String copy = "vault-" + (random.nextBoolean() ? "111111111111" : "222222222222") + 1;
        facts.add(new Castle.Vault(arn, account, Resource.GLOBAL, copy));
        if (random.nextBoolean()) {
          facts.add(
              new Castle.Lock(arn + "/lock", account, Resource.GLOBAL, arn, random.nextBoolean()));
        }
      }
      for (String region : List.of("eu", "us")) {
        areas.add(area(account, region));
        for (int i = random.nextInt(3); i > 0; i--) {
          addTower(facts, account, region, i, random);
        }
      }
    }
    return new Snapshot(Instant.EPOCH, facts, new Coverage(areas), List.of());
  }

  private static void addTower(
      List<Resource> facts, String account, String region, int number, Random random) {
    String tower = "tower-" + account + region + number;
    facts.add(new Castle.Tower(tower, account, region, random.nextInt(10)));
    for (int i = random.nextInt(3); i > 0; i--) {
      String gate = tower + "/gate" + i;
      facts.add(new Castle.Gate(gate, account, region, tower, random.nextBoolean()));
      if (random.nextBoolean()) {
        facts.add(
            new Castle.Guard(gate + "/guard", account, region, tower, gate, random.nextBoolean()));
      }
    }
  }

  private static Coverage.Area area(String account, String region) {
    return new Coverage.Area(
        account,
        region,
        TYPES.stream()
            .map(FactType::of)
            .filter(type -> (type.scope() == ReadBy.Scope.REGION) != region.equals(Resource.GLOBAL))
            .map(FactType::name)
            .toList());
  }

  private static List<String> violations(HardeningEngine judged, int worlds) {
    List<String> found = new ArrayList<>();
    for (int seed = 0; seed < worlds; seed++) {
      Random random = new Random(seed);
      found.addAll(Soundness.violations(judged, world(random), random));
    }
    return found;
  }

  @Test
  void violations_ofRulesOfEveryKind_areNone() {
    assertThat(violations(engine, 300)).isEmpty();
  }

  @Test
  void worlds_haveEveryStatus() {
    Set<Status> seen = EnumSet.noneOf(Status.class);
    for (int seed = 0; seed < 20; seed++) {
      engine.evaluate(world(new Random(seed))).findings().forEach(f -> seen.add(f.status()));
    }
    assertThat(seen).contains(Status.PASS, Status.FAIL, Status.NOT_APPLICABLE);
  }

  @Test
  void violations_whenTheEngineIgnoresNegation_areFound() throws IOException {
    HardeningEngine broken =
        Unsound.ignoringNegation(source("unsound", DERIVED + WATCH + CONTROLS));

    List<String> found = violations(broken, 50);

    assertThat(found)
        .anyMatch(text -> text.matches("absent on tower-\\S+ said PASS and now says FAIL with .*"));
    assertThat(found)
        .anyMatch(text -> text.matches("not-breached on .* said \\w+ and now says .*"));
  }

  @Test
  void violations_whenADerivationDecidesWithoutItsDoubt_areFound() throws IOException {
    String careless =
        rule(
            "watch",
            "@decides(Watch)",
            "$tower : Tower( $arn : arn ) $guards : List() from collect( Guard( towerArn == $arn ) )",
            "insert(Watch.of($tower, $guards, List.of()));");
    HardeningEngine broken =
        HardeningEngine.builder().rules(source("careless", careless + DERIVED + CONTROLS)).build();

    assertThat(violations(broken, 50))
        .isNotEmpty()
        .allMatch(text -> text.startsWith("watched on "));
  }
}
