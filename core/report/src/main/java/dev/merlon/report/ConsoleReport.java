/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.report;

import dev.merlon.Control;
import dev.merlon.Finding;
import dev.merlon.Gap;
import dev.merlon.Report;
import dev.merlon.Severity;
import dev.merlon.Status;
import dev.merlon.fact.Resource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Writes reports as plain text for people at a terminal: what failed and what is unknown, worst
 * first, with the reason and the fix once for all resources that share them; the counts of every
 * control; what could not be read; and a line that sums up. {@link JsonReport} is for programs.
 */
public final class ConsoleReport {

  private static final int WIDTH = 100;
  private static final int DETAIL = 2;
  private static final int EVIDENCE = 6;

  private static final List<Status> COLUMNS =
      List.of(Status.PASS, Status.FAIL, Status.UNKNOWN, Status.NOT_APPLICABLE);

  private static final Comparator<Finding> WORST_FIRST =
      Comparator.comparing(Finding::severity).reversed().thenComparing(Comparator.naturalOrder());

  private final Lines lines;
  private final Report report;
  private final Map<String, String> titles;

  private ConsoleReport(Report report, Collection<Control> controls, Lines lines) {
    this.report = report;
    this.titles = new HashMap<>();
    controls.forEach(control -> titles.put(control.id(), control.title()));
    this.lines = lines;
  }

  /**
   * Writes a report 100 columns wide and without the titles of its controls, which a report does
   * not know.
   *
   * @param out is neither flushed nor closed
   * @throws java.io.UncheckedIOException if {@code out} fails
   */
  public static void write(Report report, Appendable out) {
    write(report, List.of(), WIDTH, out);
  }

  /**
   * Writes a report. The same report gives the same text, in ASCII: every other character and every
   * control character is written in the form {@code \u001b}, since names and tags are an attacker's
   * to choose.
   *
   * @param controls the controls whose titles to print, those of the engine for one
   * @param width where to wrap; a line of a resource and a word are never broken
   * @param out is neither flushed nor closed
   * @throws java.io.UncheckedIOException if {@code out} fails
   */
  public static void write(Report report, Collection<Control> controls, int width, Appendable out) {
    new ConsoleReport(report, controls, new Lines(out, width)).write();
  }

  private void write() {
    details(Status.FAIL, "Risk: ", "Fix: ");
    details(Status.UNKNOWN, "Why: ", "Fix if it fails: ");
    if (report.findings().isEmpty()) {
      lines.wrapped(0, "No findings: no control was chosen, or the snapshot covers no account.");
      lines.empty();
    } else {
      controls();
    }
    gaps();
    summary();
  }

  /** What the findings of a group share, and so is printed once. */
  private record Group(String controlId, Severity severity, String reason, String remediation) {}

  private void details(Status status, String reason, String remediation) {
    Map<Group, List<Finding>> groups =
        report
            .with(status)
            .sorted(WORST_FIRST)
            .collect(
                Collectors.groupingBy(
                    each ->
                        new Group(
                            each.controlId(), each.severity(), each.reason(), each.remediation()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    groups.forEach(
        (group, findings) -> {
          String count = counted(findings.size(), "resource");
          lines.line(0, group.severity() + "  " + status + "  " + group.controlId() + "  " + count);
          String title = titles.get(group.controlId());
          if (title != null) {
            lines.wrapped(DETAIL, title);
          }
          labelled(reason, group.reason());
          labelled(remediation, group.remediation());
          findings.forEach(this::resource);
          lines.empty();
        });
  }

  private void labelled(String label, String text) {
    if (!text.isBlank()) {
      lines.wrapped(DETAIL, label + text);
    }
  }

  private void resource(Finding finding) {
    lines.line(DETAIL, "- " + finding.account() + "  " + finding.region() + "  " + finding.arn());
    finding.evidence().forEach((key, value) -> lines.wrapped(EVIDENCE, key + ": " + value));
  }

  private void controls() {
    Map<String, List<Finding>> byControl =
        report.findings().stream()
            .collect(Collectors.groupingBy(Finding::controlId, TreeMap::new, Collectors.toList()));
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("PASS", "FAIL", "UNKNOWN", "NOT APPLICABLE", "CONTROL"));
    byControl.forEach(
        (id, findings) -> {
          List<String> row = new ArrayList<>();
          Map<Status, Long> counts = Summary.byStatus(findings);
          COLUMNS.forEach(status -> row.add(String.valueOf(counts.get(status))));
          row.add(id);
          rows.add(row);
        });
    lines.table(rows);
    lines.empty();
  }

  private void gaps() {
    if (report.gaps().isEmpty()) {
      return;
    }
    Map<String, List<Gap>> byReason =
        report.gaps().stream()
            .collect(Collectors.groupingBy(Gap::reason, TreeMap::new, Collectors.toList()));
    lines.line(0, "Not read:");
    byReason.forEach(
        (reason, gaps) -> {
          lines.wrapped(DETAIL, "- " + extent(gaps) + ": " + reason);
          lines.wrapped(
              EVIDENCE,
              String.join(
                  ", ",
                  gaps.stream().map(Gap::factType).collect(Collectors.toCollection(TreeSet::new))));
        });
    lines.empty();
  }

  private static String extent(List<Gap> gaps) {
    long accounts = gaps.stream().map(Gap::account).distinct().count();
    long regions =
        gaps.stream()
            .map(Gap::region)
            .filter(region -> !region.equals(Resource.GLOBAL))
            .distinct()
            .count();
    return counted(gaps.size(), "gap")
        + " in "
        + counted(accounts, "account")
        + (regions == 0 ? "" : " and " + counted(regions, "Region"));
  }

  private void summary() {
    Summary summary = Summary.of(report);
    String failures =
        summary.failuresBySeverity().entrySet().stream()
            .map(each -> each.getValue() + " " + each.getKey().name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    Map<Status, Long> counts = summary.byStatus();
    lines.line(
        0,
        String.format(
            Locale.ROOT,
            "%d failed (%s), %d passed, %d unknown, %d not applicable; %s",
            counts.get(Status.FAIL),
            failures,
            counts.get(Status.PASS),
            counts.get(Status.UNKNOWN),
            counts.get(Status.NOT_APPLICABLE),
            counted(summary.gaps(), "gap")));
  }

  private static String counted(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
