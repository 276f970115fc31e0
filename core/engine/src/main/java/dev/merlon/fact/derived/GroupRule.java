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
import dev.merlon.fact.net.Protocols;
import dev.merlon.fact.net.Tri;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

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

  private static final int LAST_KEY = 65_535;
  private static final int CODES = 256;

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
    if (!isUnderstood()) {
      return new Tri<>(Flows.none(family), withItsProtocol(Flows.none(family), IpSet.all(family)));
    }
    Flows must = withItsProtocol(Flows.none(family), known);
    return isCertain()
        ? Tri.exactly(must)
        : new Tri<>(must, withItsProtocol(must, IpSet.all(family)));
  }

  private boolean isUnderstood() {
    OptionalInt protocol = Protocols.parse(rule.ipProtocol());
    if (protocol.isEmpty()) {
      return false;
    }
    return switch (protocol.getAsInt()) {
      case Protocols.TCP, Protocols.UDP ->
          0 <= rule.fromPort() && rule.fromPort() <= rule.toPort() && rule.toPort() <= LAST_KEY;
      case Protocols.ICMP, Protocols.ICMPV6 ->
          -1 <= rule.fromPort()
              && rule.fromPort() < CODES
              && -1 <= rule.toPort()
              && rule.toPort() < CODES;
      default -> true;
    };
  }

  private Flows withItsProtocol(Flows flows, IpSet addresses) {
    OptionalInt parsed = Protocols.parse(rule.ipProtocol());
    if (parsed.isEmpty() || parsed.getAsInt() == Protocols.ALL) {
      return flows.withAllProtocols(addresses);
    }
    int protocol = parsed.getAsInt();
    int lo = 0;
    int hi = LAST_KEY;
    if (isUnderstood()) {
      if (protocol == Protocols.TCP || protocol == Protocols.UDP) {
        lo = rule.fromPort();
        hi = rule.toPort();
      } else if (isIcmp(protocol) && rule.fromPort() >= 0) {
        lo = rule.fromPort() * CODES + Math.max(rule.toPort(), 0);
        hi = rule.fromPort() * CODES + (rule.toPort() < 0 ? CODES - 1 : rule.toPort());
      }
    }
    return flows.with(protocol, lo, hi, addresses);
  }

  private static boolean isIcmp(int protocol) {
    return protocol == Protocols.ICMP || protocol == Protocols.ICMPV6;
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
