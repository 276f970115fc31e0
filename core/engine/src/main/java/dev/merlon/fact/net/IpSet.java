/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.net;

import static java.util.stream.Collectors.joining;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * A set of addresses of one family (GEN-2), however it was written: {@code 0.0.0.0/1} with {@code
 * 128.0.0.0/1} equals {@code 0.0.0.0/0}.
 *
 * <p>Operations take linear time, return an operand itself when the result equals it, and throw
 * {@link IllegalArgumentException} when the operands are of two families.
 */
public final class IpSet {

  private final AddressFamily family;
  private final long[] flips; // see SetOperation

  private IpSet(AddressFamily family, long[] flips) {
    this.family = family;
    this.flips = flips;
  }

  public static IpSet empty(AddressFamily family) {
    return new IpSet(family, new long[0]);
  }

  public static IpSet all(AddressFamily family) {
    return new IpSet(family, new long[family.words()]);
  }

  /**
   * Returns the union of the blocks.
   *
   * @throws IllegalArgumentException if there is no block, or blocks of two families
   */
  public static IpSet of(Cidr... cidrs) {
    return of(List.of(cidrs));
  }

  /**
   * Returns the union of the blocks.
   *
   * @throws IllegalArgumentException if there is no block, or blocks of two families
   */
  public static IpSet of(Collection<Cidr> cidrs) {
    IpSet[] sets =
        cidrs.stream().map(cidr -> new IpSet(cidr.family(), cidr.flips())).toArray(IpSet[]::new);
    if (sets.length == 0) {
      throw new IllegalArgumentException("no CIDR tells the family: use IpSet.empty(family)");
    }
    for (int step = 1; step < sets.length; step *= 2) { // pairwise, so that n blocks take n log n
      for (int i = 0; i + step < sets.length; i += 2 * step) {
        sets[i] = sets[i].union(sets[i + step]);
      }
    }
    return sets[0];
  }

  public AddressFamily family() {
    return family;
  }

  public IpSet union(IpSet other) {
    return combine(SetOperation.UNION, other);
  }

  public IpSet intersect(IpSet other) {
    return combine(SetOperation.INTERSECT, other);
  }

  public IpSet minus(IpSet other) {
    return combine(SetOperation.MINUS, other);
  }

  private IpSet combine(SetOperation operation, IpSet other) {
    long[] result = operation.apply(flips, other.flips, family.and(other.family).words());
    return result == flips ? this : result == other.flips ? other : new IpSet(family, result);
  }

  public boolean isEmpty() {
    return flips.length == 0;
  }

  public boolean containsAll(IpSet other) {
    return other.minus(this).isEmpty();
  }

  /** Returns whether every address of the block is in this set. */
  public boolean contains(Cidr cidr) {
    return containsAll(of(cidr));
  }

  /**
   * Returns whether this set has at least 2<sup>powerOfTwo</sup> addresses; the power is within
   * 0..128.
   */
  public boolean sizeAtLeast(int powerOfTwo) {
    if (powerOfTwo < 0 || powerOfTwo > 128) {
      throw new IllegalArgumentException("the power " + powerOfTwo + " is not within 0..128");
    }
    if (equals(all(family))) {
      return powerOfTwo <= family.bits();
    }
    // Sum of the ends minus sum of the starts, modulo 2^128: only the set of all IPv6 addresses is
    // larger.
    boolean toTheTop = flipCount() % 2 == 1;
    long high = 0;
    long low = toTheTop && family == AddressFamily.IPV4 ? 1L << 32 : 0;
    for (int i = 0; i < flipCount(); i++) {
      if (i % 2 == 0) {
        high -= high(i) + (Long.compareUnsigned(low, low(i)) < 0 ? 1 : 0);
        low -= low(i);
      } else {
        low += low(i);
        high += high(i) + (Long.compareUnsigned(low, low(i)) < 0 ? 1 : 0);
      }
    }
    return powerOfTwo < 64
        ? high != 0 || Long.compareUnsigned(low, 1L << powerOfTwo) >= 0
        : powerOfTwo < 128 && Long.compareUnsigned(high, 1L << (powerOfTwo - 64)) >= 0;
  }

  /**
   * Returns the exact number of addresses. For a threshold, {@link #sizeAtLeast} is much faster.
   */
  public BigInteger size() {
    BigInteger size = BigInteger.ZERO;
    for (int i = 0; i < flipCount(); i += 2) {
      size = size.add(flip(i + 1)).subtract(flip(i));
    }
    return size;
  }

  /** Returns the shortest list of blocks with this union, in ascending order. */
  public List<Cidr> cidrs() {
    List<Cidr> cidrs = new ArrayList<>();
    for (int i = 0; i < flipCount(); i += 2) {
      BigInteger end = flip(i + 1);
      for (BigInteger start = flip(i); start.compareTo(end) < 0; ) {
        int hostBits =
            end.subtract(start).bitLength() - 1; // the largest block that fits and is aligned
        if (start.signum() != 0) {
          hostBits = Math.min(hostBits, start.getLowestSetBit());
        }
        long high = start.shiftRight(64).longValue();
        cidrs.add(Cidr.of(family, high, start.longValue(), family.bits() - hostBits));
        start = start.add(BigInteger.ONE.shiftLeft(hostBits));
      }
    }
    return List.copyOf(cidrs);
  }

  /**
   * Returns the lowest address, as a block of one.
   *
   * @throws NoSuchElementException if the set is empty
   */
  public Cidr lowest() {
    if (isEmpty()) {
      throw new NoSuchElementException("the empty set has no address");
    }
    return Cidr.of(family, high(0), low(0), family.bits());
  }

  public boolean intersects(IpSet other) {
    return !intersect(other).isEmpty();
  }

  private int flipCount() {
    return flips.length / family.words();
  }

  private long high(int flip) {
    return family == AddressFamily.IPV4 ? 0 : flips[2 * flip];
  }

  private long low(int flip) {
    return family == AddressFamily.IPV4 ? flips[flip] : flips[2 * flip + 1];
  }

  /** Returns the flip as a number, and the one after the last as the size of the address space. */
  private BigInteger flip(int flip) {
    if (flip == flipCount()) {
      return BigInteger.ONE.shiftLeft(family.bits());
    }
    return new BigInteger(Long.toUnsignedString(high(flip)))
        .shiftLeft(64)
        .add(new BigInteger(Long.toUnsignedString(low(flip))));
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object == this
        || (object instanceof IpSet other
            && family == other.family
            && Arrays.equals(flips, other.flips));
  }

  @Override
  public int hashCode() {
    return 31 * family.bits() + Arrays.hashCode(flips);
  }

  /** Returns the {@link #cidrs}, separated by commas; nothing for the empty set. */
  @Override
  public String toString() {
    return cidrs().stream().map(Cidr::toString).collect(joining(","));
  }
}
