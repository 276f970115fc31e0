/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.sample;

import java.util.Collection;

/**
 * Derived, and carries its own doubt: how many guards of a tower are awake.
 *
 * @param most at least as many as there are
 */
public record Watch(String arn, String account, String region, int least, int most, String doubt) {

  public static Watch of(Tower tower, Collection<?> guards, Collection<?> missing) {
    int awake = (int) guards.stream().filter(guard -> ((Guard) guard).awake()).count();
    return new Watch(
        tower.arn(),
        tower.account(),
        tower.region(),
        awake,
        missing.isEmpty() ? awake : Integer.MAX_VALUE,
        missing.isEmpty() ? "" : "guards unseen: " + missing.iterator().next());
  }
}
