/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import dev.merlon.fact.ec2.SecurityGroup;
import dev.merlon.fact.ec2.SecurityGroupRule;
import dev.merlon.fact.net.Cidr;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What the rules of a security group let in from the internet, taken together (D5, SG-1): {@code
 * must} whatever the missing facts are, {@code may} depending on them (GEN-1). There is one for
 * every security group. Carries its own doubt, so a rule says {@code fail} on {@code must} and
 * {@code unknown} on {@code may}.
 *
 * <pre>{@code
 * $group : SecurityGroup( $groupId : groupId, $account : account )
 * GroupExposure( groupId == $groupId, account == $account, must.opens(parameters.ports("my-control", "ports")) )
 * }</pre>
 *
 * @param must open to a wide part of the internet for certain
 * @param may open to a wide part of the internet, for all that is known
 * @param rules all rules of the group that are known, in the order of their ids, both directions
 * @param rulesMissing whether there may be more rules
 * @param flows what the rules let through, for whoever asks for more than the wide part
 * @param doubt why {@code may} is more than {@code must}; empty if everything is known
 */
public record GroupExposure(
    String groupId,
    String account,
    String region,
    OpenPorts must,
    OpenPorts may,
    List<GroupRule> rules,
    boolean rulesMissing,
    GroupFlows flows,
    String doubt) {

  public GroupExposure {
    rules = List.copyOf(rules);
  }

  /**
   * Adds up the rules of a group.
   *
   * @param rules its {@link SecurityGroupRule} facts, in any order
   * @param prefixLists the {@link PrefixListAddresses} of its account and Region
   * @param missingRules why its rules could not all be read; empty if they were
   * @param missingLists why the prefix lists could not all be read; empty if they were
   */
  public static GroupExposure of(
      SecurityGroup group,
      Collection<?> rules,
      Collection<?> prefixLists,
      Collection<?> missingRules,
      Collection<?> missingLists) {
    Map<String, PrefixListAddresses> lists = new HashMap<>();
    for (Object list : prefixLists) {
      PrefixListAddresses addresses = (PrefixListAddresses) list;
      lists.put(addresses.prefixListId(), addresses);
    }
    String whyNoLists = joined(missingLists);
    List<GroupRule> found = new ArrayList<>();
    for (Object rule : rules) {
      found.add(GroupRule.of((SecurityGroupRule) rule, lists, whyNoLists));
    }
    found.sort(Comparator.comparing(rule -> rule.rule().arn()));
    TreeSet<String> doubts = new TreeSet<>();
    found.forEach(rule -> doubts.add(rule.doubt()));
    String whyNoRules = joined(missingRules);
    doubts.add(whyNoRules.isEmpty() ? "" : "the group's rules are not known: " + whyNoRules);
    doubts.remove("");
    GroupFlows flows = GroupFlows.of(found, !missingRules.isEmpty());
    OpenPorts must = OpenPorts.of(flows.ipv4In().must(), flows.ipv6In().must());
    return new GroupExposure(
        group.groupId(),
        group.account(),
        group.region(),
        must,
        flows.ipv4In().isExact() && flows.ipv6In().isExact()
            ? must
            : OpenPorts.of(flows.ipv4In().may(), flows.ipv6In().may()),
        found,
        !missingRules.isEmpty(),
        flows,
        String.join("; ", doubts));
  }

  private static String joined(Collection<?> reasons) {
    TreeSet<String> distinct = new TreeSet<>();
    reasons.forEach(reason -> distinct.add(reason.toString()));
    return String.join("; ", distinct);
  }

  /**
   * The public blocks that rules name although they are wide, short of internet-wide (D2), which
   * {@link #must} has.
   *
   * @param minPrefixIpv4 the prefix length from which an IPv4 block is narrow
   * @param minPrefixIpv6 the prefix length from which an IPv6 block is narrow
   * @param trusted blocks within these count for nothing
   * @param trustedPrefixLists the names of prefix lists that count for nothing
   * @param egressToo whether to look at rules for outgoing traffic as well
   */
  public WideBlocks wideBlocks(
      int minPrefixIpv4,
      int minPrefixIpv6,
      Collection<Cidr> trusted,
      Collection<String> trustedPrefixLists,
      boolean egressToo) {
    TreeSet<String> blocks = new TreeSet<>();
    TreeSet<String> ids = new TreeSet<>();
    TreeSet<String> doubts = new TreeSet<>();
    if (rulesMissing) {
      doubts.add(doubt);
    }
    for (GroupRule rule : rules) {
      if ((egressToo || !rule.egress()) && !trustedPrefixLists.contains(rule.prefixListName())) {
        List<Cidr> wide = rule.wideBlocks(minPrefixIpv4, minPrefixIpv6, trusted);
        wide.forEach(block -> blocks.add(block.toString()));
        if (!wide.isEmpty()) {
          ids.add(rule.rule().securityGroupRuleId());
        }
        if (!rule.doubt().isEmpty()) {
          doubts.add(rule.doubt());
        }
      }
    }
    return new WideBlocks(
        String.join(", ", blocks), String.join(", ", ids), String.join("; ", doubts));
  }

  /** Evidence for a part of what is open: what it is, the rules that open it, their sources. */
  public Map<String, String> opened(OpenPorts part) {
    TreeSet<String> ids = new TreeSet<>();
    TreeSet<String> sources = new TreeSet<>();
    for (GroupRule rule : rules) {
      if (rule.opensOneOf(part)) {
        ids.add(rule.rule().securityGroupRuleId());
        sources.add(rule.addresses());
      }
    }
    return Map.of(
        "open", part.toString(),
        "rules", String.join(", ", ids),
        "sources", String.join(", ", sources));
  }
}
