/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.samples.cli;

/** What the process ends with; 2 for a wrong call is picocli's own. */
final class ExitCode {
  static final int OK = 0;
  static final int FAILED = 1;
  static final int FINDINGS = 3;
  static final int INCOMPLETE = 4;

  private ExitCode() {}
}
