/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an engine says of a snapshot. The same engine and the same snapshot give the same report.
 *
 * @param takenAt of the snapshot
 * @param findings ordered by control, ARN, account and Region; at least one for every control and
 *     account
 * @param gaps what the controls needed and the snapshot does not have, ordered; never asked for
 *     included
 */
public record Report(Instant takenAt, List<Finding> findings, List<Gap> gaps) {

  public Report {
    findings = List.copyOf(findings);
    gaps = List.copyOf(gaps);
  }

  /** The findings of one status, in order. */
  public Stream<Finding> with(Status status) {
    return findings.stream().filter(finding -> finding.status() == status);
  }

  /** The findings that say FAIL, in order. */
  public List<Finding> failures() {
    return with(Status.FAIL).toList();
  }
}
