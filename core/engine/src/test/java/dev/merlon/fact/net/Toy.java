/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.net;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.function.BinaryOperator;

/**
 * A window of few addresses in a corner of a real address space, where sets are computed address by
 * address. What lies outside of the window belongs to a set as a whole or not at all.
 */
record Toy(AddressFamily family, BigInteger first) {

  static final int SIZE = 48;

  /**
   * The windows where an implementation may go wrong: around each border, half of it on each side.
   */
  static List<Toy> corners() {
    return List.of(
        around(AddressFamily.IPV4, "0.0.0.0"),
        around(AddressFamily.IPV4, "10.0.0.0"),
        around(AddressFamily.IPV4, "128.0.0.0"),
        around(AddressFamily.IPV6, "::"),
        around(AddressFamily.IPV6, "::8000:0:0:0"),
        around(AddressFamily.IPV6, "0:0:0:1::"),
        around(AddressFamily.IPV6, "::1:0:0:0"),
        around(AddressFamily.IPV6, "2001:db8::ffff:ffff:0:0"),
        around(AddressFamily.IPV6, "8000::"));
  }

  private static Toy around(AddressFamily family, String address) {
    BigInteger first = number(family, address).subtract(BigInteger.valueOf(SIZE / 2));
    return new Toy(family, first.mod(BigInteger.ONE.shiftLeft(family.bits())));
  }

  /** Reads an address that is a literal with the JDK, as a second opinion. */
  static BigInteger number(AddressFamily family, String address) {
    try {
      byte[] bytes = InetAddress.getByName(address).getAddress();
      BigInteger number = new BigInteger(1, bytes);
      boolean mapped = family == AddressFamily.IPV6 && bytes.length == 4;
      return mapped ? number.add(BigInteger.valueOf(0xffffL << 32)) : number;
    } catch (UnknownHostException e) {
      throw new AssertionError(address, e);
    }
  }

  BigInteger space() {
    return BigInteger.ONE.shiftLeft(family.bits());
  }

  BigInteger address(int index) {
    return first.add(BigInteger.valueOf(index)).mod(space());
  }

  /** Returns a single address of the window as a block. */
  Cidr cidr(int index) {
    return Cidr.of(
        family,
        address(index).shiftRight(64).longValue(),
        address(index).longValue(),
        family.bits());
  }

  /** A set by its members within the window, and whether all the other addresses belong to it. */
  record Model(BitSet members, boolean others) {

    /**
     * Applies an operation on sets that is given as one on {@code {} and {0}}, address by address.
     */
    Model combine(BinaryOperator<Boolean> operation, Model that) {
      BitSet result = new BitSet();
      for (int i = 0; i < SIZE; i++) {
        result.set(i, operation.apply(members.get(i), that.members.get(i)));
      }
      return new Model(result, operation.apply(others, that.others));
    }
  }

  Model random(Random random) {
    BitSet members = new BitSet();
    for (int n = random.nextInt(5); n > 0; n--) {
      int from = random.nextInt(SIZE);
      members.flip(from, Math.min(SIZE, from + 1 + random.nextInt(12)));
    }
    return new Model(members, random.nextInt(3) == 0);
  }

  IpSet set(Model model) {
    List<Cidr> members = new ArrayList<>();
    List<Cidr> others = new ArrayList<>();
    for (int i = 0; i < SIZE; i++) {
      (model.members.get(i) ? members : others).add(cidr(i));
    }
    if (model.others) {
      return others.isEmpty() ? IpSet.all(family) : IpSet.all(family).minus(IpSet.of(others));
    }
    return members.isEmpty() ? IpSet.empty(family) : IpSet.of(members);
  }

  /** Reads a set back from the text of its blocks, which takes no code of the sets themselves. */
  Model model(IpSet set) {
    BitSet members = new BitSet();
    BigInteger size = BigInteger.ZERO;
    for (Cidr cidr : set.cidrs()) {
      String[] parts = cidr.toString().split("/", -1);
      BigInteger start = number(family, parts[0]);
      BigInteger length = BigInteger.ONE.shiftLeft(family.bits() - Integer.parseInt(parts[1]));
      size = size.add(length);
      for (int i = 0; i < SIZE; i++) {
        BigInteger offset = address(i).subtract(start);
        if (offset.signum() >= 0 && offset.compareTo(length) < 0) {
          members.set(i);
        }
      }
    }
    BigInteger outside = size.subtract(BigInteger.valueOf(members.cardinality()));
    boolean others = outside.signum() != 0;
    if (others && !outside.equals(space().subtract(BigInteger.valueOf(SIZE)))) {
      throw new AssertionError(set + " has some of the addresses outside of the window");
    }
    return new Model(members, others);
  }
}
