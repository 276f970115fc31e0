/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * What could not be read of the network, in all accounts and Regions. There is one, for all
 * derivations that weigh for themselves what a missing fact could change.
 *
 * @param reasons why a type is missing, by {@code type account region} for all of it, and with the
 *     ARN behind that for one resource
 */
public record MissingReads(Map<String, String> reasons) {

  public MissingReads {
    reasons = Map.copyOf(reasons);
  }

  /** Sorts the {@link MissingRead}s, in any order. */
  public static MissingReads of(Collection<?> missing) {
    Map<String, TreeSet<String>> reasons = new HashMap<>();
    for (Object each : missing) {
      MissingRead read = (MissingRead) each;
      reasons
          .computeIfAbsent(
              key(read.factType(), read.account(), read.region(), read.arn()),
              key -> new TreeSet<>())
          .add(read.reason());
    }
    Map<String, String> joined = new HashMap<>();
    reasons.forEach((key, texts) -> joined.put(key, String.join("; ", texts)));
    return new MissingReads(joined);
  }

  private static String key(String factType, String account, String region, String arn) {
    return factType + " " + account + " " + region + (arn.isEmpty() ? "" : " " + arn);
  }

  /** Whether facts of the type may be missing, of all resources of an account and Region. */
  boolean concern(String factType, String account, String region) {
    return reasons.containsKey(key(factType, account, region, ""));
  }

  /** Whether facts of the type may be missing that are read for one resource. */
  boolean concern(String factType, String account, String region, String arn) {
    return concern(factType, account, region)
        || reasons.containsKey(key(factType, account, region, arn));
  }

  /** Says what is not known, and why if that is known. */
  String because(String what, String factType, String account, String region) {
    return because(what, factType, account, region, "");
  }

  /** Says what is not known of a resource, and why if that is known. */
  String because(String what, String factType, String account, String region, String arn) {
    String reason = reasons.get(key(factType, account, region, arn));
    if (reason == null) {
      reason = reasons.get(key(factType, account, region, ""));
    }
    return reason == null ? what : what + ": " + factType + " could not be read: " + reason;
  }
}
