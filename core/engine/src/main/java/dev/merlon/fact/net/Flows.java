/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.net;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A relation of protocol, port and remote address for one family. It is a relation and no product:
 * 443 open to one network and 22 to another opens neither port to both (GEN-4).
 *
 * <p>It says something about every protocol number within 0..255 and about <em>the other
 * protocols</em>, which stand for whatever no rule names. Equal relations are equal objects,
 * however they were put together: a protocol that was written on its own makes no difference if it
 * equals the others. Operations return an operand itself when the result equals it, and throw
 * {@link IllegalArgumentException} when the operands are of two families.
 */
public final class Flows {

  private static final int LAST_PROTOCOL = 255;
  private static final int OTHERS = LAST_PROTOCOL + 1;

  private final AddressFamily family;
  private final Steps<PortMap> protocols; // the last key, OTHERS, is for the other protocols

  private Flows(AddressFamily family, Steps<PortMap> protocols) {
    this.family = family;
    this.protocols = protocols;
  }

  public static Flows none(AddressFamily family) {
    return everywhere(IpSet.empty(family));
  }

  /** Returns the relation that has every protocol, port and address. */
  public static Flows all(AddressFamily family) {
    return everywhere(IpSet.all(family));
  }

  private static Flows everywhere(IpSet addresses) {
    return new Flows(addresses.family(), Steps.constant(PortMap.everywhere(addresses)));
  }

  /**
   * Returns this relation with the addresses added to one protocol and the keys of {@link PortMap}
   * from {@code lo} to {@code hi}, both included. A protocol without ports takes 0 to 65535 (SG-5).
   *
   * @throws IllegalArgumentException unless {@code 0 <= protocol <= 255} and {@code 0 <= lo <= hi
   *     <= 65535}
   */
  public Flows with(int protocol, int lo, int hi, IpSet addresses) {
    checkProtocol(protocol);
    PortMap ports = PortMap.of(lo, hi, addresses);
    PortMap none = PortMap.empty(addresses.family());
    return union(new Flows(addresses.family(), Steps.of(protocol, protocol, OTHERS, ports, none)));
  }

  /**
   * Returns this relation with the addresses added to every protocol and port, as -1 does (SG-5).
   */
  public Flows withAllProtocols(IpSet addresses) {
    return union(everywhere(addresses));
  }

  /** Returns this relation with the ports and addresses of one protocol replaced. */
  public Flows withProtocol(int protocol, PortMap ports) {
    checkProtocol(protocol);
    PortMap none = PortMap.empty(family);
    PortMap all = PortMap.everywhere(IpSet.all(family));
    return minus(new Flows(family, Steps.of(protocol, protocol, OTHERS, all, none)))
        .union(new Flows(family, Steps.of(protocol, protocol, OTHERS, ports, none)));
  }

  /** Returns the part of this relation that has these addresses. */
  public Flows within(IpSet addresses) {
    return intersect(everywhere(addresses));
  }

  /** Returns whether a packet is in this relation: its protocol, key and address. */
  public boolean contains(int protocol, int key, Cidr address) {
    return protocol(protocol).at(key).contains(address);
  }

  /** Returns all addresses that are in this relation with some protocol and key. */
  public IpSet addresses() {
    IpSet addresses = protocols.value(0).at(PortSet.all());
    for (int i = 1; i < protocols.count(); i++) {
      addresses = addresses.union(protocols.value(i).at(PortSet.all()));
    }
    return addresses;
  }

  public AddressFamily family() {
    return family;
  }

  /**
   * Returns the ports and addresses of one protocol.
   *
   * @throws IllegalArgumentException if the protocol is not within 0..255
   */
  public PortMap protocol(int protocol) {
    checkProtocol(protocol);
    return protocols.at(protocol);
  }

  /** Returns the ports and addresses of the protocols that no rule names. */
  public PortMap otherProtocols() {
    return protocols.at(OTHERS);
  }

  /** Returns the protocols that differ from {@link #otherProtocols}, in ascending order. */
  public List<Integer> protocols() {
    List<Integer> found = new ArrayList<>();
    for (int step = 0; step < protocols.count(); step++) {
      if (!protocols.value(step).equals(otherProtocols())) {
        int end = step + 1 < protocols.count() ? protocols.start(step + 1) : OTHERS;
        for (int protocol = protocols.start(step); protocol < end; protocol++) {
          found.add(protocol);
        }
      }
    }
    return List.copyOf(found);
  }

  private static void checkProtocol(int protocol) {
    if (protocol < 0 || protocol > LAST_PROTOCOL) {
      throw new IllegalArgumentException(
          "protocol " + protocol + " is not within 0..255; -1 means withAllProtocols");
    }
  }

  public Flows union(Flows other) {
    family.and(other.family);
    return other.isEmpty() ? this : isEmpty() ? other : combine(PortMap::union, other);
  }

  public Flows intersect(Flows other) {
    family.and(other.family);
    return isEmpty() ? this : other.isEmpty() ? other : combine(PortMap::intersect, other);
  }

  public Flows minus(Flows other) {
    family.and(other.family);
    return isEmpty() || other.isEmpty() ? this : combine(PortMap::minus, other);
  }

  private Flows combine(BinaryOperator<PortMap> operation, Flows other) {
    Steps<PortMap> result = protocols.combine(operation, other.protocols);
    return result.equals(protocols)
        ? this
        : result.equals(other.protocols) ? other : new Flows(family, result);
  }

  public boolean isEmpty() {
    return protocols.count() == 1 && protocols.value(0).isEmpty();
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object == this || (object instanceof Flows other && protocols.equals(other.protocols));
  }

  @Override
  public int hashCode() {
    return protocols.hashCode();
  }

  /** Returns the {@link #protocols} by number and the other protocols if they have any address. */
  @Override
  public String toString() {
    StringJoiner text = new StringJoiner("; ", "{", "}");
    protocols().forEach(protocol -> text.add(protocol + "=" + protocol(protocol)));
    return (otherProtocols().isEmpty() ? text : text.add("other=" + otherProtocols())).toString();
  }
}
