/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A text of a policy with its wildcards, and with its variables: {@code ${aws:username}} stands for
 * what the request says, <code>${*}</code> for an asterisk.
 */
final class Template {

  private record Part(String text, boolean variable) {}

  private final List<Part> parts;
  private final boolean wildcards;
  private final boolean ignoresCase;
  private final boolean hasVariables;
  private final Glob widest; // any text in place of each variable

  private Template(List<Part> parts, boolean wildcards, boolean ignoresCase) {
    this.parts = parts;
    this.wildcards = wildcards;
    this.ignoresCase = ignoresCase;
    hasVariables = parts.stream().anyMatch(part -> part.variable() && escaped(part.text()) == null);
    Glob.Builder glob = new Glob.Builder();
    for (Part part : parts) {
      String escaped = part.variable() ? escaped(part.text()) : null;
      if (escaped != null) {
        glob.literal(escaped);
      } else if (part.variable()) {
        glob.pattern("*");
      } else {
        append(glob, part.text());
      }
    }
    widest = finish(glob);
  }

  /** Reads a text in which wildcards are such, or are characters as all others. */
  static Template of(String text, boolean variables, boolean wildcards, boolean ignoresCase) {
    List<Part> parts = new ArrayList<>();
    int done = 0;
    for (int start = text.indexOf("${"); variables && start >= 0; ) {
      int end = text.indexOf('}', start);
      parts.add(new Part(text.substring(done, start), false));
      // one that nobody closed stands for anything
      parts.add(new Part(end < 0 ? "" : text.substring(start + 2, end), true));
      done = end < 0 ? text.length() : end + 1;
      start = text.indexOf("${", done);
    }
    parts.add(new Part(text.substring(done), false));
    return new Template(List.copyOf(parts), wildcards, ignoresCase);
  }

  /**
   * Asks a question of the text, which stays undecided while a variable could change the answer.
   */
  Truth test(Request request, Function<Glob, Truth> question) {
    if (!hasVariables) {
      return question.apply(widest);
    }
    Glob resolved = resolve(request);
    if (resolved != null) {
      return question.apply(resolved);
    }
    return question.apply(widest) == Truth.FALSE ? Truth.FALSE : Truth.UNDECIDED;
  }

  private @Nullable Glob resolve(Request request) {
    Glob.Builder glob = new Glob.Builder();
    for (Part part : parts) {
      if (part.variable()) {
        String escaped = escaped(part.text());
        String value = escaped != null ? escaped : request.singleValue(part.text());
        if (value == null) {
          return null;
        }
        glob.literal(value);
      } else {
        append(glob, part.text());
      }
    }
    return finish(glob);
  }

  private void append(Glob.Builder glob, String text) {
    if (wildcards) {
      glob.pattern(text);
    } else {
      glob.literal(text);
    }
  }

  private Glob finish(Glob.Builder glob) {
    return ignoresCase ? glob.build().ignoringCase() : glob.build();
  }

  private static @Nullable String escaped(String variable) {
    return variable.equals("*") || variable.equals("?") || variable.equals("$") ? variable : null;
  }
}
