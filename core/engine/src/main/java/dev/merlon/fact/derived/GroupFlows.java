/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import dev.merlon.fact.net.AddressFamily;
import dev.merlon.fact.net.Flows;
import dev.merlon.fact.net.Tri;
import java.util.Collection;
import java.util.List;

/**
 * What the rules of one security group or of several let through, taken together: they only allow
 * (SG-1).
 *
 * @param ipv4In by the address that it comes from
 * @param ipv6In by the address that it comes from
 * @param ipv4Out by the address that it goes to
 * @param ipv6Out by the address that it goes to
 */
public record GroupFlows(
    Tri<Flows> ipv4In, Tri<Flows> ipv6In, Tri<Flows> ipv4Out, Tri<Flows> ipv6Out) {

  /** What no group lets through. */
  static final GroupFlows NONE =
      exactly(Flows.none(AddressFamily.IPV4), Flows.none(AddressFamily.IPV6));

  /** What there is where no group filters. */
  static final GroupFlows ALL =
      exactly(Flows.all(AddressFamily.IPV4), Flows.all(AddressFamily.IPV6));

  /** What a group lets through of which nothing is known. */
  static final GroupFlows UNKNOWN =
      new GroupFlows(
          new Tri<>(NONE.ipv4In.must(), ALL.ipv4In.may()),
          new Tri<>(NONE.ipv6In.must(), ALL.ipv6In.may()),
          new Tri<>(NONE.ipv4In.must(), ALL.ipv4In.may()),
          new Tri<>(NONE.ipv6In.must(), ALL.ipv6In.may()));

  private static GroupFlows exactly(Flows ipv4, Flows ipv6) {
    return new GroupFlows(
        Tri.exactly(ipv4), Tri.exactly(ipv6), Tri.exactly(ipv4), Tri.exactly(ipv6));
  }

  /** Adds up the rules of a group, of both directions. */
  static GroupFlows of(List<GroupRule> rules, boolean moreRules) {
    GroupFlows flows =
        new GroupFlows(
            sum(rules, AddressFamily.IPV4, false),
            sum(rules, AddressFamily.IPV6, false),
            sum(rules, AddressFamily.IPV4, true),
            sum(rules, AddressFamily.IPV6, true));
    return moreRules ? flows.union(UNKNOWN) : flows;
  }

  private static Tri<Flows> sum(Collection<GroupRule> rules, AddressFamily family, boolean egress) {
    Tri<Flows> sum = Tri.exactly(Flows.none(family));
    for (GroupRule rule : rules) {
      if (rule.egress() == egress) {
        Tri<Flows> flows = rule.flows(family);
        sum = flows.may().isEmpty() ? sum : Tris.union(sum, flows);
      }
    }
    return sum;
  }

  GroupFlows union(GroupFlows other) {
    return new GroupFlows(
        Tris.union(ipv4In, other.ipv4In),
        Tris.union(ipv6In, other.ipv6In),
        Tris.union(ipv4Out, other.ipv4Out),
        Tris.union(ipv6Out, other.ipv6Out));
  }

  /** What is let in, by the address that it comes from. */
  public Tri<Flows> in(AddressFamily family) {
    return family == AddressFamily.IPV4 ? ipv4In : ipv6In;
  }

  /** What is let out, by the address that it goes to. */
  public Tri<Flows> out(AddressFamily family) {
    return family == AddressFamily.IPV4 ? ipv4Out : ipv6Out;
  }
}
