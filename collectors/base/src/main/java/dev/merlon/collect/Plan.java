/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect;

import dev.merlon.fact.FactType;
import dev.merlon.fact.account.Account;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The reads to make: those that yield a wanted fact type, and those whose facts lead to one. */
final class Plan {
  private final List<PlannedRead<?>> first = new ArrayList<>();
  private final Map<PlannedRead<?>, List<PlannedRead<?>>> followUps = new HashMap<>();
  private final boolean wantsAccount;

  /**
   * Takes what the services declare.
   *
   * @param wanted tells the names of the fact types to read
   */
  Plan(Collection<ServiceCollector> services, Predicate<String> wanted) {
    wantsAccount = wanted.test(FactType.nameOf(Account.class));
    for (ServiceCollector service : services) {
      Reads reads = new Reads();
      service.describe(reads);
      add(reads.declared(), wanted);
    }
  }

  private void add(List<PlannedRead<?>> declared, Predicate<String> wanted) {
    Deque<PlannedRead<?>> needed = new ArrayDeque<>();
    // From the last: what is made per resource is declared after what finds the resources.
    for (int i = declared.size() - 1; i >= 0; i--) {
      PlannedRead<?> read = declared.get(i);
      if (read.typeNames().stream().anyMatch(wanted)
          || needed.stream().anyMatch(later -> read.equals(later.finder()))) {
        needed.push(read);
      }
    }
    for (PlannedRead<?> read : needed) {
      followUps.put(read, new ArrayList<>());
      PlannedRead<?> finder = read.finder();
      if (finder == null) {
        first.add(read);
      } else {
        followUps(finder).add(read);
      }
    }
  }

  /** Whether the account itself is to be a fact, which costs no further call. */
  boolean wantsAccount() {
    return wantsAccount;
  }

  /** The reads that are made once, or in each Region, for no resource. */
  List<PlannedRead<?>> first(boolean global) {
    return first.stream().filter(read -> read.global() == global).toList();
  }

  /** The reads that are made for the facts of another. */
  List<PlannedRead<?>> followUps(PlannedRead<?> read) {
    return followUps.getOrDefault(read, List.of());
  }

  /** A read and all that cannot be made without it. */
  List<PlannedRead<?>> withFollowUps(PlannedRead<?> read) {
    List<PlannedRead<?>> all = new ArrayList<>();
    all.add(read);
    followUps(read).forEach(later -> all.addAll(withFollowUps(later)));
    return all;
  }
}
