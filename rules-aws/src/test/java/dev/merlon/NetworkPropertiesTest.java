/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.SlowAddress.Block;
import dev.merlon.fact.Resource;
import dev.merlon.fact.derived.InternetEgress;
import dev.merlon.fact.derived.InternetExposure;
import dev.merlon.fact.derived.Reachability;
import dev.merlon.fact.ec2.NetworkAclEntry;
import dev.merlon.fact.ec2.NetworkInterface;
import dev.merlon.fact.ec2.PrefixListEntry;
import dev.merlon.fact.ec2.Route;
import dev.merlon.fact.ec2.SecurityGroup;
import dev.merlon.fact.ec2.SecurityGroupRule;
import dev.merlon.fact.ec2.VpcBlockPublicAccess;
import dev.merlon.fact.net.AddressFamily;
import dev.merlon.fact.net.Flows;
import dev.merlon.fact.net.Tri;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What must hold of any network, and of the same network after a change. */
final class NetworkPropertiesTest {

  private static final int WORLDS = Integer.getInteger("network.worlds", 60);
  private static final int HTTPS = 443;

  /** What is derived of an interface, as far as it is compared. */
  private record Reach(Map<AddressFamily, Tri<Flows>> in, Reachability exposed, Reachability out) {}

  private static Map<String, Reach> reaches(Snapshot snapshot) {
    Map<String, InternetEgress> egress = new TreeMap<>();
    Map<String, Reach> reaches = new TreeMap<>();
    List<InternetExposure> exposures = new ArrayList<>();
    for (Object derived : NetworkWorlds.derive(snapshot)) {
      if (derived instanceof InternetEgress one) {
        egress.put(one.account() + one.region() + one.networkInterfaceId(), one);
      } else if (derived instanceof InternetExposure one) {
        exposures.add(one);
      }
    }
    for (InternetExposure one : exposures) {
      String id = one.account() + one.region() + one.networkInterfaceId();
      Map<AddressFamily, Tri<Flows>> in = new TreeMap<>();
      for (AddressFamily family : AddressFamily.values()) {
        in.put(family, one.flows(family));
      }
      InternetEgress out = egress.get(id);
      assertThat(out).as(id).isNotNull();
      reaches.put(id, new Reach(in, one.verdict(), out.to(AddressFamily.IPV4, HTTPS).verdict()));
    }
    return reaches;
  }

  /** Changes worlds, and says of which interfaces the two states are not as they should be. */
  private static List<String> violations(
      Function<Long, Snapshot> before,
      Function<Snapshot, Snapshot> change,
      BiPredicate<Reach, Reach> holds) {
    return LongStream.range(0, WORLDS)
        .parallel()
        .boxed()
        .flatMap(
            seed -> {
              Snapshot world = before.apply(seed);
              Map<String, Reach> old = reaches(world);
              List<String> wrong = new ArrayList<>();
              reaches(change.apply(world))
                  .forEach(
                      (id, now) -> {
                        Reach then = old.get(id);
                        if (then == null || !holds.test(then, now)) {
                          wrong.add("world " + seed + ": " + id + " was " + then + ", is " + now);
                        }
                      });
              return wrong.stream();
            })
        .limit(5)
        .toList();
  }

  private static boolean within(Flows less, Flows more) {
    return less.minus(more).isEmpty();
  }

  private static boolean all(Reach then, Reach now, BiPredicate<Tri<Flows>, Tri<Flows>> holds) {
    return then.in().entrySet().stream()
        .allMatch(
            entry -> {
              Tri<Flows> other = now.in().get(entry.getKey());
              return other != null && holds.test(entry.getValue(), other);
            });
  }

  /** The snapshot, each fact replaced by those that a change makes of it. */
  private static Snapshot changed(Snapshot snapshot, Change change) {
    List<Resource> facts = new ArrayList<>();
    snapshot.facts().forEach(fact -> change.apply(fact, facts::add));
    return new Snapshot(snapshot.takenAt(), facts, snapshot.coverage(), snapshot.gaps());
  }

  private interface Change {
    void apply(Resource fact, Consumer<Resource> to);
  }

  @Test
  void exposure_withReadsMissing_onlyGetsLessCertain() {
    assertThat(
            violations(
                NetworkWorlds::complete,
                NetworkPropertiesTest::withoutSomeRead,
                (then, now) ->
                    all(
                            then,
                            now,
                            (old, cut) ->
                                within(cut.must(), old.must()) && within(old.may(), cut.may()))
                        && isSameOrUnknown(then.exposed(), now.exposed())
                        && isSameOrUnknown(then.out(), now.out())))
        .isEmpty();
  }

  private static boolean isSameOrUnknown(Reachability then, Reachability now) {
    return now == Reachability.UNKNOWN || now == then;
  }

  private static Snapshot withoutSomeRead(Snapshot world) {
    Random random = new Random(world.facts().size());
    Snapshot cut = world;
    for (Coverage.Area area : world.coverage().areas()) {
      if (!area.region().equals(Resource.GLOBAL)) {
        Class<? extends Resource> type;
        do {
          type = NetworkWorlds.TYPES.get(random.nextInt(NetworkWorlds.TYPES.size()));
        } while (type.equals(NetworkInterface.class));
        cut = NetworkWorlds.without(cut, type, area, null);
      }
    }
    return cut;
  }

  @Test
  void exposure_withEveryBlockInHalves_isTheSame() {
    assertThat(
            violations(
                NetworkWorlds::withGaps,
                world -> changed(world, NetworkPropertiesTest::halve),
                (then, now) -> then.equals(now)))
        .isEmpty();
  }

  private static void halve(Resource fact, Consumer<Resource> to) {
    if (fact instanceof Route route && route.destinationPrefixListId().isEmpty()) {
      for (String half : halves(route.destination())) {
        boolean ipv6 = route.destinationCidrBlock().isEmpty();
        to.accept(
            new Route(
                route.arn() + "/" + half,
                route.account(),
                route.region(),
                route.routeTableId(),
                ipv6 ? "" : half,
                ipv6 ? half : "",
                "",
                route.targetType(),
                route.targetId(),
                route.state(),
                route.origin()));
      }
    } else if (fact instanceof NetworkAclEntry entry) {
      for (String half : halves(entry.cidrBlock() + entry.ipv6CidrBlock())) {
        boolean ipv6 = entry.cidrBlock().isEmpty();
        to.accept(entry(entry, entry.ruleNumber(), half, ipv6 ? "" : half, ipv6 ? half : ""));
      }
    } else if (fact instanceof SecurityGroupRule rule
        && !(rule.cidrIpv4() + rule.cidrIpv6()).isEmpty()) {
      for (String half : halves(rule.cidrIpv4() + rule.cidrIpv6())) {
        boolean ipv6 = rule.cidrIpv4().isEmpty();
        to.accept(
            new SecurityGroupRule(
                rule.arn() + "/" + half,
                rule.account(),
                rule.region(),
                rule.securityGroupRuleId() + half,
                rule.groupId(),
                rule.egress(),
                rule.ipProtocol(),
                rule.fromPort(),
                rule.toPort(),
                ipv6 ? "" : half,
                ipv6 ? half : "",
                rule.prefixListId(),
                rule.referencedGroupId(),
                rule.description()));
      }
    } else if (fact instanceof PrefixListEntry entry) {
      for (String half : halves(entry.cidr())) {
        to.accept(
            new PrefixListEntry(
                entry.arn() + "/" + half,
                entry.account(),
                entry.region(),
                entry.prefixListArn(),
                half,
                entry.description()));
      }
    } else {
      to.accept(fact);
    }
  }

  private static NetworkAclEntry entry(
      NetworkAclEntry like, int number, String suffix, String ipv4, String ipv6) {
    return new NetworkAclEntry(
        like.arn() + "/" + suffix,
        like.account(),
        like.region(),
        like.networkAclId(),
        like.egress(),
        number,
        like.protocol(),
        like.ruleAction(),
        ipv4,
        ipv6,
        like.fromPort(),
        like.toPort(),
        like.icmpType(),
        like.icmpCode());
  }

  /** The two halves of a block, or the text itself where there are none. */
  private static List<String> halves(String text) {
    Block block = SlowAddress.block(text);
    int bits = block == null ? 0 : SlowAddress.bits(block.family());
    if (block == null || block.length() == bits) {
      return List.of(text);
    }
    BigInteger middle = block.first().add(BigInteger.ONE.shiftLeft(bits - block.length() - 1));
    return List.of(
        half(block.family(), block.first(), block.length() + 1),
        half(block.family(), middle, block.length() + 1));
  }

  private static String half(AddressFamily family, BigInteger first, int length) {
    return SlowAddress.text(family, first).replaceFirst("/.*", "/" + length);
  }

  @Test
  void exposure_withOneMoreGroupRule_doesNotShrink() {
    assertThat(
            violations(
                NetworkWorlds::withGaps,
                world -> changed(world, NetworkPropertiesTest::open),
                (then, now) ->
                    all(
                        then,
                        now,
                        (old, more) ->
                            within(old.must(), more.must()) && within(old.may(), more.may()))))
        .isEmpty();
  }

  private static void open(Resource fact, Consumer<Resource> to) {
    to.accept(fact);
    if (fact instanceof SecurityGroup group) {
      to.accept(
          new SecurityGroupRule(
              group.arn() + "/rule",
              group.account(),
              group.region(),
              "sgr-" + group.groupId() + "-more",
              group.groupId(),
              false,
              "tcp",
              1000,
              2000,
              "128.0.0.0/1",
              "",
              "",
              "",
              ""));
    }
  }

  @Test
  void exposure_withPublicAccessBlocked_doesNotGrow() {
    assertThat(
            violations(
                NetworkWorlds::withGaps,
                world -> changed(world, NetworkPropertiesTest::block),
                (then, now) ->
                    all(
                        then,
                        now,
                        (old, less) ->
                            within(less.must(), old.must()) && within(less.may(), old.may()))))
        .isEmpty();
  }

  private static void block(Resource fact, Consumer<Resource> to) {
    if (fact instanceof VpcBlockPublicAccess access
        && access.internetGatewayBlockMode().equals("off")) {
      to.accept(
          new VpcBlockPublicAccess(
              access.arn(),
              access.account(),
              access.region(),
              "block-bidirectional",
              access.state(),
              access.exclusionsAllowed(),
              access.managedBy()));
    } else {
      to.accept(fact);
    }
  }

  @Test
  void exposure_withAclEntriesRenumbered_isTheSame() {
    assertThat(
            violations(
                NetworkWorlds::withGaps,
                world -> changed(world, NetworkPropertiesTest::renumber),
                (then, now) -> then.equals(now)))
        .isEmpty();
  }

  private static void renumber(Resource fact, Consumer<Resource> to) {
    if (fact instanceof NetworkAclEntry entry) {
      to.accept(
          entry(
              entry,
              3 * entry.ruleNumber() + 7,
              "again",
              entry.cidrBlock(),
              entry.ipv6CidrBlock()));
    } else {
      to.accept(fact);
    }
  }
}
