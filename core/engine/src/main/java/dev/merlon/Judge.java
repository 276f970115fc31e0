/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import dev.merlon.AnalysedRule.Kind;
import dev.merlon.fact.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Decides the statuses of one snapshot from what fired and what is missing. For each rule of a
 * control and each subject:
 *
 * <table>
 *   <caption>What a rule says</caption>
 *   <tr><th>the rule<th>something missing<th>says
 *   <tr><td>fired<td>that could unsay it (negative): no<td>yes
 *   <tr><td>fired<td>that could unsay it: yes<td>perhaps
 *   <tr><td>did not fire<td>that could make it fire (positive): no<td>no
 *   <tr><td>did not fire<td>that could make it fire: yes<td>perhaps
 * </table>
 *
 * <p>{@code not-applicable} rules are asked first, then {@code unknown}, then the others; the first
 * yes decides, a perhaps before it makes UNKNOWN, all no is PASS.
 */
final class Judge {

  /** Facts that say the same of the same resource are one subject. */
  private record Subject(String arn, String account, String region) {
    static Subject of(Resource fact) {
      return new Subject(fact.arn(), fact.account(), fact.region());
    }
  }

  private final RuleBook book;
  private final Ignorance ignorance;
  private final Map<String, Object> globals;
  private final SortedMap<String, String> failures;
  private final Map<Class<?>, Map<Subject, List<Resource>>> subjects = new HashMap<>();
  private final Map<String, Map<Subject, List<VerdictRecorder.Call>>> callsByRule = new HashMap<>();

  Judge(RuleBook book, Snapshot snapshot, Ignorance ignorance, RuleRunner.Outcome outcome) {
    this.book = book;
    this.ignorance = ignorance;
    this.globals = outcome.globals();
    this.failures = outcome.failures();
    for (Control control : book.controls().values()) {
      subjects.put(book.resourceType(control.id()), new LinkedHashMap<>());
    }
    for (Resource fact : snapshot.facts()) {
      Map<Subject, List<Resource>> ofType = subjects.get(fact.getClass());
      if (ofType != null) {
        ofType.merge(Subject.of(fact), List.of(fact), Judge::both);
      }
    }
    for (VerdictRecorder.Call call : outcome.calls()) {
      callsByRule
          .computeIfAbsent(call.rule().qualifiedName(), name -> new HashMap<>())
          .computeIfAbsent(Subject.of(call.subject()), subject -> new ArrayList<>())
          .add(call);
    }
  }

  private static List<Resource> both(List<Resource> some, List<Resource> more) {
    List<Resource> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    book.controls().values().forEach(control -> addFindings(control, findings));
    findings.sort(null);
    return findings;
  }

  private void addFindings(Control control, List<Finding> findings) {
    Set<String> accounts = new HashSet<>();
    Map<Subject, List<Resource>> inScope =
        subjects.getOrDefault(book.resourceType(control.id()), Map.of());
    List<Asked> rules = book.rulesOf(control.id()).stream().map(Asked::new).toList();
    String broken = broken(control);
    inScope.forEach(
        (subject, facts) -> {
          accounts.add(subject.account());
          findings.add(
              broken.isEmpty()
                  ? judge(control, rules, subject, facts)
                  : finding(
                      control, subject, Status.UNKNOWN, control.severity(), broken, Map.of()));
        });
    unseen(control)
        .forEach(
            (subject, gaps) -> {
              accounts.add(subject.account());
              if (!inScope.containsKey(subject)) {
                findings.add(
                    finding(
                        control,
                        subject,
                        Status.UNKNOWN,
                        control.severity(),
                        Missing.of(gaps).describe(),
                        Map.of()));
              }
            });
    for (String account : ignorance.accounts()) {
      if (!accounts.contains(account)) {
        findings.add(
            finding(
                control,
                new Subject(accountArn(account), account, Resource.GLOBAL),
                Status.NOT_APPLICABLE,
                control.severity(),
                "there is no " + control.resourceType() + " in what was read of the account",
                Map.of()));
      }
    }
  }

  /** Where what the control judges could not be read, one subject for each account and Region. */
  private Map<Subject, List<Gap>> unseen(Control control) {
    Map<Subject, List<Gap>> unseen = new LinkedHashMap<>();
    for (Gap gap : ignorance.unseen(control.resourceType())) {
      String arn = gap.arn() == null ? accountArn(gap.account()) : gap.arn();
      unseen
          .computeIfAbsent(
              new Subject(arn, gap.account(), gap.region()), subject -> new ArrayList<>())
          .add(gap);
    }
    return unseen;
  }

  /** The rules of a control that threw; empty if none did. */
  private String broken(Control control) {
    return String.join(
        "; ",
        book.rulesOf(control.id()).stream()
            .filter(rule -> failures.containsKey(rule.qualifiedName()))
            .map(
                rule ->
                    "rule \"" + rule.name() + "\" failed: " + failures.get(rule.qualifiedName()))
            .toList());
  }

  /** A rule, with what this snapshot lacks of what it reads. */
  private final class Asked {
    final AnalysedRule rule;
    final Map<String, Set<Reads.Reach>> positive;
    final Map<String, Set<Reads.Reach>> negative;
    final String brokenBeneath;
    final Map<Subject, List<VerdictRecorder.Call>> calls;

    Asked(AnalysedRule rule) {
      this.rule = rule;
      Reads reads = book.readsOf(rule);
      this.positive = ignorance.relevant(reads.positive());
      this.negative = ignorance.relevant(reads.negative());
      this.brokenBeneath = failures.isEmpty() ? "" : brokenBeneath(rule);
      this.calls = callsByRule.getOrDefault(rule.qualifiedName(), Map.of());
    }

    private String brokenBeneath(AnalysedRule rule) {
      return String.join(
          "; ",
          book.beneath(rule).stream()
              .filter(beneath -> failures.containsKey(beneath.qualifiedName()))
              .map(
                  beneath ->
                      "derivation \""
                          + beneath.name()
                          + "\" failed: "
                          + failures.get(beneath.qualifiedName()))
              .sorted()
              .toList());
    }

    List<VerdictRecorder.Call> calls(Subject subject) {
      return calls.getOrDefault(subject, List.of());
    }

    /** Why the answer is only perhaps; empty if it is yes or no. */
    String doubt(List<Resource> facts, boolean fired) {
      Map<String, Set<Reads.Reach>> types = fired ? negative : positive;
      if (brokenBeneath.isEmpty() && types.isEmpty()) {
        return "";
      }
      Missing missing = Missing.NOTHING;
      boolean admitted = false;
      for (Resource fact : facts) {
        if (fired || rule.admits().test(fact, globals)) {
          admitted = true;
          missing = missing.orMore(ignorance.reaching(types, fact));
        }
      }
      return admitted && !brokenBeneath.isEmpty() ? brokenBeneath : missing.describe();
    }
  }

  private Finding judge(Control control, List<Asked> rules, Subject subject, List<Resource> facts) {
    Set<String> doubts = new TreeSet<>();
    Set<String> reasons = new TreeSet<>();
    for (Asked asked : rules) {
      if (asked.rule.kind() == Kind.NOT_APPLICABLE) {
        List<VerdictRecorder.Call> calls = asked.calls(subject);
        String doubt = asked.doubt(facts, !calls.isEmpty());
        if (!doubt.isEmpty()) {
          doubts.add(doubt);
        } else {
          calls.forEach(call -> reasons.add(call.reason()));
        }
      }
    }
    if (!reasons.isEmpty()) {
      return finding(
          control,
          subject,
          Status.NOT_APPLICABLE,
          control.severity(),
          String.join("; ", reasons),
          Map.of());
    }
    for (Asked asked : rules) {
      if (asked.rule.kind() == Kind.UNKNOWN) {
        List<VerdictRecorder.Call> calls = asked.calls(subject);
        calls.forEach(call -> doubts.add(call.reason()));
        String doubt = asked.doubt(facts, !calls.isEmpty());
        if (!doubt.isEmpty()) {
          doubts.add(doubt);
        }
      }
    }
    Failures found = failures(rules, subject, facts);
    if (!doubts.isEmpty()) {
      return unknown(control, subject, found, doubts);
    }
    if (found.certain) {
      return finding(
          control, subject, Status.FAIL, found.severity, control.risk(), found.evidence());
    }
    if (!found.doubts.isEmpty()) {
      return unknown(control, subject, found, found.doubts);
    }
    return finding(control, subject, Status.PASS, control.severity(), control.title(), Map.of());
  }

  /** What the failing rules say together. */
  private static final class Failures {
    boolean certain;
    boolean any;
    Severity severity = Severity.LOW;
    final Set<String> doubts = new TreeSet<>();
    final Map<String, Set<String>> observed = new TreeMap<>();

    void add(AnalysedRule rule, List<VerdictRecorder.Call> calls, String doubt) {
      if (!doubt.isEmpty()) {
        doubts.add(doubt);
      } else if (!calls.isEmpty()) {
        certain = true;
      }
      if (!calls.isEmpty()) {
        any = true;
        severity = RuleBook.higher(severity, rule);
      }
      raise(rule, doubt);
      for (VerdictRecorder.Call call : calls) {
        call.evidence()
            .forEach(
                (name, value) -> observed.computeIfAbsent(name, n -> new TreeSet<>()).add(value));
      }
    }

    /** A rule that a gap leaves undecided counts as fired: a gap never lowers a severity. */
    void raise(AnalysedRule rule, String doubt) {
      if (!doubt.isEmpty()) {
        any = true;
        severity = RuleBook.higher(severity, rule);
      }
    }

    /** Several firings for one resource make one finding, whatever order they came in. */
    Map<String, String> evidence() {
      Map<String, String> joined = new TreeMap<>();
      observed.forEach((name, values) -> joined.put(name, String.join(", ", values)));
      return joined;
    }
  }

  private static Failures failures(List<Asked> rules, Subject subject, List<Resource> facts) {
    Failures found = new Failures();
    List<Asked> silentGrades = new ArrayList<>();
    for (Asked asked : rules) {
      if (asked.rule.kind() == Kind.FAIL) {
        List<VerdictRecorder.Call> calls = asked.calls(subject);
        if (asked.rule.isGrade() && calls.isEmpty()) {
          silentGrades.add(asked);
        } else {
          found.add(asked.rule, calls, asked.doubt(facts, !calls.isEmpty()));
        }
      }
    }
    if (found.any) {
      // what raises a failure decides nothing where there is none, whatever is missing
      silentGrades.forEach(
          grade -> found.raise(grade.rule, grade.doubt(facts, /* fired= */ false)));
    }
    return found;
  }

  private Finding unknown(Control control, Subject subject, Failures found, Set<String> doubts) {
    return finding(
        control,
        subject,
        Status.UNKNOWN,
        found.any ? found.severity : control.severity(),
        String.join("; ", doubts),
        found.evidence());
  }

  private static Finding finding(
      Control control,
      Subject subject,
      Status status,
      Severity severity,
      String reason,
      Map<String, String> evidence) {
    return new Finding(
        control.id(),
        subject.arn(),
        subject.account(),
        subject.region(),
        status,
        severity,
        reason,
        evidence,
        control.remediation());
  }

  /** The ARN that stands for a whole account; its partition is that of its Regions. */
  private String accountArn(String account) {
    String partition = "aws";
    for (String region : ignorance.regions(account)) {
      if (region.startsWith("cn-")) {
        partition = "aws-cn";
      } else if (region.startsWith("us-gov-")) {
        partition = "aws-us-gov";
      } else if (region.startsWith("us-iso-")) {
        partition = "aws-iso";
      } else if (region.startsWith("us-isob-")) {
        partition = "aws-iso-b";
      }
    }
    return "arn:" + partition + ":iam::" + account + ":root";
  }
}
