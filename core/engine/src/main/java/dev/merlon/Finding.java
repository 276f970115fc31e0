/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one control says of one resource. Ordered by control, ARN, account and Region.
 *
 * @param arn the resource; for a verdict on a whole account or Region the account's own ARN, {@code
 *     arn:aws:iam::123456789012:root}
 * @param region the Region, or {@code global}
 * @param severity of a failure, graded where the control grades; otherwise the highest that the
 *     control can have
 * @param reason a sentence for people: the risk of a failure, what is missing for UNKNOWN, why it
 *     is out of scope for NOT_APPLICABLE, what holds for PASS
 * @param evidence what was observed, ordered by key; names and tags in it are the account's to
 *     choose, so escape them where you print them
 * @param remediation what to change
 */
public record Finding(
    String controlId,
    String arn,
    String account,
    String region,
    Status status,
    Severity severity,
    String reason,
    Map<String, String> evidence,
    String remediation)
    implements Comparable<Finding> {

  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::controlId)
          .thenComparing(Finding::arn)
          .thenComparing(Finding::account)
          .thenComparing(Finding::region);

  public Finding {
    evidence = Collections.unmodifiableMap(new TreeMap<>(evidence));
  }

  @Override
  public int compareTo(Finding other) {
    return ORDER.compare(this, other);
  }
}
