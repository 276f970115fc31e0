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
  private final SortedMap<String, String> failures;
  private final Map<Class<?>, Map<Subject, Resource>> subjects = new HashMap<>();
  private final Map<String, Map<Subject, List<VerdictRecorder.Call>>> callsByRule = new HashMap<>();

  Judge(RuleBook book, Snapshot snapshot, Ignorance ignorance, RuleRunner.Outcome outcome) {
    this.book = book;
    this.ignorance = ignorance;
    this.failures = outcome.failures();
    for (Resource fact : snapshot.facts()) {
      subjects
          .computeIfAbsent(fact.getClass(), type -> new java.util.LinkedHashMap<>())
          .putIfAbsent(Subject.of(fact), fact);
    }
    for (VerdictRecorder.Call call : outcome.calls()) {
      callsByRule
          .computeIfAbsent(call.rule().qualifiedName(), name -> new HashMap<>())
          .computeIfAbsent(Subject.of(call.subject()), subject -> new ArrayList<>())
          .add(call);
    }
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    book.controls().values().forEach(control -> findings.addAll(findings(control)));
    findings.sort(null);
    return findings;
  }

  private List<Finding> findings(Control control) {
    List<Finding> findings = new ArrayList<>();
    Set<String> accounts = new HashSet<>();
    List<Asked> rules = book.rulesOf(control.id()).stream().map(rule -> new Asked(rule)).toList();
    String broken = broken(control);
    Map<Subject, Resource> inScope =
        subjects.getOrDefault(book.resourceType(control.id()), Map.of());
    for (Resource subject : inScope.values()) {
      accounts.add(subject.account());
      findings.add(
          broken.isEmpty()
              ? judge(control, rules, subject)
              : finding(control, subject, Status.UNKNOWN, control.severity(), broken, Map.of()));
    }
    SortedMap<Subject, Set<Gap>> unseen =
        new TreeMap<>(
            java.util.Comparator.comparing(Subject::arn)
                .thenComparing(Subject::account)
                .thenComparing(Subject::region));
    for (Gap gap : ignorance.gapsOf(control.resourceType())) {
      accounts.add(gap.account());
      String arn = gap.arn() == null ? accountArn(gap.account()) : gap.arn();
      unseen
          .computeIfAbsent(
              new Subject(arn, gap.account(), gap.region()), subject -> new TreeSet<>())
          .add(gap);
    }
    unseen.forEach(
        (subject, gaps) -> {
          if (!inScope.containsKey(subject)) {
            findings.add(
                finding(
                    control,
                    subject,
                    Status.UNKNOWN,
                    control.severity(),
                    Ignorance.describe(gaps),
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
    return findings;
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
    final Map<String, Reads.Reach> positive;
    final Map<String, Reads.Reach> negative;
    final String brokenBeneath;
    final Map<Subject, List<VerdictRecorder.Call>> calls;

    Asked(AnalysedRule rule) {
      this.rule = rule;
      Reads reads = book.readsOf(rule);
      this.positive = ignorance.relevant(reads.positive());
      this.negative = ignorance.relevant(reads.negative());
      this.brokenBeneath =
          String.join(
              "; ",
              failures.entrySet().stream()
                  .filter(failed -> reads.derived().contains(book.rule(failed.getKey()).derives()))
                  .map(
                      failed ->
                          "derivation \""
                              + book.rule(failed.getKey()).name()
                              + "\" failed: "
                              + failed.getValue())
                  .toList());
      this.calls = callsByRule.getOrDefault(rule.qualifiedName(), Map.of());
    }

    List<VerdictRecorder.Call> calls(Resource subject) {
      return calls.getOrDefault(Subject.of(subject), List.of());
    }

    /** Why the answer is only perhaps; empty if it is yes or no. */
    String doubt(Resource subject, boolean fired) {
      if (!fired && !rule.admits().test(subject)) {
        return "";
      }
      if (!brokenBeneath.isEmpty()) {
        return brokenBeneath;
      }
      Map<String, Reads.Reach> types = fired ? negative : positive;
      return types.isEmpty() ? "" : Ignorance.describe(ignorance.reaching(types, subject));
    }
  }

  private Finding judge(Control control, List<Asked> rules, Resource subject) {
    Set<String> doubts = new TreeSet<>();
    Set<String> reasons = new TreeSet<>();
    for (Asked asked : rules) {
      if (asked.rule.kind() == Kind.NOT_APPLICABLE) {
        List<VerdictRecorder.Call> calls = asked.calls(subject);
        String doubt = asked.doubt(subject, !calls.isEmpty());
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
        String doubt = asked.doubt(subject, !calls.isEmpty());
        if (!doubt.isEmpty()) {
          doubts.add(doubt);
        }
      }
    }
    Failures found = failures(rules, subject);
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

    /** Several firings for one resource make one finding, whatever order they came in. */
    Map<String, String> evidence() {
      Map<String, String> joined = new TreeMap<>();
      observed.forEach((name, values) -> joined.put(name, String.join(", ", values)));
      return joined;
    }
  }

  private static Failures failures(List<Asked> rules, Resource subject) {
    Failures found = new Failures();
    for (Asked asked : rules) {
      if (asked.rule.kind() == Kind.FAIL) {
        List<VerdictRecorder.Call> calls = asked.calls(subject);
        String doubt = asked.doubt(subject, !calls.isEmpty());
        if (!doubt.isEmpty()) {
          found.doubts.add(doubt);
        }
        if (!calls.isEmpty() || !doubt.isEmpty()) {
          // a rule that a gap leaves undecided counts as fired: a gap never lowers a severity
          found.severity = RuleBook.higher(found.severity, asked.rule.severity());
          found.any = true;
        }
        if (!calls.isEmpty() && doubt.isEmpty()) {
          found.certain = true;
        }
        for (VerdictRecorder.Call call : calls) {
          call.evidence()
              .forEach(
                  (name, value) ->
                      found.observed.computeIfAbsent(name, n -> new TreeSet<>()).add(value));
        }
      }
    }
    return found;
  }

  private Finding unknown(Control control, Resource subject, Failures found, Set<String> doubts) {
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
      Resource subject,
      Status status,
      Severity severity,
      String reason,
      Map<String, String> evidence) {
    return finding(control, Subject.of(subject), status, severity, reason, evidence);
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
