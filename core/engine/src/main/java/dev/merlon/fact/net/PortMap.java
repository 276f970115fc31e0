/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.net;

import java.util.Arrays;
import java.util.StringJoiner;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A relation of keys within 0..65535 to addresses of one family: for TCP and UDP the key is the
 * port, for ICMP {@code 256 * type + code}, and a protocol without ports has the same addresses at
 * each key.
 *
 * <p>Equal relations are equal objects, however they were put together. Operations return an
 * operand itself when the result equals it, and throw {@link IllegalArgumentException} when the
 * operands are of two families.
 */
public final class PortMap {

  private final AddressFamily family;
  private final Steps<IpSet> steps;

  private PortMap(AddressFamily family, Steps<IpSet> steps) {
    this.family = family;
    this.steps = steps;
  }

  public static PortMap empty(AddressFamily family) {
    return everywhere(IpSet.empty(family));
  }

  /** Returns the relation with the same addresses at every key. */
  static PortMap everywhere(IpSet addresses) {
    return new PortMap(addresses.family(), Steps.constant(addresses));
  }

  static PortMap of(int lo, int hi, IpSet addresses) {
    PortSet.checkRange(lo, hi);
    AddressFamily family = addresses.family();
    return new PortMap(family, Steps.of(lo, hi, PortSet.LAST, addresses, IpSet.empty(family)));
  }

  /**
   * Returns this relation with the addresses added to the keys from {@code lo} to {@code hi}, both
   * included.
   *
   * @throws IllegalArgumentException unless {@code 0 <= lo <= hi <= 65535}
   */
  public PortMap with(int lo, int hi, IpSet addresses) {
    return union(of(lo, hi, addresses));
  }

  /** Returns this relation with the addresses added to all of these keys. */
  public PortMap with(PortSet keys, IpSet addresses) {
    PortMap map = this;
    for (int range = 0; range < keys.ranges(); range++) {
      map = map.with(keys.first(range), keys.last(range), addresses);
    }
    return map;
  }

  public AddressFamily family() {
    return family;
  }

  public PortMap union(PortMap other) {
    family.and(other.family);
    return other.isEmpty() ? this : isEmpty() ? other : combine(IpSet::union, other);
  }

  public PortMap intersect(PortMap other) {
    family.and(other.family);
    return isEmpty() ? this : other.isEmpty() ? other : combine(IpSet::intersect, other);
  }

  public PortMap minus(PortMap other) {
    family.and(other.family);
    return isEmpty() || other.isEmpty() ? this : combine(IpSet::minus, other);
  }

  private PortMap combine(BinaryOperator<IpSet> operation, PortMap other) {
    Steps<IpSet> result = steps.combine(operation, other.steps);
    return result.equals(steps)
        ? this
        : result.equals(other.steps) ? other : new PortMap(family, result);
  }

  public boolean isEmpty() {
    return steps.count() == 1 && steps.value(0).isEmpty();
  }

  /**
   * Returns the addresses at a key, perhaps none.
   *
   * @throws IllegalArgumentException if the key is not within 0..65535
   */
  public IpSet at(int key) {
    PortSet.checkRange(key, key);
    return steps.at(key);
  }

  /** Returns the addresses that are at one of the keys at least. */
  public IpSet at(PortSet keys) {
    IpSet addresses = IpSet.empty(family);
    for (int i = 0; i < steps.count(); i++) {
      int last = i + 1 < steps.count() ? steps.start(i + 1) - 1 : PortSet.LAST;
      if (!steps.value(i).isEmpty() && keys.intersects(PortSet.range(steps.start(i), last))) {
        addresses = addresses.union(steps.value(i));
      }
    }
    return addresses;
  }

  /**
   * Returns the keys whose addresses satisfy the condition, which is asked about the empty set too.
   */
  public PortSet where(Predicate<? super IpSet> condition) {
    long[] flips = new long[steps.count()];
    int length = 0;
    for (int i = 0; i < steps.count(); i++) {
      if (condition.test(steps.value(i)) == (length % 2 == 0)) {
        flips[length++] = steps.start(i);
      }
    }
    return PortSet.ofFlips(Arrays.copyOf(flips, length));
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object == this || (object instanceof PortMap other && steps.equals(other.steps));
  }

  @Override
  public int hashCode() {
    return steps.hashCode();
  }

  /** Returns the keys that have addresses, such as {@code {22=10.0.0.0/8; 80-81=0.0.0.0/0}}. */
  @Override
  public String toString() {
    StringJoiner text = new StringJoiner("; ", "{", "}");
    for (int i = 0; i < steps.count(); i++) {
      if (!steps.value(i).isEmpty()) {
        int last = i + 1 < steps.count() ? steps.start(i + 1) - 1 : PortSet.LAST;
        text.add(PortSet.range(steps.start(i), last) + "=" + steps.value(i));
      }
    }
    return text.toString();
  }
}
