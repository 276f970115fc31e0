/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import java.io.IOException;

/** Puts entries on lines of their own down to a depth, and on one line below it. Use it once. */
final class JsonLayout implements PrettyPrinter {

  private final int objectDepth;
  private final int arrayDepth;
  private int depth;

  private JsonLayout(int objectDepth, int arrayDepth) {
    this.objectDepth = objectDepth;
    this.arrayDepth = arrayDepth;
  }

  /** Every entry on a line of its own. */
  static JsonLayout pretty() {
    return new JsonLayout(Integer.MAX_VALUE, Integer.MAX_VALUE);
  }

  /** Breaks objects down to one depth and arrays down to another; the top is 1. */
  static JsonLayout compactBelow(int objectDepth, int arrayDepth) {
    return new JsonLayout(objectDepth, arrayDepth);
  }

  @Override
  public void writeRootValueSeparator(JsonGenerator out) {}

  @Override
  public void writeStartObject(JsonGenerator out) throws IOException {
    out.writeRaw('{');
    depth++;
  }

  @Override
  public void beforeObjectEntries(JsonGenerator out) throws IOException {
    breakLine(out, objectDepth, "");
  }

  @Override
  public void writeObjectFieldValueSeparator(JsonGenerator out) throws IOException {
    out.writeRaw(": ");
  }

  @Override
  public void writeObjectEntrySeparator(JsonGenerator out) throws IOException {
    out.writeRaw(',');
    breakLine(out, objectDepth, " ");
  }

  @Override
  public void writeEndObject(JsonGenerator out, int entries) throws IOException {
    end(out, entries, objectDepth, '}');
  }

  @Override
  public void writeStartArray(JsonGenerator out) throws IOException {
    out.writeRaw('[');
    depth++;
  }

  @Override
  public void beforeArrayValues(JsonGenerator out) throws IOException {
    breakLine(out, arrayDepth, "");
  }

  @Override
  public void writeArrayValueSeparator(JsonGenerator out) throws IOException {
    out.writeRaw(',');
    breakLine(out, arrayDepth, " ");
  }

  @Override
  public void writeEndArray(JsonGenerator out, int entries) throws IOException {
    end(out, entries, arrayDepth, ']');
  }

  private void end(JsonGenerator out, int entries, int limit, char bracket) throws IOException {
    boolean broken = entries > 0 && depth <= limit;
    depth--;
    if (broken) {
      breakLine(out, Integer.MAX_VALUE, "");
    }
    out.writeRaw(bracket);
  }

  private void breakLine(JsonGenerator out, int limit, String otherwise) throws IOException {
    out.writeRaw(depth <= limit ? "\n" + "  ".repeat(depth) : otherwise);
  }
}
