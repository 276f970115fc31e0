/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.net;

import org.jspecify.annotations.Nullable;

/** An address block of either family. Two texts of the same block give equal objects (SG-2). */
public final class Cidr {

  private final AddressFamily family;
  private final long high; // 0 for IPv4
  private final long low; // IPv4: the address, never negative
  private final int prefixLength;

  private Cidr(AddressFamily family, long high, long low, int prefixLength) {
    this.family = family;
    this.high = high;
    this.low = low;
    this.prefixLength = prefixLength;
  }

  /**
   * Reads {@code address/length}, with an IPv6 address in any form of RFC 4291. Sets bits beyond
   * the prefix to zero, as EC2 does with the CIDR of a rule.
   *
   * @throws IllegalArgumentException naming the text and what is wrong with it: a missing or
   *     leading-zero number, a space, a zone id and a bare address are all refused, never guessed
   *     at
   */
  public static Cidr parse(String text) {
    return new CidrParser(text).parse();
  }

  /**
   * Reads an address without a prefix length, as a block of one.
   *
   * @throws IllegalArgumentException naming the text and what is wrong with it
   */
  public static Cidr parseAddress(String text) {
    if (text.indexOf('/') >= 0) {
      throw new IllegalArgumentException(
          "malformed address \"" + text + "\": it has a prefix length");
    }
    return parse(text + (text.indexOf(':') >= 0 ? "/128" : "/32"));
  }

  static Cidr of(AddressFamily family, long high, long low, int prefixLength) {
    int hostBits = family.bits() - prefixLength;
    return new Cidr(family, high & ~hostHigh(hostBits), low & ~hostLow(hostBits), prefixLength);
  }

  public AddressFamily family() {
    return family;
  }

  public int prefixLength() {
    return prefixLength;
  }

  /** Returns the text of its first address, without the prefix length. */
  public String address() {
    String text = toString();
    return text.substring(0, text.indexOf('/'));
  }

  /** Returns the first address and the one after the last, which is left out if there is none. */
  long[] flips() {
    int hostBits = family.bits() - prefixLength;
    long endLow = (low | hostLow(hostBits)) + 1;
    long endHigh = (high | hostHigh(hostBits)) + (endLow == 0 ? 1 : 0);
    if (family == AddressFamily.IPV4) {
      return endLow >>> 32 != 0 ? new long[] {low} : new long[] {low, endLow};
    }
    boolean toTheTop = endHigh == 0 && endLow == 0;
    return toTheTop ? new long[] {high, low} : new long[] {high, low, endHigh, endLow};
  }

  private static long hostHigh(int hostBits) {
    return hostBits <= 64 ? 0 : -1L >>> (128 - hostBits);
  }

  private static long hostLow(int hostBits) {
    return hostBits == 0 ? 0 : -1L >>> (64 - Math.min(hostBits, 64));
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof Cidr other
        && family == other.family
        && high == other.high
        && low == other.low
        && prefixLength == other.prefixLength;
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(high ^ Long.rotateLeft(low, 32)) + prefixLength;
  }

  /** Returns the one canonical text, for IPv6 that of RFC 5952. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(43);
    if (family == AddressFamily.IPV4) {
      appendIpv4(text);
    } else if (high == 0 && low >>> 32 == 0xffff) {
      appendIpv4(text.append("::ffff:"));
    } else {
      appendIpv6(text);
    }
    return text.append('/').append(prefixLength).toString();
  }

  private void appendIpv4(StringBuilder text) {
    for (int shift = 24; shift >= 0; shift -= 8) {
      text.append(low >>> shift & 0xff).append(shift == 0 ? "" : ".");
    }
  }

  private void appendIpv6(StringBuilder text) {
    int gapStart = -1;
    int gapLength = 1; // a single zero group is written out
    for (int i = 0; i < 8; i++) {
      int end = i;
      while (end < 8 && group(end) == 0) {
        end++;
      }
      if (end - i > gapLength) {
        gapStart = i;
        gapLength = end - i;
      }
    }
    for (int i = 0; i < 8; i++) {
      if (i == gapStart) {
        text.append("::");
        i += gapLength - 1;
      } else {
        boolean separated = i == 0 || i == gapStart + gapLength;
        text.append(separated ? "" : ":").append(Long.toHexString(group(i)));
      }
    }
  }

  private long group(int index) {
    return (index < 4 ? high : low) >>> (48 - 16 * (index % 4)) & 0xffff;
  }
}
