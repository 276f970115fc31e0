/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import dev.merlon.fact.Resource;
import dev.merlon.fact.ec2.PrefixList;
import dev.merlon.fact.ec2.PrefixListEntry;
import dev.merlon.fact.ec2.SecurityGroup;
import dev.merlon.fact.ec2.SecurityGroupRule;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

/** Security groups with their rules, and prefix lists. */
final class Ec2World implements ServiceWorld {

  private static final List<String> BLOCKS =
      List.of(
          "0.0.0.0/0",
          "0.0.0.0/1",
          "128.0.0.0/1",
          "48.0.0.0/4",
          "48.0.0.0/5",
          "56.0.0.0/5",
          "198.0.0.0/8",
          "203.0.113.0/24",
          "203.0.113.9/32",
          "10.0.0.0/8",
          "10.1.0.0/16",
          "192.168.0.0/16",
          "100.64.0.0/10",
          "172.0.0.0/8",
          "0.0.0.0",
          "1.2.3.4/33");
  private static final List<String> BLOCKS_IPV6 =
      List.of(
          "::/0",
          "2000::/3",
          "2000::/7",
          "2000::/8",
          "2100::/8",
          "2600:1f00::/24",
          "2001:db8::/32",
          "2001:db8::/64",
          "fc00::/7",
          "::",
          "2001:db8::/129");
  private static final List<String> PROTOCOLS =
      List.of("tcp", "tcp", "tcp", "tcp", "udp", "udp", "-1", "icmp", "icmpv6", "6", "47", "quic");
  private static final List<Integer> PORTS =
      List.of(22, 23, 80, 443, 1433, 3389, 5432, 8443, 11211, 0, 32767, 32768, 65535);
  private static final List<String> NAMES =
      List.of("default", "launch-wizard-1", "web", "db", "launch-wizard-x");
  private static final List<String> LIST_NAMES =
      List.of("offices", "com.amazonaws.global.cloudfront.origin-facing", "partners");

  @Override
  public Set<Class<? extends Resource>> types() {
    return Set.of(
        PrefixList.class, PrefixListEntry.class, SecurityGroup.class, SecurityGroupRule.class);
  }

  @Override
  public void add(
      Random random,
      List<String> accounts,
      String account,
      String region,
      Consumer<Resource> facts) {
    if (!region.equals(Resource.GLOBAL)) {
      new Place(random, accounts, account, region, facts).add();
    }
  }

  /** One Region of one account. */
  private record Place(
      Random random,
      List<String> accounts,
      String account,
      String region,
      Consumer<Resource> facts) {

    void add() {
      groups();
      prefixLists();
    }

    private <T> T one(List<T> of) {
      return of.get(random.nextInt(of.size()));
    }

    private boolean oneIn(int chances) {
      return random.nextInt(chances) == 0;
    }

    private String id(String prefix, int bound) {
      return prefix + "-" + region.charAt(0) + account.charAt(0) + random.nextInt(bound);
    }

    private String arn(String kind, String id) {
      return "arn:aws:ec2:" + region + ":" + account + ":" + kind + "/" + id;
    }

    private void groups() {
      for (int i = 0; i < 4; i++) {
        String groupId = "sg-" + region.charAt(0) + account.charAt(0) + i;
        if (!oneIn(10)) {
          facts.accept(group(groupId, account));
        }
        for (String other : accounts) {
          if (!other.equals(account) && oneIn(8)) {
            facts.accept(group(groupId, other));
          }
        }
        int many = random.nextInt(5);
        for (int n = 0; n < many; n++) {
          facts.accept(rule(groupId, n));
        }
        if (oneIn(3)) {
          facts.accept(web(groupId, many + 2));
        }
        if (oneIn(2)) {
          facts.accept(outToAll(groupId, many, "0.0.0.0/0", ""));
        }
        if (oneIn(4)) {
          facts.accept(outToAll(groupId, many + 1, "", "::/0"));
        }
      }
    }

    /** A group of this account, as one of the accounts sees it. */
    private SecurityGroup group(String groupId, String seenBy) {
      return new SecurityGroup(
          arn("security-group", groupId),
          seenBy,
          region,
          groupId,
          one(NAMES),
          "",
          id("vpc", 2),
          oneIn(12) ? "" : account,
          Map.of());
    }

    private SecurityGroupRule web(String groupId, int number) {
      String ruleId = "sgr-" + groupId + "-" + number;
      boolean ipv6 = oneIn(3);
      return new SecurityGroupRule(
          arn("security-group-rule", ruleId),
          account,
          region,
          ruleId,
          groupId,
          false,
          "tcp",
          443,
          443,
          ipv6 ? "" : "0.0.0.0/0",
          ipv6 ? "::/0" : "",
          "",
          "",
          "");
    }

    /** The rule that AWS gives to new groups. */
    private SecurityGroupRule outToAll(String groupId, int number, String ipv4, String ipv6) {
      String ruleId = "sgr-" + groupId + "-" + number;
      return new SecurityGroupRule(
          arn("security-group-rule", ruleId),
          account,
          region,
          ruleId,
          groupId,
          true,
          "-1",
          -1,
          -1,
          ipv4,
          ipv6,
          "",
          "",
          "");
    }

    /** Exactly one source, but for one rule in many that names none. */
    private SecurityGroupRule rule(String groupId, int number) {
      String ruleId = "sgr-" + groupId + "-" + number;
      String protocol = one(PROTOCOLS);
      int from = -1;
      int to = -1;
      if (protocol.startsWith("icmp")) {
        from = random.nextInt(6) - 1;
        to = oneIn(3) ? 0 : -1;
      } else if (!protocol.equals("-1") && !protocol.equals("47") && !oneIn(20)) {
        from = oneIn(6) ? 0 : one(PORTS);
        to = oneIn(3) ? Math.max(from, one(PORTS)) : oneIn(5) ? 65535 : from;
      }
      int source = random.nextInt(20);
      return new SecurityGroupRule(
          arn("security-group-rule", ruleId),
          account,
          region,
          ruleId,
          groupId,
          oneIn(6),
          protocol,
          from,
          to,
          source < 8 ? one(BLOCKS) : "",
          source >= 8 && source < 12 ? one(BLOCKS_IPV6) : "",
          source >= 12 && source < 17 ? id("pl", 3) : "",
          source >= 17 && source < 19 ? id("sg", 4) : "",
          "");
    }

    private void prefixLists() {
      for (int i = 0; i < 3; i++) {
        String listId = "pl-" + region.charAt(0) + account.charAt(0) + i;
        String arn = arn("prefix-list", listId);
        if (!oneIn(5)) {
          facts.accept(
              new PrefixList(
                  arn,
                  account,
                  region,
                  listId,
                  one(LIST_NAMES),
                  one(List.of(account, account, "AWS")),
                  "IPv4",
                  Map.of()));
        }
        int many = random.nextInt(4);
        for (int n = 0; n < many; n++) {
          String cidr = oneIn(4) ? one(BLOCKS_IPV6) : one(BLOCKS);
          facts.accept(new PrefixListEntry(arn + "/" + n, account, region, arn, cidr, ""));
        }
      }
    }
  }
}
