/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The accounts and Regions that a snapshot was meant to cover, and which fact types were read
 * there. Read and absent is an answer; what is not listed here was not read, and no rule takes its
 * absence for an answer.
 *
 * @param areas ordered by account, then Region, each pair once
 */
public record Coverage(List<Area> areas) {

  /**
   * One Region of one account.
   *
   * @param region the Region, or {@code global} for what is read once per account
   * @param factTypes the names of the fact types that were read to the end, ascending; may be empty
   */
  public record Area(String account, String region, List<String> factTypes) {
    public Area {
      factTypes = List.copyOf(new TreeSet<>(factTypes));
    }
  }

  public Coverage {
    SortedMap<String, SortedMap<String, Set<String>>> merged = new TreeMap<>();
    for (Area area : areas) {
      merged
          .computeIfAbsent(area.account(), account -> new TreeMap<>())
          .computeIfAbsent(area.region(), region -> new LinkedHashSet<>())
          .addAll(area.factTypes());
    }
    areas =
        merged.entrySet().stream()
            .flatMap(
                account ->
                    account.getValue().entrySet().stream()
                        .map(
                            region ->
                                new Area(
                                    account.getKey(),
                                    region.getKey(),
                                    List.copyOf(region.getValue()))))
            .toList();
  }

  /** Covers one area, for snapshots that are built by hand. */
  public static Coverage of(String account, String region, Collection<String> factTypes) {
    return new Coverage(List.of(new Area(account, region, List.copyOf(factTypes))));
  }

  /** The accounts, ascending. */
  public SortedSet<String> accounts() {
    SortedSet<String> accounts = new TreeSet<>();
    areas.forEach(area -> accounts.add(area.account()));
    return accounts;
  }

  /** The fact types read in each Region of an account; empty for an account that is not covered. */
  Map<String, Set<String>> of(String account) {
    Map<String, Set<String>> byRegion = new TreeMap<>();
    for (Area area : areas) {
      if (area.account().equals(account)) {
        byRegion.put(area.region(), Set.copyOf(area.factTypes()));
      }
    }
    return byRegion;
  }
}
