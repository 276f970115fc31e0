/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.fact.FactType;
import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;
import dev.merlon.rules.AwsRules;
import dev.merlon.testing.Soundness;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What is missing makes verdicts UNKNOWN and changes none: over random snapshots and gaps. */
final class SoundnessTest {

  private static final int WORLDS = 1600;
  private static final int WORLDS_WITHOUT_NEGATION = 200;
  private static final int WORLDS_TO_HALVE = 30;
  private static final int WORLDS_TO_MEASURE = 200;
  private static final int COMPLETIONS = 5;

  /** Values at which more branches can be reached than by the defaults. */
  private static final Parameters OTHER =
      Parameters.of(
          Map.of(),
          Map.ofEntries(
              Map.entry("sg-rule-budget", Map.of("maxRules", 2)),
              Map.entry(
                  "sg-no-wide-public-cidr",
                  Map.of(
                      "includeEgress", true, "minPrefixV4", 24, "trustedPrefixLists", "partners")),
              Map.entry(
                  "sg-open-only-authorized-ports",
                  Map.of("authorizedUdpPorts", "3389", "allowedEniTypes", "vpc_endpoint")),
              Map.entry("org-account-in-organization", Map.of("expectedOrganizationIds", "o-ours")),
              Map.entry("org-accounts-in-ous", Map.of("requiredOus", "Security")),
              Map.entry(
                  "org-delegated-admin-trusted",
                  Map.of("trustedDelegatedAdministrators", "444455556666")),
              Map.entry(
                  "org-management-policies-attached", Map.of("requiredPolicyTypes", "TAG_POLICY")),
              Map.entry("org-scp-region-restriction", Map.of("approvedRegions", "eu-west-1")),
              Map.entry(
                  "root-scp-denies-root-actions", Map.of("treatCentralRootAsEquivalent", false)),
              Map.entry("root-alternate-contacts", Map.of("requireDistinct", true)),
              Map.entry(
                  "root-password-policy-strength",
                  Map.of("notApplicableWithoutConsoleUsers", false)),
              Map.entry("mfa-hardware-for-privileged", Map.of("scope", "all")),
              Map.entry("mfa-api-enforced", Map.of("requiredFor", "all")),
              Map.entry("mfa-federation-preferred", Map.of("maxConsoleUsers", 0))));

  private static final HardeningEngine ENGINE =
      HardeningEngine.builder().rules(AwsRules.all()).build();
  private static final List<HardeningEngine> ENGINES = List.of(ENGINE, ENGINE.with(OTHER));

  @Test
  void factTypes_thatControlsRead_areAllMade() {
    Set<String> read = new TreeSet<>();
    ENGINE.factTypes().forEach(type -> read.add(type.name()));
    read.removeAll(RandomWorld.madeTypes());
    assertThat(read)
        .as("fact types that no ServiceWorld makes; write one and name it in RandomWorld")
        .isEmpty();
  }

  @Test
  void verdicts_withAnyReadsMissing_areTheSameOrUnknown() {
    List<String> found =
        LongStream.range(0, WORLDS)
            .parallel()
            .boxed()
            .flatMap(seed -> violations(ENGINES.get((int) (seed % ENGINES.size())), seed).stream())
            .toList();
    assertThat(found).isEmpty();
  }

  @Test
  void verdicts_whenNegationIsIgnored_areNoticedToBeWrong() {
    HardeningEngine broken =
        HardeningEngine.builder().rules(AwsRules.all()).ignoringNegation().build();
    List<String> found = new ArrayList<>();
    for (long seed = 0; seed < WORLDS_WITHOUT_NEGATION && found.isEmpty(); seed++) {
      found.addAll(wrongWithHalf(broken, RandomWorld.of(seed), new Random(seed)));
    }
    assertThat(found).isNotEmpty();
  }

  @Test
  void verdicts_withHalfOfATypeMissing_areTheSameOrUnknown() {
    List<String> found =
        LongStream.range(0, WORLDS_TO_HALVE)
            .parallel()
            .boxed()
            .flatMap(
                seed ->
                    wrongWithHalf(
                        ENGINES.get((int) (seed % ENGINES.size())),
                        RandomWorld.of(seed),
                        new Random(seed))
                        .stream())
            .toList();
    assertThat(found).isEmpty();
  }

  private static List<String> violations(HardeningEngine engine, long seed) {
    return Soundness.violations(engine, RandomWorld.of(seed), new Random(~seed)).stream()
        .map(violation -> "world " + seed + ": " + violation)
        .toList();
  }

  /**
   * Verdicts that change although half of one type's facts in one place are missing, and said so.
   */
  private static List<String> wrongWithHalf(
      HardeningEngine engine, Snapshot complete, Random random) {
    List<String> wrong = new ArrayList<>();
    Map<String, Finding> before = byKey(engine.evaluate(complete));
    for (FactType type : engine.factTypes()) {
      for (Coverage.Area place : placesOf(type, complete)) {
        Snapshot cut =
            without(
                complete, type, place, fact -> !isIn(fact, type, place) || random.nextBoolean());
        byKey(engine.evaluate(cut))
            .forEach(
                (key, now) -> {
                  Finding old = before.get(key);
                  if (old != null
                      && now.status() != old.status()
                      && now.status() != Status.UNKNOWN) {
                    wrong.add(key + " said " + old.status() + " and now " + now.status());
                  }
                });
      }
    }
    return wrong;
  }

  /**
   * One type is missing in one place. Every control says each status somewhere, so that the
   * property is not empty; and the share of verdicts that become UNKNOWN is printed, with the part
   * of it that none of some random completions could change.
   */
  @Test
  void verdicts_withOneReadMissing_areNotAllUnknown() {
    List<Measure> measures =
        LongStream.range(0, WORLDS_TO_MEASURE).parallel().mapToObj(SoundnessTest::measure).toList();
    Measure all = new Measure();
    measures.forEach(all::add);
    System.out.println(all);
    for (Control control : ENGINE.controls()) {
      assertThat(all.said.get(control.id()))
          .as("statuses of %s in complete worlds", control.id())
          .contains(Status.FAIL, Status.PASS, Status.NOT_APPLICABLE);
      assertThat(all.said.get(control.id()))
          .as("statuses of %s where something is missing", control.id())
          .contains(Status.UNKNOWN);
    }
    assertThat(all.unknown).isPositive().isLessThan(all.verdicts);
  }

  /** What a missing read does to verdicts. */
  private static final class Measure {
    int verdicts;
    int touched;
    int unknown;
    int needless;
    final Map<String, EnumSet<Status>> said = new TreeMap<>();

    void say(Finding finding) {
      said.computeIfAbsent(finding.controlId(), id -> EnumSet.noneOf(Status.class))
          .add(finding.status());
    }

    void add(Measure other) {
      verdicts += other.verdicts;
      touched += other.touched;
      unknown += other.unknown;
      needless += other.needless;
      other.said.forEach(
          (id, statuses) ->
              said.computeIfAbsent(id, key -> EnumSet.noneOf(Status.class)).addAll(statuses));
    }

    @Override
    public String toString() {
      return String.format(
          "precision: one read missing in one place; of %d verdicts there on controls that read it,"
              + " %d (%d %%) become UNKNOWN, %d (%d %% of these) changed in none of %d completions",
          touched,
          unknown,
          100 * unknown / Math.max(touched, 1),
          needless,
          100 * needless / Math.max(unknown, 1),
          COMPLETIONS);
    }
  }

  private static Measure measure(long seed) {
    Random random = new Random(seed);
    Snapshot complete = RandomWorld.of(seed);
    List<FactType> types = ENGINE.factTypes();
    FactType type = types.get(random.nextInt(types.size()));
    List<Coverage.Area> places = placesOf(type, complete);
    Coverage.Area place = places.get(random.nextInt(places.size()));
    HardeningEngine engine = ENGINES.get((int) (seed % ENGINES.size()));
    Map<String, Finding> before = byKey(engine.evaluate(complete));
    Map<String, Finding> after =
        byKey(engine.evaluate(without(complete, type, place, fact -> !isIn(fact, type, place))));
    List<Map<String, Finding>> completions = new ArrayList<>();
    for (int i = 1; i <= COMPLETIONS; i++) {
      Snapshot other = RandomWorld.of(seed + (long) i * WORLDS);
      completions.add(byKey(engine.evaluate(completed(complete, other, type, place))));
    }
    Set<String> reading = new TreeSet<>();
    ENGINE.controls().stream()
        .filter(control -> control.reads().contains(type.name()))
        .forEach(control -> reading.add(control.id()));
    Measure measure = new Measure();
    before.forEach(
        (key, old) -> {
          measure.say(old);
          Finding now = after.get(key);
          measure.verdicts++;
          if (now == null || old.status() == Status.UNKNOWN) {
            return;
          }
          measure.say(now);
          if (reading.contains(old.controlId()) && isIn(old, type, place)) {
            measure.touched++;
            if (now.status() == Status.UNKNOWN) {
              measure.unknown++;
              boolean same =
                  completions.stream()
                      .allMatch(
                          completion -> {
                            Finding then = completion.get(key);
                            return then != null && then.status() == old.status();
                          });
              measure.needless += same ? 1 : 0;
            }
          }
        });
    after.values().forEach(measure::say);
    return measure;
  }

  private static boolean isIn(Finding finding, FactType type, Coverage.Area place) {
    return finding.account().equals(place.account())
        && (type.scope() != ReadBy.Scope.REGION || finding.region().equals(place.region()));
  }

  private static boolean isIn(Resource fact, FactType type, Coverage.Area place) {
    return type.type().isInstance(fact)
        && fact.account().equals(place.account())
        && fact.region().equals(place.region());
  }

  private static List<Coverage.Area> placesOf(FactType type, Snapshot complete) {
    return complete.coverage().areas().stream()
        .filter(area -> area.factTypes().contains(type.name()))
        .toList();
  }

  private static Snapshot without(
      Snapshot complete, FactType type, Coverage.Area place, Predicate<Resource> kept) {
    List<Coverage.Area> areas = new ArrayList<>(complete.coverage().areas());
    areas.remove(place);
    List<String> others = new ArrayList<>(place.factTypes());
    others.remove(type.name());
    areas.add(new Coverage.Area(place.account(), place.region(), others));
    return new Snapshot(
        complete.takenAt(),
        complete.facts().stream().filter(kept).toList(),
        new Coverage(areas),
        List.of(new Gap(type.name(), place.account(), place.region(), null, "denied")));
  }

  /** The same world, but with another world's facts of one type in one place. */
  private static Snapshot completed(
      Snapshot complete, Snapshot other, FactType type, Coverage.Area place) {
    List<Resource> facts = new ArrayList<>();
    complete.facts().stream().filter(fact -> !isIn(fact, type, place)).forEach(facts::add);
    other.facts().stream().filter(fact -> isIn(fact, type, place)).forEach(facts::add);
    return new Snapshot(complete.takenAt(), facts, complete.coverage(), List.of());
  }

  private static Map<String, Finding> byKey(Report report) {
    Map<String, Finding> findings = new HashMap<>();
    report
        .findings()
        .forEach(
            finding ->
                findings.put(
                    finding.controlId()
                        + " "
                        + finding.arn()
                        + " "
                        + finding.account()
                        + " "
                        + finding.region(),
                    finding));
    return findings;
  }
}
