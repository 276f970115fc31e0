/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import dev.merlon.fact.ec2.NetworkAclEntry;
import dev.merlon.fact.net.AddressFamily;
import dev.merlon.fact.net.Cidr;
import dev.merlon.fact.net.FirstMatch;
import dev.merlon.fact.net.Flows;
import dev.merlon.fact.net.IpSet;
import dev.merlon.fact.net.Protocols;
import dev.merlon.fact.net.Traffic;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a network ACL, read (NACL-4).
 *
 * @param blocks what it names, one block; both families' whole if that is not understood
 * @param doubt why it is not understood; empty if it is
 */
record AclEntry(NetworkAclEntry entry, Traffic traffic, List<Cidr> blocks, String doubt) {

  private static final int ALL = -1;
  private static final int LAST_PORT = 65_535;

  AclEntry {
    blocks = List.copyOf(blocks);
  }

  static AclEntry of(NetworkAclEntry entry) {
    Traffic traffic = trafficOf(entry);
    List<Cidr> blocks = new ArrayList<>();
    String doubt = "";
    for (String text : List.of(entry.cidrBlock(), entry.ipv6CidrBlock())) {
      if (!text.isEmpty()) {
        try {
          blocks.add(Cidr.parse(text));
        } catch (IllegalArgumentException e) {
          doubt = String.valueOf(e.getMessage());
        }
      }
    }
    if (blocks.isEmpty() && doubt.isEmpty()) {
      doubt = "it names no addresses";
    } else if (!traffic.understood()) {
      doubt =
          "protocol " + entry.protocol() + ", ports " + entry.fromPort() + " to " + entry.toPort();
    } else if (actionOf(entry) == FirstMatch.Action.UNKNOWN) {
      doubt = "action " + entry.ruleAction();
    }
    return new AclEntry(
        entry,
        traffic,
        blocks,
        doubt.isEmpty()
            ? ""
            : "entry "
                + name(entry)
                + " of "
                + entry.networkAclId()
                + " is not understood: "
                + doubt);
  }

  private static Traffic trafficOf(NetworkAclEntry entry) {
    OptionalInt protocol = Protocols.parse(entry.protocol());
    if (protocol.isPresent()
        && (protocol.getAsInt() == Protocols.ICMP || protocol.getAsInt() == Protocols.ICMPV6)) {
      return Traffic.of(entry.protocol(), entry.icmpType(), entry.icmpCode());
    }
    boolean allPorts = entry.fromPort() == ALL && entry.toPort() == ALL;
    return Traffic.of(
        entry.protocol(), allPorts ? 0 : entry.fromPort(), allPorts ? LAST_PORT : entry.toPort());
  }

  private static FirstMatch.Action actionOf(NetworkAclEntry entry) {
    return switch (entry.ruleAction().toLowerCase(Locale.ROOT)) {
      case "allow" -> FirstMatch.Action.ALLOW;
      case "deny" -> FirstMatch.Action.DENY;
      default -> FirstMatch.Action.UNKNOWN;
    };
  }

  FirstMatch.Action action() {
    return actionOf(entry);
  }

  /** What it matches of a family, or more than that; null if it has nothing to do with it. */
  @Nullable Flows matched(AddressFamily family) {
    if (blocks.isEmpty()) {
      boolean other =
          family == AddressFamily.IPV4
              ? !entry.ipv6CidrBlock().isEmpty()
              : !entry.cidrBlock().isEmpty();
      return other ? null : traffic.with(IpSet.all(family));
    }
    Flows matched = null;
    for (Cidr block : blocks) {
      if (block.family() == family) {
        matched = traffic.with(IpSet.of(block));
      }
    }
    return matched;
  }

  /** Whether it matches all of {@link #matched}. */
  boolean isExact() {
    return traffic.understood() && !blocks.isEmpty();
  }

  /** Its direction and number: {@code in#100}. */
  static String name(NetworkAclEntry entry) {
    return (entry.egress() ? "out#" : "in#") + entry.ruleNumber();
  }
}
