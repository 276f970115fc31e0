/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.Finding;
import dev.merlon.Report;
import dev.merlon.Severity;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConsoleReportTest {

  private static String text(Report report) {
    StringBuilder out = new StringBuilder();
    ConsoleReport.write(report, out);
    return out.toString();
  }

  @Test
  void write_everyStatusAndHostileNames_isTheGoldenFile() {
    Golden.assertSame(text(Samples.mixed()), "report.txt");
  }

  @Test
  void write_withTitlesAndAWidth_isTheGoldenFile() {
    StringBuilder out = new StringBuilder();
    ConsoleReport.write(Samples.mixed(), Samples.CONTROLS, 60, out);
    Golden.assertSame(out.toString(), "report-60.txt");
  }

  @Test
  void write_onlyPasses_isTheGoldenFile() {
    Golden.assertSame(text(Samples.clean()), "report-clean.txt");
  }

  @Test
  void write_noFindings_isTheGoldenFile() {
    Golden.assertSame(text(Samples.empty()), "report-empty.txt");
  }

  @Test
  void write_hostileNames_hasNothingButPrintableAsciiAndLineFeeds() {
    assertThat(text(Samples.mixed())).matches("[ -~\n]*");
  }

  @Test
  void write_aThousandFailuresOfOneControl_takesALineEach() {
    List<Finding> failures =
        IntStream.range(1000, 2000)
            .mapToObj(number -> Samples.ssh("sg-" + number, Severity.HIGH, Map.of()))
            .toList();
    Report report = new Report(Samples.empty().takenAt(), failures, List.of());
    List<String> expected =
        failures.stream().map(each -> "  - 111122223333  eu-west-1  " + each.arn()).toList();
    List<String> lines = text(report).lines().toList();
    assertThat(lines.subList(0, 3))
        .containsExactly(
            "HIGH  FAIL  sg-no-open-ssh  1000 resources",
            "  Risk: Anyone can try passwords and keys.",
            "  Fix: Remove the rule, or name the addresses that need it.");
    assertThat(lines.subList(3, 1003)).isEqualTo(expected);
    assertThat(lines.subList(1003, lines.size()))
        .containsExactly(
            "",
            "PASS  FAIL  UNKNOWN  NOT APPLICABLE  CONTROL",
            "   0  1000        0               0  sg-no-open-ssh",
            "",
            "1000 failed (0 critical, 1000 high, 0 medium, 0 low), 0 passed, 0 unknown, 0 not"
                + " applicable; 0 gaps");
  }
}
