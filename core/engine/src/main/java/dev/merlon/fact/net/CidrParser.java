/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.net;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Reads one CIDR, strictly: what two readers could understand differently is refused. */
final class CidrParser {

  private final String text;

  CidrParser(String text) {
    this.text = text;
  }

  Cidr parse() {
    int slash = text.indexOf('/');
    if (slash < 0) {
      throw malformed("it has no prefix length");
    }
    String address = text.substring(0, slash);
    boolean ipv6 = address.indexOf(':') >= 0;
    AddressFamily family = ipv6 ? AddressFamily.IPV6 : AddressFamily.IPV4;
    int prefixLength = Decimals.parse(text.substring(slash + 1), family.bits());
    if (prefixLength < 0) {
      throw malformed("the prefix length must be a number within 0.." + family.bits());
    }
    if (!ipv6) {
      return Cidr.of(family, 0, ipv4(address), prefixLength);
    }
    List<Integer> groups = ipv6(address);
    return Cidr.of(family, word(groups, 0), word(groups, 4), prefixLength);
  }

  private long ipv4(String address) {
    String[] octets = address.split("\\.", -1);
    long value = 0;
    for (String octet : octets) {
      int number = Decimals.parse(octet, 255);
      if (number < 0 || octets.length != 4) {
        throw malformed("an IPv4 address is four numbers within 0..255 without leading zeros");
      }
      value = value << 8 | number;
    }
    return value;
  }

  /** Reads eight groups, of which "::" stands for one or more that are zero. */
  private List<Integer> ipv6(String address) {
    int gap = address.indexOf("::");
    List<Integer> groups = groups(gap < 0 ? address : address.substring(0, gap), gap < 0);
    if (gap >= 0) {
      List<Integer> tail = groups(address.substring(gap + 2), true);
      int zeros = 8 - groups.size() - tail.size();
      groups.addAll(Collections.nCopies(Math.max(zeros, 1), 0));
      groups.addAll(tail);
    }
    if (groups.size() != 8) {
      throw malformed("an IPv6 address has eight groups and not " + groups.size());
    }
    return groups;
  }

  private List<Integer> groups(String part, boolean endsAddress) {
    List<Integer> groups = new ArrayList<>(8);
    if (part.isEmpty()) {
      return groups;
    }
    String[] texts = part.split(":", -1);
    for (int i = 0; i < texts.length; i++) {
      if (endsAddress && i == texts.length - 1 && texts[i].indexOf('.') >= 0) {
        long embedded = ipv4(texts[i]);
        groups.add((int) (embedded >>> 16));
        groups.add((int) (embedded & 0xffff));
      } else {
        groups.add(group(texts[i]));
      }
    }
    return groups;
  }

  private int group(String group) {
    int value = 0;
    for (int i = 0; i < group.length(); i++) {
      char c = group.charAt(i);
      int digit = c < 128 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        throw malformed("'" + c + "' is not a hexadecimal digit");
      }
      value = value << 4 | digit;
    }
    if (group.isEmpty() || group.length() > 4) {
      throw malformed("a group of an IPv6 address is one to four hexadecimal digits");
    }
    return value;
  }

  private static long word(List<Integer> groups, int from) {
    long word = 0;
    for (int group : groups.subList(from, from + 4)) {
      word = word << 16 | group;
    }
    return word;
  }

  private IllegalArgumentException malformed(String why) {
    return new IllegalArgumentException("malformed CIDR \"" + text + "\": " + why);
  }
}
