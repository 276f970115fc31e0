/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.merlon.Finding;
import dev.merlon.Gap;
import dev.merlon.Report;
import java.io.IOException;
import java.util.Map;

/**
 * Writes reports as JSON for other programs: {@code takenAt}, {@code summary}, {@code findings} and
 * {@code gaps}, in the order of the report.
 */
public final class JsonReport {
  private JsonReport() {}

  /**
   * Writes a report. The same report gives the same text: ASCII only, every other character and
   * every control character escaped, since names and tags are an attacker's to choose.
   *
   * @param out is neither flushed nor closed
   * @throws java.io.UncheckedIOException if {@code out} fails
   */
  public static void write(Report report, Appendable out) {
    Json.write(
        out,
        json -> {
          json.writeStartObject();
          json.writeStringField("takenAt", report.takenAt().toString());
          summary(json, Summary.of(report));
          json.writeArrayFieldStart("findings");
          for (Finding finding : report.findings()) {
            finding(json, finding);
          }
          json.writeEndArray();
          json.writeArrayFieldStart("gaps");
          for (Gap gap : report.gaps()) {
            gap(json, gap);
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private static void summary(JsonGenerator json, Summary summary) throws IOException {
    json.writeObjectFieldStart("summary");
    counts(json, "findings", summary.byStatus());
    counts(json, "failures", summary.failuresBySeverity());
    json.writeNumberField("controls", summary.controls());
    json.writeNumberField("accounts", summary.accounts());
    json.writeNumberField("gaps", summary.gaps());
    json.writeEndObject();
  }

  private static void counts(JsonGenerator json, String name, Map<? extends Enum<?>, Long> counts)
      throws IOException {
    json.writeObjectFieldStart(name);
    for (Map.Entry<? extends Enum<?>, Long> each : counts.entrySet()) {
      json.writeNumberField(each.getKey().name(), each.getValue());
    }
    json.writeEndObject();
  }

  private static void finding(JsonGenerator json, Finding finding) throws IOException {
    json.writeStartObject();
    json.writeStringField("controlId", finding.controlId());
    json.writeStringField("status", finding.status().name());
    json.writeStringField("severity", finding.severity().name());
    json.writeStringField("arn", finding.arn());
    json.writeStringField("account", finding.account());
    json.writeStringField("region", finding.region());
    json.writeStringField("reason", finding.reason());
    json.writeObjectFieldStart("evidence");
    for (Map.Entry<String, String> each : finding.evidence().entrySet()) {
      json.writeStringField(each.getKey(), each.getValue());
    }
    json.writeEndObject();
    json.writeStringField("remediation", finding.remediation());
    json.writeEndObject();
  }

  private static void gap(JsonGenerator json, Gap gap) throws IOException {
    json.writeStartObject();
    json.writeStringField("factType", gap.factType());
    json.writeStringField("account", gap.account());
    json.writeStringField("region", gap.region());
    json.writeStringField("arn", gap.arn());
    json.writeStringField("reason", gap.reason());
    json.writeEndObject();
  }
}
