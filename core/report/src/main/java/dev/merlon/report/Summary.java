/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.report;

import dev.merlon.Finding;
import dev.merlon.Report;
import dev.merlon.Severity;
import dev.merlon.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Counts what a report says.
 *
 * @param byStatus of all findings; every status has a count
 * @param failuresBySeverity worst first; every severity has a count
 */
record Summary(
    Map<Status, Long> byStatus,
    Map<Severity, Long> failuresBySeverity,
    long controls,
    long accounts,
    long gaps) {

  private static final List<Status> STATUSES =
      List.of(Status.PASS, Status.FAIL, Status.NOT_APPLICABLE, Status.UNKNOWN);
  private static final List<Severity> WORST_FIRST =
      List.of(Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW);

  static Summary of(Report report) {
    return new Summary(
        byStatus(report.findings()),
        count(WORST_FIRST, report.failures(), Finding::severity),
        report.findings().stream().map(Finding::controlId).distinct().count(),
        report.findings().stream().map(Finding::account).distinct().count(),
        report.gaps().size());
  }

  static Map<Status, Long> byStatus(List<Finding> findings) {
    return count(STATUSES, findings, Finding::status);
  }

  private static <K> Map<K, Long> count(
      List<K> kinds, List<Finding> findings, Function<Finding, K> kind) {
    Map<K, Long> counts = new LinkedHashMap<>();
    kinds.forEach(each -> counts.put(each, 0L));
    findings.forEach(finding -> counts.merge(kind.apply(finding), 1L, Long::sum));
    return counts;
  }
}
