/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.net;

import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * A set of ports within 0..65535, or of the other keys of a {@link PortMap}. Operations return an
 * operand itself when the result equals it.
 */
public final class PortSet {

  static final int LAST = 65535;

  private static final PortSet EMPTY = new PortSet(new long[0]);
  private static final PortSet ALL = new PortSet(new long[1]);

  private final long[] flips; // see SetOperation

  private PortSet(long[] flips) {
    this.flips = flips;
  }

  /** Returns the set whose membership changes at the given ports, which must ascend. */
  static PortSet ofFlips(long[] flips) {
    return new PortSet(flips);
  }

  public static PortSet empty() {
    return EMPTY;
  }

  public static PortSet all() {
    return ALL;
  }

  /**
   * Returns the set of one port.
   *
   * @throws IllegalArgumentException if the port is not within 0..65535
   */
  public static PortSet of(int port) {
    return range(port, port);
  }

  /**
   * Returns the ports from {@code lo} to {@code hi}, both included (D5).
   *
   * @throws IllegalArgumentException unless {@code 0 <= lo <= hi <= 65535}
   */
  public static PortSet range(int lo, int hi) {
    checkRange(lo, hi);
    return new PortSet(hi == LAST ? new long[] {lo} : new long[] {lo, hi + 1});
  }

  /**
   * Reads ports and closed ranges, separated by commas and optional spaces, such as {@code 22,
   * 137-139}, in any order.
   *
   * @throws IllegalArgumentException naming the text and the part that is no port; the empty text
   *     is refused too, because a list of ports that was lost must not pass for one that was left
   *     empty
   */
  public static PortSet parse(String text) {
    PortSet ports = EMPTY;
    for (String part : text.split(",", -1)) {
      String range = part.strip();
      int dash = range.indexOf('-');
      int lo = Decimals.parse(dash < 0 ? range : range.substring(0, dash), LAST);
      int hi = dash < 0 ? lo : Decimals.parse(range.substring(dash + 1), LAST);
      if (lo < 0 || hi < lo) {
        throw new IllegalArgumentException(
            String.format(
                "malformed ports \"%s\": \"%s\" is neither a port nor a range within 0..%d",
                text, range, LAST));
      }
      ports = ports.union(range(lo, hi));
    }
    return ports;
  }

  static void checkRange(int lo, int hi) {
    if (lo < 0 || lo > hi || hi > LAST) {
      throw new IllegalArgumentException(lo + "-" + hi + " is not a range within 0.." + LAST);
    }
  }

  public PortSet union(PortSet other) {
    return combine(SetOperation.UNION, other);
  }

  public PortSet intersect(PortSet other) {
    return combine(SetOperation.INTERSECT, other);
  }

  public PortSet minus(PortSet other) {
    return combine(SetOperation.MINUS, other);
  }

  private PortSet combine(SetOperation operation, PortSet other) {
    long[] result = operation.apply(flips, other.flips, 1);
    return result == flips ? this : result == other.flips ? other : new PortSet(result);
  }

  public boolean isEmpty() {
    return flips.length == 0;
  }

  /** Returns whether the port is in this set; no number outside of 0..65535 is. */
  public boolean contains(int port) {
    int found = Arrays.binarySearch(flips, port);
    int flipsUpToPort = found >= 0 ? found + 1 : -found - 1;
    return port <= LAST && flipsUpToPort % 2 == 1;
  }

  public boolean containsAll(PortSet other) {
    return other.minus(this).isEmpty();
  }

  public boolean intersects(PortSet other) {
    return !intersect(other).isEmpty();
  }

  public int size() {
    int size = 0;
    for (int range = 0; range < ranges(); range++) {
      size += last(range) - first(range) + 1;
    }
    return size;
  }

  /**
   * Returns the lowest port.
   *
   * @throws NoSuchElementException if the set is empty
   */
  public int lowest() {
    if (isEmpty()) {
      throw new NoSuchElementException("the empty set has no port");
    }
    return first(0);
  }

  /** How many ranges that do not touch each other it has. */
  int ranges() {
    return (flips.length + 1) / 2;
  }

  int first(int range) {
    return (int) flips[2 * range];
  }

  int last(int range) {
    int end = 2 * range + 1;
    return end < flips.length ? (int) flips[end] - 1 : LAST;
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof PortSet other && Arrays.equals(flips, other.flips);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(flips);
  }

  /** Returns the one canonical text, such as {@code 22,137-139}; nothing for the empty set. */
  @Override
  public String toString() {
    StringJoiner text = new StringJoiner(",");
    for (int range = 0; range < ranges(); range++) {
      int first = first(range);
      text.add(first == last(range) ? "" + first : first + "-" + last(range));
    }
    return text.toString();
  }
}
