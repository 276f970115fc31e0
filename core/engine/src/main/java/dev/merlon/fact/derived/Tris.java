/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import dev.merlon.fact.net.AddressFamily;
import dev.merlon.fact.net.Cidr;
import dev.merlon.fact.net.Flows;
import dev.merlon.fact.net.IpSet;
import dev.merlon.fact.net.PortSet;
import dev.merlon.fact.net.Tri;

/** The operations of sets on pairs of what must and what may be (GEN-1). */
final class Tris {
  static final Tri<Boolean> YES = Tri.exactly(true);
  static final Tri<Boolean> NO = Tri.exactly(false);
  static final Tri<Boolean> PERHAPS = new Tri<>(false, true);

  private Tris() {}

  private static <T> Tri<T> of(T must, T may) {
    return must.equals(may) ? Tri.exactly(must) : new Tri<>(must, may);
  }

  static Tri<Flows> unknown(AddressFamily family) {
    return new Tri<>(Flows.none(family), Flows.all(family));
  }

  static Tri<Flows> union(Tri<Flows> one, Tri<Flows> other) {
    return of(one.must().union(other.must()), one.may().union(other.may()));
  }

  static Tri<Flows> intersect(Tri<Flows> one, Tri<Flows> other) {
    return of(one.must().intersect(other.must()), one.may().intersect(other.may()));
  }

  static Tri<Flows> minus(Tri<Flows> one, Tri<Flows> other) {
    return of(one.must().minus(other.may()), one.may().minus(other.must()));
  }

  /** The flows of any protocol that have these addresses. */
  static Tri<Flows> everywhere(Tri<IpSet> addresses) {
    Flows none = Flows.none(addresses.must().family());
    return of(none.withAllProtocols(addresses.must()), none.withAllProtocols(addresses.may()));
  }

  static Tri<IpSet> unionOf(Tri<IpSet> one, Tri<IpSet> other) {
    return of(one.must().union(other.must()), one.may().union(other.may()));
  }

  static Tri<IpSet> intersectionOf(Tri<IpSet> one, Tri<IpSet> other) {
    return of(one.must().intersect(other.must()), one.may().intersect(other.may()));
  }

  /** What holds if something else does too. */
  static Tri<Flows> given(Tri<Boolean> condition, Tri<Flows> flows) {
    AddressFamily family = flows.must().family();
    return of(
        condition.must() ? flows.must() : Flows.none(family),
        condition.may() ? flows.may() : Flows.none(family));
  }

  static Tri<IpSet> onlyIf(Tri<Boolean> condition, Tri<IpSet> addresses) {
    IpSet none = IpSet.empty(addresses.must().family());
    return of(condition.must() ? addresses.must() : none, condition.may() ? addresses.may() : none);
  }

  static Tri<Boolean> or(Tri<Boolean> one, Tri<Boolean> other) {
    return of(one.must() || other.must(), one.may() || other.may());
  }

  static Tri<Boolean> and(Tri<Boolean> one, Tri<Boolean> other) {
    return of(one.must() && other.must(), one.may() && other.may());
  }

  /** The addresses with a protocol on some of the keys. */
  static Tri<IpSet> at(Tri<Flows> flows, int protocol, PortSet keys) {
    return of(flows.must().protocol(protocol).at(keys), flows.may().protocol(protocol).at(keys));
  }

  static Tri<Boolean> contains(Tri<IpSet> addresses, Cidr address) {
    return of(addresses.must().contains(address), addresses.may().contains(address));
  }
}
