/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.net;

/** Keeps IPv4 and IPv6 apart: a rule or a route of one never serves the other (GEN-2). */
public enum AddressFamily {
  IPV4(32),
  IPV6(128);

  private final int bits;

  AddressFamily(int bits) {
    this.bits = bits;
  }

  /** Returns the length of an address. */
  int bits() {
    return bits;
  }

  /**
   * Returns how many {@code long}s hold an address; an IPv4 address is one that is never negative.
   */
  int words() {
    return this == IPV4 ? 1 : 2;
  }

  /** Returns this family, after checking that the other operand is of it too. */
  AddressFamily and(AddressFamily other) {
    if (this != other) {
      throw new IllegalArgumentException(
          "cannot combine " + this + " with " + other + ": compute each family on its own");
    }
    return this;
  }
}
