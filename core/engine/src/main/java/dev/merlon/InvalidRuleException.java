/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import java.util.List;

/** Rules that cannot be used. Lists every one: file, rule, line where it is known, and the mend. */
public final class InvalidRuleException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  InvalidRuleException(List<String> problems) {
    super(String.join(System.lineSeparator(), oneLineEach(problems)));
    this.problems = oneLineEach(problems);
  }

  private static List<String> oneLineEach(List<String> problems) {
    return problems.stream().map(problem -> problem.replaceAll("\\s*\\R\\s*", " ")).toList();
  }

  /** The problems, one line each, in the order of the sources; never empty. */
  public List<String> problems() {
    return problems;
  }
}
