/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import dev.merlon.fact.ec2.NetworkInterfaceGroup;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The security groups of all accounts and Regions, by id, with what sets of them let through: many
 * interfaces have the same groups, which are added up once. There is one. Thread-safe.
 *
 * @param groups by account, Region and id
 * @param sets what is let through by the sets of groups that were asked for so far
 * @param classes what was exposed so far, by subnet and set of groups
 */
public record SecurityGroups(
    Map<String, GroupExposure> groups, Map<String, GroupFlows> sets, Map<String, Exposed> classes) {

  /** Takes the {@link GroupExposure}s, in any order. */
  public static SecurityGroups of(Collection<?> exposures) {
    Map<String, GroupExposure> groups = new HashMap<>();
    for (Object each : exposures) {
      GroupExposure group = (GroupExposure) each;
      groups.put(key(group.account(), group.region(), group.groupId()), group);
    }
    return new SecurityGroups(groups, new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
  }

  private static String key(String account, String region, String rest) {
    return account + " " + region + " " + rest;
  }

  @Nullable GroupExposure find(String account, String region, String groupId) {
    return groups.get(key(account, region, groupId));
  }

  /** The ids of the groups that an interface has, in order. */
  static List<String> ids(Collection<?> interfaceGroups) {
    TreeSet<String> ids = new TreeSet<>();
    interfaceGroups.forEach(group -> ids.add(((NetworkInterfaceGroup) group).groupId()));
    return List.copyOf(ids);
  }

  /** What groups let through together (SG-1); one that is not there may let everything (SG-7). */
  GroupFlows flows(String account, String region, List<String> groupIds) {
    return sets.computeIfAbsent(
        key(account, region, String.join(" ", groupIds)),
        set -> {
          GroupFlows flows = GroupFlows.NONE;
          for (String id : groupIds) {
            GroupExposure group = find(account, region, id);
            flows = flows.union(group == null ? GroupFlows.UNKNOWN : group.flows());
          }
          return flows;
        });
  }

  /**
   * What a subnet and groups expose together, which all interfaces of the same share.
   *
   * @param groups names the groups, or says what is in their place
   */
  Exposed exposed(SubnetIngress subnet, String groups, GroupFlows flows) {
    return classes.computeIfAbsent(
        key(subnet.account(), subnet.region(), subnet.subnetId() + " " + groups),
        set -> Exposed.of(subnet, flows));
  }
}
