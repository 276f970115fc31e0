/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A report and its findings. */
final class ReportTest {

  private static Finding finding(
      String control, String arn, String account, String region, Status status) {
    return new Finding(
        control, arn, account, region, status, Severity.LOW, "reason", Map.of(), "fix");
  }

  private static final Finding PASS = finding("a", "1", "x", "r", Status.PASS);
  private static final Finding FAIL = finding("a", "2", "x", "r", Status.FAIL);
  private static final Finding UNKNOWN = finding("b", "1", "x", "r", Status.UNKNOWN);
  private static final Finding SECOND = finding("b", "2", "x", "r", Status.FAIL);

  @Test
  void with_aStatus_givesTheFindingsOfItInOrder() {
    Report report = new Report(World.NOW, List.of(PASS, FAIL, UNKNOWN, SECOND), List.of());

    assertThat(report.with(Status.PASS)).containsExactly(PASS);
    assertThat(report.with(Status.UNKNOWN)).containsExactly(UNKNOWN);
    assertThat(report.with(Status.NOT_APPLICABLE)).isEmpty();
    assertThat(report.failures()).containsExactly(FAIL, SECOND);
  }

  @Test
  void new_keepsWhatItWasGiven() {
    List<Finding> findings = new ArrayList<>(List.of(PASS));
    List<Gap> gaps = new ArrayList<>(List.of(new Gap("Gate", "x", "r", null, "denied")));
    Map<String, String> evidence = new TreeMap<>(Map.of("b", "2", "a", "1"));
    Report report = new Report(World.NOW, findings, gaps);
    Finding finding =
        new Finding("a", "1", "x", "r", Status.FAIL, Severity.LOW, "reason", evidence, "fix");
    findings.clear();
    gaps.clear();
    evidence.clear();

    assertThat(report.findings()).containsExactly(PASS);
    assertThat(report.gaps()).hasSize(1);
    assertThat(finding.evidence().toString()).isEqualTo("{a=1, b=2}");
    assertThatThrownBy(() -> report.findings().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> finding.evidence().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void compareTo_ofFindings_isByControlArnAccountAndRegion() {
    List<Finding> ordered =
        List.of(
            finding("a", "1", "x", "r", Status.PASS),
            finding("a", "1", "x", "s", Status.PASS),
            finding("a", "1", "y", "q", Status.PASS),
            finding("a", "2", "w", "r", Status.PASS),
            finding("b", "0", "w", "r", Status.PASS));
    for (int i = 0; i < ordered.size(); i++) {
      for (int j = 0; j < ordered.size(); j++) {
        assertThat(Integer.signum(ordered.get(i).compareTo(ordered.get(j))))
            .isEqualTo(Integer.compare(i, j));
      }
    }
  }

  @Test
  void compareTo_ofGaps_isByTypeAccountRegionAndArn() {
    List<Gap> ordered =
        List.of(
            new Gap("Gate", "x", "r", null, "z"),
            new Gap("Gate", "x", "r", "arn", "a"),
            new Gap("Gate", "x", "r", "arn", "b"),
            new Gap("Gate", "x", "s", null, "a"),
            new Gap("Gate", "y", "r", null, "a"),
            new Gap("Moat", "x", "r", null, "a"));
    for (int i = 0; i < ordered.size(); i++) {
      for (int j = 0; j < ordered.size(); j++) {
        assertThat(Integer.signum(ordered.get(i).compareTo(ordered.get(j))))
            .isEqualTo(Integer.compare(i, j));
      }
    }
  }
}
