/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import dev.merlon.fact.Resource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.modelcompiler.constraints.ConstraintEvaluationException;
import org.kie.api.KieBase;
import org.kie.api.event.rule.AgendaEventListener;
import org.kie.api.event.rule.RuleRuntimeEventListener;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.ConsequenceException;

/**
 * Fires the rules over one snapshot. A rule that throws is left out and the rest runs again, until
 * all that are left have run; what was left out is told, with the reason.
 */
final class RuleRunner {

  /**
   * What came of it.
   *
   * @param globals what the rules were given beside facts, by name
   * @param failures the reasons of the rules left out, by qualified name
   */
  record Outcome(
      List<VerdictRecorder.Call> calls,
      SortedMap<String, String> failures,
      Map<String, Object> globals) {}

  /** How Drools names the rules of a constraint, after the constraint itself. */
  private static final Pattern RULES = Pattern.compile("\\[Rule ((?:\"[^\"]+\"(?:, )?)+)");

  private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

  private final RuleBook book;
  private final Map<String, Object> globals;
  private final List<Resource> facts;
  private final List<Gap> gaps;

  RuleRunner(RuleBook book, Parameters parameters, Snapshot snapshot, List<Gap> gaps) {
    this.book = book;
    this.globals = Map.of("parameters", parameters, "asOf", snapshot.takenAt());
    this.facts = read(snapshot.facts(), book);
    this.gaps = gaps;
  }

  /** Leaves out the facts that no rule reads: they cost time and memory. */
  private static List<Resource> read(List<Resource> facts, RuleBook book) {
    Set<Class<?>> types = new HashSet<>();
    book.factTypes().values().forEach(type -> types.add(type.type()));
    return facts.stream().filter(fact -> types.contains(fact.getClass())).toList();
  }

  Outcome run() {
    SortedMap<String, String> failures = new TreeMap<>();
    while (true) {
      Set<String> dropped = failures.keySet();
      try {
        return new Outcome(fire(book.without(dropped)), failures, globals);
      } catch (RuntimeException | Error e) {
        passOn(e);
        Map<String, String> guilty = blame(e);
        guilty.keySet().removeAll(dropped);
        if (guilty.isEmpty()) {
          guilty = search(dropped);
        }
        if (guilty.isEmpty()) {
          // no single rule does it: none of them can be trusted on this snapshot
          book.rules().forEach(rule -> failures.putIfAbsent(rule.qualifiedName(), reason(e)));
          return new Outcome(List.of(), failures, globals);
        }
        failures.putAll(guilty);
      }
    }
  }

  /** What is wrong with the machine and not with a rule. */
  private static void passOn(Throwable thrown) {
    if (thrown instanceof VirtualMachineError error && !(error instanceof StackOverflowError)) {
      throw error;
    }
  }

  private List<VerdictRecorder.Call> fire(KieBase rules) {
    VerdictRecorder recorder = new VerdictRecorder(book);
    KieSession session = rules.newKieSession();
    try {
      for (String global : book.globals()) {
        session.setGlobal(global, global.equals("verdict") ? recorder : globals.get(global));
      }
      session.addEventListener((AgendaEventListener) recorder);
      session.addEventListener((RuleRuntimeEventListener) recorder);
      facts.forEach(session::insert);
      gaps.forEach(session::insert);
      int fired = session.fireAllRules();
      while (fired > 0) {
        // a rule may have halted the session: the others still have their say
        fired = session.fireAllRules();
      }
      return recorder.calls();
    } finally {
      session.dispose();
    }
  }

  /** Drools names the rule of a consequence, and at most ten of those that share a constraint. */
  private Map<String, String> blame(Throwable thrown) {
    Set<String> names = new HashSet<>();
    for (Throwable cause = thrown; cause != null && names.isEmpty(); cause = cause.getCause()) {
      if (cause instanceof ConsequenceException consequence && consequence.getRule() != null) {
        names.add(consequence.getRule().getName());
      } else if (cause instanceof ConstraintEvaluationException) {
        String message = String.valueOf(cause.getMessage());
        Matcher rules = RULES.matcher(message.substring(1 + message.lastIndexOf("' in [Rule ")));
        while (rules.find()) {
          QUOTED.matcher(rules.group(1)).results().forEach(name -> names.add(name.group(1)));
        }
      }
    }
    Map<String, String> guilty = new TreeMap<>();
    for (AnalysedRule rule : book.rules()) {
      if (names.contains(rule.name())) {
        guilty.put(rule.qualifiedName(), reason(thrown));
      }
    }
    return guilty;
  }

  /**
   * For what Drools does not name: which rules throw, with nothing but what they stand on? A rule
   * is not guilty of what a derivation beneath it does.
   */
  private Map<String, String> search(Set<String> dropped) {
    List<AnalysedRule> derivations = new ArrayList<>();
    List<AnalysedRule> others = new ArrayList<>();
    for (AnalysedRule rule : book.rules()) {
      if (!dropped.contains(rule.qualifiedName())) {
        (rule.kind() == AnalysedRule.Kind.DERIVATION ? derivations : others).add(rule);
      }
    }
    Map<String, String> guilty = new TreeMap<>();
    search(derivations, guilty);
    Set<String> all = Set.copyOf(guilty.keySet());
    guilty
        .keySet()
        .removeIf(
            name ->
                book.beneath(book.rule(name)).stream()
                    .anyMatch(beneath -> all.contains(beneath.qualifiedName())));
    if (guilty.isEmpty()) {
      search(others, guilty);
    }
    return guilty;
  }

  /** By halves: most rules are innocent. */
  private void search(List<AnalysedRule> suspects, Map<String, String> guilty) {
    if (suspects.isEmpty()) {
      return;
    }
    try {
      fire(book.just(suspects));
    } catch (RuntimeException | Error e) {
      passOn(e);
      int middle = suspects.size() / 2;
      if (middle == 0) {
        guilty.put(suspects.get(0).qualifiedName(), reason(e));
      } else {
        search(suspects.subList(0, middle), guilty);
        search(suspects.subList(middle, suspects.size()), guilty);
      }
    }
  }

  private static String reason(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = root.getMessage();
    return root.getClass().getSimpleName() + (message == null ? "" : ": " + message);
  }
}
