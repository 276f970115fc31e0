/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import dev.merlon.fact.ec2.NetworkAcl;
import dev.merlon.fact.ec2.NetworkAclEntry;
import dev.merlon.fact.net.AddressFamily;
import dev.merlon.fact.net.Cidr;
import dev.merlon.fact.net.FirstMatch;
import dev.merlon.fact.net.Flows;
import dev.merlon.fact.net.Replies;
import dev.merlon.fact.net.Tri;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * What a network ACL lets through, by first match (D6, NACL-1 to NACL-5). There is one for every
 * network ACL. Carries its own doubt.
 *
 * @param ipv4In by the address that it comes from
 * @param ipv6In by the address that it comes from
 * @param ipv4Out by the address that it goes to
 * @param ipv6Out by the address that it goes to
 * @param ipv4Answered what may come in because its reply may leave (RET-2, RET-3)
 * @param ipv6Answered what may come in because its reply may leave (RET-2, RET-3)
 * @param entries both directions, in the order in which they are asked
 * @param doubts why it may let more through, or less; empty if everything is known
 */
public record NetworkAclFlows(
    String networkAclId,
    String account,
    String region,
    Tri<Flows> ipv4In,
    Tri<Flows> ipv6In,
    Tri<Flows> ipv4Out,
    Tri<Flows> ipv6Out,
    Tri<Flows> ipv4Answered,
    Tri<Flows> ipv6Answered,
    List<AclEntry> entries,
    List<Doubt> doubts) {

  public NetworkAclFlows {
    entries = List.copyOf(entries);
    doubts = List.copyOf(doubts);
  }

  /**
   * Works through the entries.
   *
   * @param entries the {@link NetworkAclEntry}s of the ACL, in any order
   */
  public static NetworkAclFlows of(NetworkAcl acl, Collection<?> entries, MissingReads missing) {
    List<AclEntry> sorted = new ArrayList<>();
    for (Object entry : entries) {
      sorted.add(AclEntry.of((NetworkAclEntry) entry));
    }
    sorted.sort(
        Comparator.comparingInt((AclEntry entry) -> entry.entry().ruleNumber())
            .thenComparing(entry -> entry.entry().arn()));
    TreeSet<Doubt> doubts = new TreeSet<>();
    for (AclEntry entry : sorted) {
      if (!entry.doubt().isEmpty()) {
        doubts.add(new Doubt("NACL_ENTRY_NOT_UNDERSTOOD", entry.doubt()));
      }
    }
    boolean incomplete = missing.concern("NetworkAclEntry", acl.account(), acl.region());
    if (incomplete) {
      doubts.add(
          new Doubt(
              "NACL_FACT_MISSING",
              missing.because(
                  "the entries of " + acl.networkAclId() + " are not known",
                  "NetworkAclEntry",
                  acl.account(),
                  acl.region())));
    }
    Tri<Flows> ipv4Out = firstMatch(AddressFamily.IPV4, true, sorted, incomplete);
    Tri<Flows> ipv6Out = firstMatch(AddressFamily.IPV6, true, sorted, incomplete);
    return new NetworkAclFlows(
        acl.networkAclId(),
        acl.account(),
        acl.region(),
        firstMatch(AddressFamily.IPV4, false, sorted, incomplete),
        firstMatch(AddressFamily.IPV6, false, sorted, incomplete),
        ipv4Out,
        ipv6Out,
        answered(ipv4Out),
        answered(ipv6Out),
        sorted,
        List.copyOf(doubts));
  }

  private static Tri<Flows> firstMatch(
      AddressFamily family, boolean egress, List<AclEntry> entries, boolean incomplete) {
    if (incomplete) {
      return Tris.unknown(family);
    }
    FirstMatch match = new FirstMatch(family);
    for (AclEntry entry : entries) {
      Flows matched = entry.entry().egress() == egress ? entry.matched(family) : null;
      if (matched != null) {
        match.add(entry.action(), matched, entry.isExact());
      }
    }
    return match.allowed();
  }

  private static Tri<Flows> answered(Tri<Flows> leaving) {
    Flows must = Replies.possible(leaving.must());
    return leaving.isExact() ? Tri.exactly(must) : new Tri<>(must, Replies.possible(leaving.may()));
  }

  /** What may enter the subnet, by the address that it comes from. */
  public Tri<Flows> in(AddressFamily family) {
    return family == AddressFamily.IPV4 ? ipv4In : ipv6In;
  }

  /** What may leave the subnet, by the address that it goes to. */
  public Tri<Flows> out(AddressFamily family) {
    return family == AddressFamily.IPV4 ? ipv4Out : ipv6Out;
  }

  /** The flows into the subnet whose replies may leave it, by the address that they come from. */
  public Tri<Flows> answered(AddressFamily family) {
    return family == AddressFamily.IPV4 ? ipv4Answered : ipv6Answered;
  }

  /** The entry that decides about a packet, as people write it: {@code acl-1 in#100 allow}. */
  String decisive(boolean egress, int protocol, int key, Cidr address) {
    for (AclEntry entry : entries) {
      Flows matched = entry.entry().egress() == egress ? entry.matched(address.family()) : null;
      if (matched != null && matched.contains(protocol, key, address)) {
        return networkAclId
            + " "
            + AclEntry.name(entry.entry())
            + " "
            + entry.entry().ruleAction()
            + (entry.isExact() ? "" : "?");
      }
    }
    boolean known = (egress ? out(address.family()) : in(address.family())).isExact();
    return networkAclId + (egress ? " out" : " in") + (known ? " no entry" : " unknown");
  }
}
