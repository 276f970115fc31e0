/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import java.util.Map;

/**
 * Wide public blocks that the rules of a security group name, see {@link GroupExposure#wideBlocks}.
 *
 * @param blocks the blocks as people write them; empty if there are none for certain
 * @param rules the ids of the rules that name them
 * @param doubt why there may be more; empty if there are no more
 */
public record WideBlocks(String blocks, String rules, String doubt) {

  /** Whether there are some for certain. */
  public boolean found() {
    return !blocks.isEmpty();
  }

  /** Whether there are none for certain, but may be. */
  public boolean inDoubt() {
    return blocks.isEmpty() && !doubt.isEmpty();
  }

  public Map<String, String> evidence() {
    return Map.of("blocks", blocks, "rules", rules);
  }
}
