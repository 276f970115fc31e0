/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.samples.cli;

import dev.merlon.Control;
import dev.merlon.Finding;
import dev.merlon.Report;
import dev.merlon.Severity;
import dev.merlon.Status;
import dev.merlon.report.ConsoleReport;
import dev.merlon.report.JsonReport;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints a report, and decides whether it makes the command fail. */
final class ReportOptions {

  /** The least severity of a failure that fails the command. */
  enum FailOn {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL,
    NEVER;

    boolean includes(Severity severity) {
      return this != NEVER && severity.compareTo(Severity.valueOf(name())) >= 0;
    }
  }

  @Mixin private Destination destination = new Destination();

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description =
          "Exits with 3 on a failure of this severity or above: low, medium, high, critical,"
              + " never (default: low).")
  private FailOn failOn = FailOn.LOW;

  @Option(
      names = "--fail-on-incomplete",
      description = "Exits with 4 if something could not be read and nothing exits with 3.")
  private boolean failOnIncomplete;

  /**
   * Prints a report and says what to exit with.
   *
   * @param least the least severity of failures to show; null for all
   */
  int print(Report report, Collection<Control> controls, @Nullable Severity least) {
    Report shown = least == null ? report : atLeast(least, report);
    destination.write(
        out -> ConsoleReport.write(shown, controls, Destination.WIDTH, out),
        out -> JsonReport.write(shown, out));
    if (shown.failures().stream().anyMatch(finding -> failOn.includes(finding.severity()))) {
      return ExitCode.FINDINGS;
    }
    return failOnIncomplete && !shown.gaps().isEmpty() ? ExitCode.INCOMPLETE : ExitCode.OK;
  }

  /** A graded control can fail below the severity asked for. */
  private static Report atLeast(Severity least, Report report) {
    return new Report(
        report.takenAt(),
        report.findings().stream().filter(finding -> shows(finding, least)).toList(),
        report.gaps());
  }

  private static boolean shows(Finding finding, Severity least) {
    return finding.status() != Status.FAIL || finding.severity().compareTo(least) >= 0;
  }
}
