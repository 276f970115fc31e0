/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.Report;
import org.junit.jupiter.api.Test;

class JsonReportTest {

  private static String json(Report report) {
    StringBuilder out = new StringBuilder();
    JsonReport.write(report, out);
    return out.toString();
  }

  @Test
  void write_everyStatusAndHostileNames_isTheGoldenFile() {
    Golden.assertSame(json(Samples.mixed()), "report.json");
  }

  @Test
  void write_emptyReport_isTheGoldenFile() {
    Golden.assertSame(json(Samples.empty()), "report-empty.json");
  }

  @Test
  void write_hostileNames_hasNothingButPrintableAsciiAndLineFeeds() {
    assertThat(json(Samples.mixed())).matches("[ -~\n]*");
  }
}
