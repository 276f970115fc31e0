/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import dev.merlon.fact.Resource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.modelcompiler.constraints.ConstraintEvaluationException;
import org.kie.api.KieBase;
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
   * @param failures the reasons of the rules left out, by qualified name
   */
  record Outcome(List<VerdictRecorder.Call> calls, SortedMap<String, String> failures) {}

  private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

  private final RuleBook book;
  private final Map<String, Object> globals;
  private final List<Resource> facts;
  private final List<Gap> gaps;

  RuleRunner(RuleBook book, Parameters parameters, Snapshot snapshot, List<Gap> gaps) {
    this.book = book;
    this.globals = Map.of("parameters", parameters, "asOf", snapshot.takenAt());
    this.facts = snapshot.facts();
    this.gaps = gaps;
  }

  Outcome run() {
    SortedMap<String, String> failures = new TreeMap<>();
    while (true) {
      Set<String> dropped = failures.keySet();
      try {
        return new Outcome(fire(book.without(dropped)), failures);
      } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
        Set<String> guilty = blame(e);
        guilty.removeAll(dropped);
        if (guilty.isEmpty()) {
          guilty = tryOneByOne(dropped);
        }
        if (guilty.isEmpty()) {
          // no single rule does it: none of them can be trusted on this snapshot
          book.rules().forEach(rule -> failures.putIfAbsent(rule.qualifiedName(), reason(e)));
          return new Outcome(List.of(), failures);
        }
        guilty.forEach(name -> failures.put(name, reason(e)));
      }
    }
  }

  private List<VerdictRecorder.Call> fire(KieBase rules) {
    VerdictRecorder recorder = new VerdictRecorder(book);
    KieSession session = rules.newKieSession();
    try {
      for (String global : book.globals()) {
        session.setGlobal(global, global.equals("verdict") ? recorder : globals.get(global));
      }
      session.addEventListener((org.kie.api.event.rule.AgendaEventListener) recorder);
      session.addEventListener((org.kie.api.event.rule.RuleRuntimeEventListener) recorder);
      facts.forEach(session::insert);
      gaps.forEach(session::insert);
      session.fireAllRules();
      return recorder.calls();
    } finally {
      session.dispose();
    }
  }

  /** Drools names the rule of a consequence, and at most ten of those that share a constraint. */
  private Set<String> blame(Throwable thrown) {
    Set<String> guilty = new TreeSet<>();
    for (Throwable cause = thrown; cause != null && guilty.isEmpty(); cause = cause.getCause()) {
      if (cause instanceof ConsequenceException consequence && consequence.getRule() != null) {
        guilty.add(consequence.getRule().getPackageName() + "." + consequence.getRule().getName());
      } else if (cause instanceof ConstraintEvaluationException) {
        Set<String> quoted = new HashSet<>();
        Matcher names = QUOTED.matcher(String.valueOf(cause.getMessage()));
        while (names.find()) {
          quoted.add(names.group(1));
        }
        book.rules().stream()
            .filter(rule -> quoted.contains(rule.name()))
            .forEach(rule -> guilty.add(rule.qualifiedName()));
      }
    }
    return guilty;
  }

  /** For what Drools does not name: which rule throws with nothing but what it stands on? */
  private Set<String> tryOneByOne(Set<String> dropped) {
    Set<String> guilty = new TreeSet<>();
    for (AnalysedRule rule : book.rules()) {
      if (!dropped.contains(rule.qualifiedName())) {
        try {
          fire(book.alone(rule));
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
          guilty.add(rule.qualifiedName());
        }
      }
    }
    // a rule that throws because of a derivation beneath it is not guilty itself
    Set<String> derivations = new TreeSet<>(guilty);
    derivations.removeIf(name -> book.rule(name).kind() != AnalysedRule.Kind.DERIVATION);
    return derivations.isEmpty() ? guilty : derivations;
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
