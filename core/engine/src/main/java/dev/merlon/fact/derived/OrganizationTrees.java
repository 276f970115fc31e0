/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import dev.merlon.fact.Resource;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What all accounts of the snapshot could read of their organizations, put together. There is one,
 * whatever is missing. Rules read {@link EffectiveScp} instead.
 *
 * @param scps what binds each account that was read, and each that an organization lists, by its id
 */
public record OrganizationTrees(SortedMap<String, EffectiveScp> scps) {
  /** By what is quick to compare: an organization has many thousands of attachments. */
  private static final Comparator<Object> ORDER =
      Comparator.comparing(OrganizationTrees::arnOf).thenComparing(Object::toString);

  public OrganizationTrees {
    scps = Collections.unmodifiableSortedMap(new TreeMap<>(scps));
  }

  /**
   * Puts facts together.
   *
   * @param facts the facts of accounts, organizations, roots, units and policies, and the {@link
   *     MissingRead}s of all those types; all in any order
   */
  public static OrganizationTrees of(Collection<?>... facts) {
    OrganizationReadings readings = new OrganizationReadings();
    List.of(facts).forEach(of -> of.stream().sorted(ORDER).forEach(readings::add));
    return new OrganizationTrees(readings.scps());
  }

  /** The accounts that there is an answer for, ascending. */
  public List<String> accountIds() {
    return List.copyOf(scps.keySet());
  }

  private static String arnOf(Object fact) {
    return fact instanceof Resource resource ? resource.arn() : "";
  }
}
