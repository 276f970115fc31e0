/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import dev.merlon.SlowAddress.Block;
import dev.merlon.SlowNetwork.Packet;
import dev.merlon.fact.ec2.NetworkAclEntry;
import dev.merlon.fact.ec2.PrefixListEntry;
import dev.merlon.fact.ec2.Route;
import dev.merlon.fact.ec2.SecurityGroupRule;
import dev.merlon.fact.ec2.Vpc;
import dev.merlon.fact.elb.Listener;
import dev.merlon.fact.net.AddressFamily;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Packets at the ends of the blocks and port ranges of a network, and beside them. */
final class InterestingPackets {

  private static final List<Integer> PROTOCOLS = List.of(6, 6, 6, 17, 17, 1, 58, 47, 99);

  private final Map<AddressFamily, List<BigInteger>> addresses = new HashMap<>();
  private final List<Integer> ports;
  private final List<Integer> icmp;

  InterestingPackets(SlowNetwork network) {
    Set<String> texts = new TreeSet<>(List.of("1.0.0.0/8"));
    texts.addAll(SlowNetwork.edges());
    Set<Integer> ends = new TreeSet<>(List.of(0, 22, 65535));
    Set<Integer> types = new TreeSet<>(List.of(0, 8, 128, 129, 255));
    Set<Integer> codes = new TreeSet<>(List.of(0, 1, 255));
    for (Vpc vpc : network.all(Vpc.class)) {
      texts.addAll(vpc.cidrBlocks());
      texts.addAll(vpc.ipv6CidrBlocks());
    }
    for (Route route : network.all(Route.class)) {
      texts.add(route.destinationCidrBlock());
      texts.add(route.destinationIpv6CidrBlock());
    }
    for (PrefixListEntry entry : network.all(PrefixListEntry.class)) {
      texts.add(entry.cidr());
    }
    for (NetworkAclEntry entry : network.all(NetworkAclEntry.class)) {
      texts.add(entry.cidrBlock());
      texts.add(entry.ipv6CidrBlock());
      addWithNeighbours(ends, entry.fromPort(), entry.toPort());
      types.add(Math.max(entry.icmpType(), 0));
      codes.add(Math.max(entry.icmpCode(), 0));
    }
    for (SecurityGroupRule rule : network.all(SecurityGroupRule.class)) {
      texts.add(rule.cidrIpv4());
      texts.add(rule.cidrIpv6());
      addWithNeighbours(ends, rule.fromPort(), rule.toPort());
    }
    for (Listener listener : network.all(Listener.class)) {
      addWithNeighbours(ends, listener.port(), listener.port());
    }
    for (AddressFamily family : AddressFamily.values()) {
      addresses.put(family, addresses(family, texts));
    }
    ports = List.copyOf(ends);
    icmp = new ArrayList<>();
    for (int type : types) {
      for (int code : codes) {
        icmp.add(type * 256 + code);
      }
    }
  }

  private static void addWithNeighbours(Set<Integer> to, int first, int last) {
    for (int port : new int[] {first - 1, first, last, last + 1}) {
      if (0 <= port && port <= 65535) {
        to.add(port);
      }
    }
  }

  private static List<BigInteger> addresses(AddressFamily family, Set<String> texts) {
    BigInteger end = BigInteger.ONE.shiftLeft(SlowAddress.bits(family));
    Set<BigInteger> found = new TreeSet<>();
    for (String text : texts) {
      Block block = SlowAddress.block(text);
      if (block == null || block.family() != family) {
        continue;
      }
      found.add(block.first());
      found.add(block.last());
      if (block.first().signum() > 0) {
        found.add(block.first().subtract(BigInteger.ONE));
      }
      BigInteger after = block.last().add(BigInteger.ONE);
      if (after.compareTo(end) < 0) {
        found.add(after);
      }
    }
    return List.copyOf(found);
  }

  /** All addresses of a family. */
  List<BigInteger> addresses(AddressFamily family) {
    return addresses.getOrDefault(family, List.of());
  }

  /** All ports. */
  List<Integer> ports() {
    return ports;
  }

  /** Some packet; one in eight is from anywhere. */
  Packet one(Random random, AddressFamily family) {
    int protocol = PROTOCOLS.get(random.nextInt(PROTOCOLS.size()));
    List<Integer> keys = protocol == 1 || protocol == 58 ? icmp : ports;
    boolean anywhere = random.nextInt(8) == 0;
    List<BigInteger> known = addresses(family);
    return new Packet(
        family,
        protocol,
        anywhere ? random.nextInt(65536) : keys.get(random.nextInt(keys.size())),
        anywhere
            ? new BigInteger(SlowAddress.bits(family), random)
            : known.get(random.nextInt(known.size())));
  }
}
