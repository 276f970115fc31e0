/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import dev.merlon.fact.policy.Truth;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far the news of an event gets on its way to somebody.
 *
 * @param arrives whether somebody receives it
 * @param links how many links of the chain hold, for certain or perhaps
 * @param names what the chain is made of, as far as it goes
 * @param why what it breaks at, or may break at; empty if it holds
 */
record AlarmChain(Truth arrives, int links, SortedMap<String, String> names, String why) {

  static final AlarmChain START = new AlarmChain(Truth.TRUE, 0, new TreeMap<>(), "");

  /** Where events get without anybody's doing, as far as a trail takes them to its log group. */
  static final AlarmChain EVENT_BUS = new AlarmChain(Truth.TRUE, 5, new TreeMap<>(), "");

  AlarmChain {
    names = Collections.unmodifiableSortedMap(new TreeMap<>(names));
  }

  /** Goes on through something that has a name, unless the chain is broken already. */
  AlarmChain through(String kind, String name) {
    if (arrives == Truth.FALSE) {
      return this;
    }
    SortedMap<String, String> more = new TreeMap<>(names);
    more.put(kind, name);
    return new AlarmChain(arrives, links, more, why);
  }

  /** Goes on by one link, unless the chain is broken already. */
  AlarmChain then(Truth holds, String reason) {
    if (arrives == Truth.FALSE) {
      return this;
    }
    if (holds == Truth.FALSE) {
      return new AlarmChain(Truth.FALSE, links, names, reason);
    }
    String doubt = holds == Truth.UNDECIDED && why.isEmpty() ? reason : why;
    return new AlarmChain(arrives.and(holds), links + 1, names, doubt);
  }

  /** The one that is more certain to arrive; of two alike, the one that gets further. */
  AlarmChain or(AlarmChain other) {
    int better = arrives.compareTo(other.arrives);
    if (better == 0) {
      better = Integer.compare(links, other.links);
    }
    return better >= 0 ? this : other;
  }
}
