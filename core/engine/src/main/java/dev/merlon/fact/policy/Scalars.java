/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.policy;

import dev.merlon.fact.net.Cidr;
import dev.merlon.fact.net.IpSet;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The values of conditions that are no texts. What cannot be read decides nothing. */
final class Scalars {

  private static final int LONGEST_NUMBER = 64;

  private Scalars() {}

  static @Nullable BigDecimal number(String text) {
    if (text.length() > LONGEST_NUMBER) {
      return null;
    }
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** Reads a date, a date with a time and a zone, or the seconds since 1970. */
  static @Nullable Instant date(String text) {
    try {
      if (text.matches("\\d{1,18}")) {
        return Instant.ofEpochSecond(Long.parseLong(text));
      }
      return text.indexOf('T') < 0
          ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  static Truth sameBoolean(String one, String other) {
    return isBoolean(one) && isBoolean(other)
        ? Truth.of(one.equalsIgnoreCase(other))
        : Truth.UNDECIDED;
  }

  private static boolean isBoolean(String text) {
    return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
  }

  static Truth sameBytes(String one, String other) {
    try {
      Base64.Decoder decoder = Base64.getDecoder();
      return Truth.of(Arrays.equals(decoder.decode(one), decoder.decode(other)));
    } catch (IllegalArgumentException e) {
      return Truth.UNDECIDED;
    }
  }

  static Truth containsAddress(String block, String address) {
    try {
      IpSet blocks = IpSet.of(cidr(block));
      IpSet addresses = IpSet.of(cidr(address));
      if (blocks.family() != addresses.family()) {
        return Truth.FALSE;
      }
      if (blocks.containsAll(addresses)) {
        return Truth.TRUE;
      }
      return blocks.intersect(addresses).isEmpty() ? Truth.FALSE : Truth.UNDECIDED;
    } catch (IllegalArgumentException e) {
      return Truth.UNDECIDED;
    }
  }

  /** Reads a block, or an address as a block of its own. */
  private static Cidr cidr(String text) {
    if (text.indexOf('/') >= 0) {
      return Cidr.parse(text);
    }
    return Cidr.parse(text + (text.indexOf(':') < 0 ? "/32" : "/128"));
  }
}
