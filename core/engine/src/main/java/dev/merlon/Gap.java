/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Something that could not be read, or was not asked for. Ordered by fact type, account, Region and
 * ARN.
 *
 * @param factType the name of the fact type that is missing, see {@link
 *     dev.merlon.fact.FactType#nameOf}
 * @param region the Region, or {@code global} for a type that is read once per account
 * @param arn the one resource of which the type could not be read; null means all resources of that
 *     account and Region
 * @param reason what AWS, the network or the reader said; shown to people
 */
public record Gap(
    String factType, String account, String region, @Nullable String arn, String reason)
    implements Comparable<Gap> {

  private static final Comparator<Gap> ORDER =
      Comparator.comparing(Gap::factType)
          .thenComparing(Gap::account)
          .thenComparing(Gap::region)
          .thenComparing(Gap::arn, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Gap::reason);

  @Override
  public int compareTo(Gap other) {
    return ORDER.compare(this, other);
  }
}
