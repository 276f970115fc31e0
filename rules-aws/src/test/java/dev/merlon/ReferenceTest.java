/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.fact.Resource;
import dev.merlon.rules.AwsRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.drools.modelcompiler.KieBaseBuilder;
import org.junit.jupiter.api.Test;
import org.kie.api.KieBase;
import org.kie.api.definition.KiePackage;
import org.kie.api.definition.rule.Rule;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;

/**
 * Compares the engine with a slow reference that shares none of its machinery: one session for each
 * turn of derivations, the derived facts carried over by hand, facts in random order, and verdicts
 * counted out one by one. Only for snapshots of which nothing is missing; {@link SoundnessTest} has
 * the others.
 */
final class ReferenceTest {

  private static final int WORLDS = 150;

  private static final HardeningEngine ENGINE =
      HardeningEngine.builder().rules(AwsRules.all()).build();
  private static final KieBase BASE =
      KieBaseBuilder.createKieBaseFromModel(AwsRules.all().load().models());
  private static final Parameters PARAMETERS = Parameters.none().resolve(ENGINE.controls());

  /** One firing; what it shows is the reason, or the evidence. */
  private record Said(String rule, Resource subject, Map<String, String> evidence) {}

  /** Writes down what is said, by rule. */
  private static final class Listener extends DefaultAgendaEventListener implements Verdict {
    final List<Said> said = new ArrayList<>();
    private String rule = "";

    @Override
    public void beforeMatchFired(BeforeMatchFiredEvent event) {
      rule = event.getMatch().getRule().getName();
    }

    @Override
    public void fail(Resource subject, String attribute, Object observed) {
      said.add(new Said(rule, subject, Map.of(attribute, observed.toString())));
    }

    @Override
    public void fail(Resource subject, Map<String, ?> evidence) {
      Map<String, String> texts = new TreeMap<>();
      evidence.forEach((name, value) -> texts.put(name, value.toString()));
      said.add(new Said(rule, subject, texts));
    }

    @Override
    public void notApplicable(Resource subject, String reason) {
      said.add(new Said(rule, subject, Map.of("", reason)));
    }

    @Override
    public void unknown(Resource subject, String reason) {
      said.add(new Said(rule, subject, Map.of("", reason)));
    }
  }

  @Test
  void turns_haveEveryDerivationOnce() {
    List<String> inTurns = new ArrayList<>();
    Derived.TURNS.forEach(inTurns::addAll);
    assertThat(inTurns)
        .as("derivations; add a new one to Derived.TURNS, after those whose facts it reads")
        .containsExactlyInAnyOrderElementsOf(
            rules().values().stream()
                .filter(ReferenceTest::isDerivation)
                .map(Rule::getName)
                .toList());
  }

  @Test
  void reports_onRandomWorlds_areThoseOfASessionForEachTurn() {
    for (long seed = 0; seed < WORLDS; seed++) {
      Snapshot snapshot = RandomWorld.of(seed);
      SortedMap<String, String> expected = reference(snapshot, new Random(seed));
      SortedMap<String, String> actual = new TreeMap<>();
      for (Finding finding : ENGINE.evaluate(snapshot).findings()) {
        if (isOfAFact(finding, snapshot)) {
          actual.put(
              finding.controlId() + " " + key(finding.arn(), finding.account(), finding.region()),
              finding.status()
                  + (finding.status() == Status.FAIL
                      ? " " + finding.severity() + " " + finding.evidence()
                      : ""));
        }
      }
      assertThat(actual).as("world %d", seed).isEqualTo(expected).isNotEmpty();
    }
  }

  /** Where there is nothing to judge, the engine speaks of the account; the reference does not. */
  private static boolean isOfAFact(Finding finding, Snapshot snapshot) {
    String type =
        ENGINE.controls().stream()
            .filter(control -> control.id().equals(finding.controlId()))
            .map(Control::resourceType)
            .findFirst()
            .orElseThrow();
    return snapshot.facts().stream()
        .anyMatch(
            fact ->
                fact.getClass().getSimpleName().equals(type)
                    && fact.arn().equals(finding.arn())
                    && fact.account().equals(finding.account()));
  }

  private static SortedMap<String, String> reference(Snapshot snapshot, Random random) {
    List<Object> facts = new ArrayList<>(snapshot.facts());
    Set<String> derivations = new HashSet<>();
    for (Set<String> turn : Derived.TURNS) {
      Collections.shuffle(facts, random);
      facts = new ArrayList<>(fire(snapshot, facts, turn, new Listener()));
      derivations.addAll(turn);
    }
    Set<String> others = new HashSet<>(rules().keySet());
    others.removeAll(derivations);
    Listener listener = new Listener();
    Collections.shuffle(facts, random);
    fire(snapshot, facts, others, listener);

    SortedMap<String, String> verdicts = new TreeMap<>();
    for (Control control : ENGINE.controls()) {
      for (Resource subject : snapshot.facts()) {
        if (subject.getClass().getSimpleName().equals(control.resourceType())) {
          verdicts.put(
              control.id() + " " + key(subject.arn(), subject.account(), subject.region()),
              verdict(control.id(), subject, listener.said));
        }
      }
    }
    return verdicts;
  }

  private static List<Object> fire(
      Snapshot snapshot, List<Object> facts, Set<String> rules, Listener listener) {
    return Derived.fire(
        BASE,
        facts,
        rules,
        session -> {
          session.setGlobal("asOf", snapshot.takenAt());
          session.setGlobal("verdict", listener);
          session.setGlobal("parameters", PARAMETERS);
          session.addEventListener(listener);
        });
  }

  /** Not applicable before unknown before fail, and what nobody objects to passes. */
  private static String verdict(String control, Resource subject, List<Said> said) {
    boolean notApplicable = false;
    boolean unknown = false;
    Severity severity = null;
    SortedMap<String, SortedMap<String, String>> evidence = new TreeMap<>();
    for (Said one : said) {
      if (one.rule().split("/", 2)[0].equals(control) && one.subject().equals(subject)) {
        if (one.rule().startsWith(control + "/not-applicable")) {
          notApplicable = true;
        } else if (one.rule().startsWith(control + "/unknown")) {
          unknown = true;
        } else {
          Severity graded = severity(one.rule(), control);
          severity = severity == null || graded.compareTo(severity) > 0 ? graded : severity;
          one.evidence()
              .forEach(
                  (name, value) ->
                      evidence.computeIfAbsent(name, n -> new TreeMap<>()).put(value, value));
        }
      }
    }
    if (notApplicable || unknown) {
      return notApplicable ? "NOT_APPLICABLE" : "UNKNOWN";
    }
    if (severity == null) {
      return "PASS";
    }
    SortedMap<String, String> joined = new TreeMap<>();
    evidence.forEach((name, values) -> joined.put(name, String.join(", ", values.keySet())));
    return "FAIL " + severity + " " + joined;
  }

  private static Severity severity(String rule, String control) {
    Map<String, Object> tags = Objects.requireNonNull(rules().get(rule)).getMetaData();
    Object own = tags.get("severity");
    return own != null ? Severity.valueOf(own.toString()) : severity(control, control);
  }

  private static boolean isDerivation(Rule rule) {
    return rule.getMetaData().containsKey("derives") || rule.getMetaData().containsKey("decides");
  }

  private static SortedMap<String, Rule> rules() {
    SortedMap<String, Rule> rules = new TreeMap<>();
    for (KiePackage in : BASE.getKiePackages()) {
      in.getRules().forEach(rule -> rules.put(rule.getName(), rule));
    }
    return rules;
  }

  private static String key(String arn, String account, String region) {
    return String.join(" ", arn, account, region);
  }

  @Test
  void report_ofFactsInAnyOrder_isTheSame() {
    for (long seed = 0; seed < 20; seed++) {
      Snapshot snapshot = RandomWorld.of(seed);
      List<Resource> facts = new ArrayList<>(snapshot.facts());
      Collections.shuffle(facts, new Random(seed));
      Snapshot shuffled =
          new Snapshot(snapshot.takenAt(), facts, snapshot.coverage(), snapshot.gaps());
      assertThat(ENGINE.evaluate(shuffled).toString())
          .isEqualTo(ENGINE.evaluate(snapshot).toString());
    }
  }

  @Test
  void worlds_ofOneSeed_areEqual() {
    assertThat(RandomWorld.of(7)).isEqualTo(RandomWorld.of(7)).isNotEqualTo(RandomWorld.of(8));
    assertThat(new TreeSet<>(RandomWorld.madeTypes())).isNotEmpty();
  }
}
