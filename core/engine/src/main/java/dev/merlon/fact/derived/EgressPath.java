/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import dev.merlon.fact.net.IpSet;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How traffic to the internet gets out.
 *
 * @param modes by which gateways it certainly does
 * @param maybeModes by which others it does, for all that is known
 * @param destinations what is reached for certain, by gateway
 * @param doubt why it is not certain; empty if it is
 */
public record EgressPath(
    Reachability verdict,
    SortedSet<EgressMode> modes,
    SortedSet<EgressMode> maybeModes,
    SortedMap<EgressMode, IpSet> destinations,
    String doubt) {

  public EgressPath {
    modes = Collections.unmodifiableSortedSet(new TreeSet<>(modes));
    maybeModes = Collections.unmodifiableSortedSet(new TreeSet<>(maybeModes));
    destinations = Collections.unmodifiableSortedMap(new TreeMap<>(destinations));
  }
}
