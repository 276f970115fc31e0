/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.report;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;

/** Well-formed JSON that says something else than it should, at the parser's current token. */
final class Misfit extends JsonParseException {
  private static final long serialVersionUID = 1L;

  Misfit(JsonParser at, String problem) {
    super(at, problem, place(at));
  }

  Misfit(JsonParser at, String problem, Throwable cause) {
    super(at, problem, place(at), cause);
  }

  private static JsonLocation place(JsonParser at) {
    return at.hasCurrentToken() ? at.currentTokenLocation() : at.currentLocation();
  }
}
