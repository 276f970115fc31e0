/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import dev.merlon.fact.ec2.SecurityGroupRule;
import dev.merlon.fact.net.AddressFamily;
import dev.merlon.fact.net.Cidr;
import dev.merlon.fact.net.Flows;
import dev.merlon.fact.net.Internet;
import dev.merlon.fact.net.IpSet;
import dev.merlon.fact.net.Traffic;
import dev.merlon.fact.net.Tri;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A security group rule with its addresses: its own block, or those of its prefix list. A
 * referenced group has none, for it never matches the internet (SG-3).
 *
 * @param blocks the known addresses, of both families
 * @param prefixListName the name of the prefix list if it is known, otherwise empty
 * @param doubt why there may be more, or why the rule is not understood; empty for neither
 */
public record GroupRule(
    SecurityGroupRule rule, List<Cidr> blocks, String prefixListName, String doubt) {

  public GroupRule {
    blocks = List.copyOf(blocks);
  }

  /**
   * Looks up the addresses of a rule.
   *
   * @param lists the prefix lists of the account and Region, by id
   * @param missingLists why not all prefix lists may be among them; empty if all are
   */
  static GroupRule of(
      SecurityGroupRule rule, Map<String, PrefixListAddresses> lists, String missingLists) {
    List<Cidr> blocks = new ArrayList<>();
    String doubt = "";
    String name = "";
    for (String text : List.of(rule.cidrIpv4(), rule.cidrIpv6())) {
      if (!text.isEmpty()) {
        try {
          blocks.add(Cidr.parse(text));
        } catch (IllegalArgumentException e) {
          doubt = "rule " + rule.securityGroupRuleId() + " is not understood: " + e.getMessage();
        }
      }
    }
    if (!rule.prefixListId().isEmpty()) {
      PrefixListAddresses list = lists.get(rule.prefixListId());
      if (list == null) {
        doubt =
            "prefix list "
                + rule.prefixListId()
                + " is not known: "
                + (missingLists.isEmpty()
                    ? "it is not among the account's prefix lists"
                    : missingLists);
      } else {
        blocks.addAll(list.blocks());
        name = list.prefixListName();
        doubt = list.doubt();
      }
    } else if (blocks.isEmpty() && rule.referencedGroupId().isEmpty() && doubt.isEmpty()) {
      doubt = "rule " + rule.securityGroupRuleId() + " names no source";
    }
    GroupRule found = new GroupRule(rule, blocks, name, doubt);
    return found.isUnderstood()
        ? found
        : new GroupRule(
            rule,
            blocks,
            name,
            "rule "
                + rule.securityGroupRuleId()
                + " is not understood: protocol "
                + rule.ipProtocol()
                + ", ports "
                + rule.fromPort()
                + " to "
                + rule.toPort());
  }

  /** Whether it lets traffic out; otherwise it lets traffic in. */
  public boolean egress() {
    return rule.egress();
  }

  /** Whether nothing about its addresses is in doubt. */
  public boolean isCertain() {
    return doubt.isEmpty();
  }

  /** What it lets through, for one family (GEN-1, SG-5): in doubt, everything may be. */
  Tri<Flows> flows(AddressFamily family) {
    IpSet known =
        blocks.stream()
            .filter(block -> block.family() == family)
            .map(IpSet::of)
            .reduce(IpSet.empty(family), IpSet::union);
    Traffic traffic = traffic();
    if (!traffic.understood()) {
      return new Tri<>(Flows.none(family), traffic.with(IpSet.all(family)));
    }
    if (known.isEmpty() && isCertain()) {
      return Tri.exactly(Flows.none(family)); // most rules are of one family
    }
    Flows must = traffic.with(known);
    return isCertain() ? Tri.exactly(must) : new Tri<>(must, traffic.with(IpSet.all(family)));
  }

  /** The protocol and ports that it names. */
  Traffic traffic() {
    return Traffic.of(rule.ipProtocol(), rule.fromPort(), rule.toPort());
  }

  private boolean isUnderstood() {
    return traffic().understood();
  }

  /** Whether it lets the internet in, on one of these ports at least. */
  boolean opensOneOf(OpenPorts wanted) {
    if (egress()) {
      return false;
    }
    for (AddressFamily family : AddressFamily.values()) {
      if (opensOneOf(wanted, flows(family).must())) {
        return true;
      }
    }
    return false;
  }

  private static boolean opensOneOf(OpenPorts wanted, Flows flows) {
    IpSet internet = Internet.of(flows.family());
    OpenPorts open = OpenPorts.of(flows, addresses -> !addresses.intersect(internet).isEmpty());
    return open.intersects(wanted);
  }

  /**
   * The public blocks it names that are wide but short of internet-wide (D2), outside of the
   * trusted ones.
   *
   * @param minPrefixIpv4 the prefix length from which an IPv4 block is narrow
   * @param minPrefixIpv6 the prefix length from which an IPv6 block is narrow
   */
  List<Cidr> wideBlocks(int minPrefixIpv4, int minPrefixIpv6, Collection<Cidr> trusted) {
    return blocks.stream()
        .filter(
            block ->
                block.prefixLength()
                        < (block.family() == AddressFamily.IPV4 ? minPrefixIpv4 : minPrefixIpv6)
                    && isPublic(block)
                    && !Internet.isWide(IpSet.of(block))
                    && !inside(block, trusted))
        .toList();
  }

  private static boolean isPublic(Cidr block) {
    return !IpSet.of(block).intersect(Internet.of(block.family())).isEmpty();
  }

  private static boolean inside(Cidr block, Collection<Cidr> trusted) {
    return trusted.stream()
        .filter(candidate -> candidate.family() == block.family())
        .map(IpSet::of)
        .reduce(IpSet.empty(block.family()), IpSet::union)
        .contains(block);
  }

  /** The source or destination as people write it: the blocks, or the prefix list with its name. */
  String addresses() {
    if (!rule.prefixListId().isEmpty()) {
      return rule.prefixListId() + (prefixListName.isEmpty() ? "" : " (" + prefixListName + ")");
    }
    return rule.cidrIpv4() + rule.cidrIpv6() + rule.referencedGroupId();
  }
}
