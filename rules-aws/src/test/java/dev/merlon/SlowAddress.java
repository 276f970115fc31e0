/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import dev.merlon.fact.net.AddressFamily;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Addresses as numbers and blocks of them, without the arithmetic that is under test. */
final class SlowAddress {

  private SlowAddress() {}

  /** A block of addresses. */
  record Block(AddressFamily family, int length, BigInteger first, BigInteger last) {
    boolean contains(AddressFamily of, BigInteger address) {
      return family == of && first.compareTo(address) <= 0 && address.compareTo(last) <= 0;
    }
  }

  static int bits(AddressFamily family) {
    return family == AddressFamily.IPV4 ? 32 : 128;
  }

  /** The block of a text, or null if the text is not one. */
  static @Nullable Block block(String text) {
    int slash = text.indexOf('/');
    if (slash < 0 || !text.substring(slash + 1).matches("0|[1-9][0-9]{0,2}")) {
      return null;
    }
    int length = Integer.parseInt(text.substring(slash + 1));
    AddressFamily family = text.contains(":") ? AddressFamily.IPV6 : AddressFamily.IPV4;
    BigInteger address = address(text.substring(0, slash));
    if (address == null || length > bits(family)) {
      return null;
    }
    int host = bits(family) - length;
    BigInteger first = address.shiftRight(host).shiftLeft(host);
    BigInteger size = BigInteger.ONE.shiftLeft(host);
    return new Block(family, length, first, first.add(size).subtract(BigInteger.ONE));
  }

  /** The number of an address, or null if the text is not one. */
  static @Nullable BigInteger address(String text) {
    return text.contains(":") ? ipv6(text) : ipv4(text);
  }

  private static @Nullable BigInteger ipv4(String text) {
    String[] octets = text.split("\\.", -1);
    BigInteger number = BigInteger.ZERO;
    for (String octet : octets) {
      if (!octet.matches("0|[1-9][0-9]{0,2}") || Integer.parseInt(octet) > 255) {
        return null;
      }
      number = number.shiftLeft(8).add(new BigInteger(octet));
    }
    return octets.length == 4 ? number : null;
  }

  private static @Nullable BigInteger ipv6(String text) {
    List<String> groups = new ArrayList<>();
    int gap = text.indexOf("::");
    if (gap < 0) {
      groups.addAll(List.of(text.split(":", -1)));
    } else {
      String head = text.substring(0, gap);
      String tail = text.substring(gap + 2);
      List<String> left = head.isEmpty() ? List.of() : List.of(head.split(":", -1));
      List<String> right = tail.isEmpty() ? List.of() : List.of(tail.split(":", -1));
      groups.addAll(left);
      for (int i = left.size() + right.size(); i < 8; i++) {
        groups.add("0");
      }
      groups.addAll(right);
    }
    BigInteger number = BigInteger.ZERO;
    for (String group : groups) {
      if (!group.matches("[0-9a-fA-F]{1,4}")) {
        return null;
      }
      number = number.shiftLeft(16).add(new BigInteger(group, 16));
    }
    return groups.size() == 8 ? number : null;
  }

  /** An address as text of a block that has no other. */
  static String text(AddressFamily family, BigInteger address) {
    StringBuilder text = new StringBuilder();
    int width = family == AddressFamily.IPV4 ? 8 : 16;
    for (int shift = bits(family) - width; shift >= 0; shift -= width) {
      int group = address.shiftRight(shift).intValue() & ((1 << width) - 1);
      text.append(width == 8 ? Integer.toString(group) : Integer.toHexString(group));
      text.append(shift == 0 ? "" : width == 8 ? "." : ":");
    }
    return text.append('/').append(bits(family)).toString();
  }
}
