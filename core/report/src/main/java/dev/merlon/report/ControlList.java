/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.merlon.Control;
import dev.merlon.Parameter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Writes what controls there are, as a table for people or as JSON for programs. */
public final class ControlList {
  private ControlList() {}

  /**
   * Writes a table of the controls and one of their parameters, in ASCII, in the order given.
   *
   * @param width where to wrap titles and defaults; words are never broken
   * @param out is neither flushed nor closed
   * @throws java.io.UncheckedIOException if {@code out} fails
   */
  public static void write(Collection<Control> controls, int width, Appendable out) {
    List<List<String>> rows = new ArrayList<>();
    List<List<String>> parameters = new ArrayList<>();
    for (Control control : controls) {
      rows.add(
          List.of(control.id(), control.severity().name(), control.practice(), control.title()));
      for (Parameter parameter : control.parameters()) {
        parameters.add(
            List.of(control.id(), parameter.name(), type(parameter), parameter.defaultValue()));
      }
    }
    Lines lines = new Lines(out, width);
    table(lines, List.of("CONTROL", "SEVERITY", "PRACTICE", "TITLE"), rows);
    table(lines, List.of("CONTROL", "PARAMETER", "TYPE", "DEFAULT"), parameters);
    lines.line(0, controls.size() + (controls.size() == 1 ? " control" : " controls"));
  }

  private static void table(Lines lines, List<String> headings, List<List<String>> rows) {
    if (!rows.isEmpty()) {
      rows.add(0, headings);
      lines.table(rows);
      lines.empty();
    }
  }

  /**
   * Writes the controls as a JSON array, in ASCII, in the order given. {@code reads} are fact
   * types, {@code needs} API actions, {@code resource} the fact type that gets the finding.
   *
   * @param out is neither flushed nor closed
   * @throws java.io.UncheckedIOException if {@code out} fails
   */
  public static void writeJson(Collection<Control> controls, Appendable out) {
    Json.write(
        out,
        json -> {
          json.writeStartArray();
          for (Control control : controls) {
            control(json, control);
          }
          json.writeEndArray();
        });
  }

  private static void control(JsonGenerator json, Control control) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", control.id());
    json.writeStringField("title", control.title());
    json.writeStringField("severity", control.severity().name());
    json.writeStringField("practice", control.practice());
    json.writeStringField("resource", control.resourceType());
    texts(json, "reads", control.reads());
    texts(json, "needs", control.needs());
    json.writeArrayFieldStart("parameters");
    for (Parameter parameter : control.parameters()) {
      json.writeStartObject();
      json.writeStringField("name", parameter.name());
      json.writeStringField("type", type(parameter));
      json.writeStringField("default", parameter.defaultValue());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void texts(JsonGenerator json, String name, List<String> texts)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  /** The name of a type as rule files write it. */
  private static String type(Parameter parameter) {
    return parameter.type().name().toLowerCase(Locale.ROOT);
  }
}
