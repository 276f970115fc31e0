/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Gaps to tell people about: how many, and the first few of them.
 *
 * @param first ordered, no more than are shown
 */
record Missing(int count, List<Gap> first) {

  private static final int SHOWN = 3;

  static final Missing NOTHING = new Missing(0, List.of());

  static Missing of(Collection<Gap> gaps) {
    return new Missing(gaps.size(), gaps.stream().sorted().limit(SHOWN).toList());
  }

  Missing and(Missing other) {
    if (count == 0) {
      return other;
    }
    if (other.count == 0) {
      return this;
    }
    List<Gap> both = new ArrayList<>(first);
    both.addAll(other.first);
    return new Missing(count + other.count, both.stream().sorted().limit(SHOWN).toList());
  }

  /** The one or the other, whichever is more: of two facts of one resource. */
  Missing orMore(Missing other) {
    return other.count > count ? other : this;
  }

  /** Says for people what is missing, the same for the same gaps; empty if nothing is. */
  String describe() {
    List<String> each =
        first.stream()
            .map(
                gap ->
                    gap.factType()
                        + " of "
                        + (gap.arn() != null ? gap.arn() : gap.account() + " in " + gap.region())
                        + " is missing: "
                        + gap.reason())
            .toList();
    String text = String.join("; ", each);
    return count > each.size() ? text + "; and " + (count - each.size()) + " more" : text;
  }
}
