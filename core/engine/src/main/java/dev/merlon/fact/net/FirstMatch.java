/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.net;

/**
 * An ordered list of rules of which the first that matches decides (NACL-1); what no rule matches
 * is denied. A rule that is not understood lets nothing through for certain and takes nothing away
 * from what may come through (GEN-1).
 */
public final class FirstMatch {

  /** What a rule says to what it matches. */
  public enum Action {
    ALLOW,
    DENY,
    /** A word that nobody knows. */
    UNKNOWN
  }

  private Flows must;
  private Flows may;
  private Flows undecided; // for must: what no rule may have matched yet
  private Flows open; // for may: what not certainly is matched yet

  public FirstMatch(AddressFamily family) {
    must = Flows.none(family);
    may = must;
    undecided = Flows.all(family);
    open = undecided;
  }

  /**
   * Adds the next rule.
   *
   * @param matched what it matches, or more than that
   * @param exactly whether it matches all of that
   */
  public void add(Action action, Flows matched, boolean exactly) {
    if (action != Action.DENY) {
      may = may.union(open.intersect(matched));
    }
    if (action == Action.ALLOW && exactly) {
      must = must.union(undecided.intersect(matched));
    }
    if (action != Action.ALLOW || exactly) {
      undecided = undecided.minus(matched);
    }
    if (exactly) {
      open = open.minus(matched);
    }
  }

  /** Returns what the rules so far let through. */
  public Tri<Flows> allowed() {
    return must.equals(may) ? Tri.exactly(must) : new Tri<>(must, may);
  }
}
