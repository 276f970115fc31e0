/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.SlowNetwork.Link;
import dev.merlon.SlowNetwork.Packet;
import dev.merlon.fact.Resource;
import dev.merlon.fact.derived.EgressPath;
import dev.merlon.fact.derived.ForwardedFlow;
import dev.merlon.fact.derived.InternetEgress;
import dev.merlon.fact.derived.InternetExposure;
import dev.merlon.fact.derived.LoadBalancerExposure;
import dev.merlon.fact.derived.Reachability;
import dev.merlon.fact.derived.ServiceHop;
import dev.merlon.fact.derived.ServicePaths;
import dev.merlon.fact.ec2.NetworkInterface;
import dev.merlon.fact.ec2.Subnet;
import dev.merlon.fact.net.AddressFamily;
import dev.merlon.fact.net.Cidr;
import dev.merlon.fact.net.Flows;
import dev.merlon.fact.net.IpSet;
import dev.merlon.fact.net.Tri;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Compares what is derived of networks with what {@link SlowNetwork} says of single packets: at the
 * ends of all blocks and port ranges that occur in a random world, and beside them.
 */
final class NetworkReferenceTest {

  private static final int WORLDS = Integer.getInteger("network.worlds", 50);
  private static final int PACKETS = 80;
  private static final int CLIENTS = 10;
  private static final int LIMIT = Integer.getInteger("network.limit", 20);

  @Test
  void exposures_onRandomWorlds_areThoseOfSinglePackets() {
    assertThat(disagreements(NetworkWorlds::complete, NetworkReferenceTest::exposures)).isEmpty();
  }

  @Test
  void exposures_withReadsMissing_areThoseOfSinglePackets() {
    assertThat(disagreements(NetworkWorlds::withGaps, NetworkReferenceTest::exposures)).isEmpty();
  }

  @Test
  void egress_onRandomWorlds_isThatOfSinglePackets() {
    assertThat(disagreements(NetworkWorlds::complete, NetworkReferenceTest::egress)).isEmpty();
  }

  @Test
  void egress_withReadsMissing_isThatOfSinglePackets() {
    assertThat(disagreements(NetworkWorlds::withGaps, NetworkReferenceTest::egress)).isEmpty();
  }

  @Test
  void servicePaths_withReadsMissing_areThoseOfSinglePackets() {
    assertThat(disagreements(NetworkWorlds::withGaps, NetworkReferenceTest::servicePaths))
        .isEmpty();
  }

  @Test
  void loadBalancers_onRandomWorlds_areThoseOfSinglePackets() {
    assertThat(disagreements(NetworkWorlds::complete, NetworkReferenceTest::loadBalancers))
        .isEmpty();
  }

  /** Otherwise the two would agree on nothing. */
  @Test
  void worlds_haveInterfacesOfEveryVerdict() {
    Map<Reachability, Integer> counts = new TreeMap<>();
    for (long seed = 0; seed < 20; seed++) {
      for (Object derived : NetworkWorlds.derive(NetworkWorlds.complete(seed))) {
        if (derived instanceof InternetExposure exposure) {
          counts.merge(exposure.verdict(), 1, Integer::sum);
        }
      }
    }
    System.out.println("random worlds: interfaces by verdict " + counts);
    assertThat(counts.values()).hasSize(3).allMatch(count -> count > 20);
  }

  private static List<String> disagreements(Function<Long, Snapshot> worlds, Judge judge) {
    return LongStream.range(0, WORLDS)
        .parallel()
        .boxed()
        .flatMap(seed -> disagreements(worlds.apply(seed), seed, judge).stream())
        .limit(LIMIT)
        .toList();
  }

  /** Compares what is derived of one place. */
  private interface Judge {
    void compare(Place place, Consumer<String> found);
  }

  /** One Region of one account, and what is derived there, by the ids that it is about. */
  private record Place(
      String account,
      String region,
      SlowNetwork slow,
      InterestingPackets packets,
      Random random,
      Map<Class<?>, Map<String, Object>> derived) {

    <T> @Nullable T derived(Class<T> type, String id) {
      return type.cast(derived.getOrDefault(type, Map.of()).get(id));
    }
  }

  private static List<String> disagreements(Snapshot world, long seed, Judge judge) {
    List<String> found = new ArrayList<>();
    Collection<?> derived = NetworkWorlds.derive(world);
    Random random = new Random(seed);
    for (Coverage.Area area : world.coverage().areas()) {
      if (area.region().equals(Resource.GLOBAL)) {
        continue;
      }
      Map<Class<?>, Map<String, Object>> here = new HashMap<>();
      for (Object each : derived) {
        String id = idOf(each, area.account(), area.region());
        if (!id.isEmpty()) {
          here.computeIfAbsent(each.getClass(), type -> new HashMap<>()).put(id, each);
        }
      }
      SlowNetwork slow = new SlowNetwork(world, area.account(), area.region());
      judge.compare(
          new Place(
              area.account(), area.region(), slow, new InterestingPackets(slow), random, here),
          text -> found.add("world " + seed + ", " + area.region() + " " + text));
    }
    return found;
  }

  private static String idOf(Object derived, String account, String region) {
    String place = account + region;
    if (derived instanceof InternetExposure one) {
      return place.equals(one.account() + one.region()) ? one.networkInterfaceId() : "";
    }
    if (derived instanceof InternetEgress one) {
      return place.equals(one.account() + one.region()) ? one.networkInterfaceId() : "";
    }
    if (derived instanceof ServicePaths one) {
      return place.equals(one.account() + one.region()) ? one.subnetId() : "";
    }
    if (derived instanceof LoadBalancerExposure one) {
      return place.equals(one.account() + one.region())
          ? one.loadBalancerArn() + " " + one.networkInterfaceId()
          : "";
    }
    return "";
  }

  // ---- from the internet

  private static void exposures(Place place, Consumer<String> found) {
    SlowNetwork slow = place.slow();
    for (NetworkInterface to : slow.all(NetworkInterface.class)) {
      InternetExposure exposure = place.derived(InternetExposure.class, to.networkInterfaceId());
      if (exposure == null) {
        found.accept("nothing about " + to.networkInterfaceId());
        continue;
      }
      for (AddressFamily family : AddressFamily.values()) {
        for (int i = 0; i < PACKETS; i++) {
          Packet packet = place.packets().one(place.random(), family);
          Three conversation = slow.conversation(to, packet);
          Three oneWay = slow.oneWay(to, packet);
          String differences =
              difference("conversation", packet, conversation, conversation, exposure.flows(family))
                  + difference(
                      "one way",
                      packet,
                      oneWay,
                      slow.coarseOneWay(to, packet),
                      exposure.oneWay(family));
          if (!differences.isEmpty()) {
            found.accept(
                String.join(
                    ", ",
                    to.networkInterfaceId(),
                    differences,
                    slow.explain(to, packet),
                    exposure.doubt()));
          }
        }
      }
    }
  }

  // ---- to the internet

  private static void egress(Place place, Consumer<String> found) {
    SlowNetwork slow = place.slow();
    List<Integer> ports = place.packets().ports();
    for (NetworkInterface from : slow.all(NetworkInterface.class)) {
      InternetEgress egress = place.derived(InternetEgress.class, from.networkInterfaceId());
      if (egress == null) {
        found.accept("nothing about " + from.networkInterfaceId());
        continue;
      }
      int port = ports.get(place.random().nextInt(ports.size()));
      for (AddressFamily family : AddressFamily.values()) {
        String about = from.networkInterfaceId() + " to " + family + " port " + port;
        EgressPath path = egress.to(family, port);
        SortedMap<String, Three> all = new TreeMap<>();
        for (BigInteger address : place.packets().addresses(family)) {
          SortedMap<String, Three> ways = slow.egress(from, family, port, address);
          ways.forEach((way, is) -> all.merge(way, is, Three::or));
          Cidr block = Cidr.parse(SlowAddress.text(family, address));
          Set<String> must = new TreeSet<>();
          path.destinations()
              .forEach(
                  (mode, reached) -> {
                    if (reached.contains(block)) {
                      must.add(mode.name());
                    }
                  });
          if (!must.equals(those(ways, Three.YES))) {
            found.accept(about + " " + block + " goes " + ways + " and not surely " + must);
          }
        }
        boolean any = all.remove(SlowNetwork.ANY) != null;
        Set<String> modes = new TreeSet<>();
        path.modes().forEach(mode -> modes.add(mode.name()));
        Set<String> maybe = new TreeSet<>();
        path.maybeModes().forEach(mode -> maybe.add(mode.name()));
        Reachability verdict =
            all.containsValue(Three.YES)
                ? Reachability.REACHABLE
                : any || all.containsValue(Three.MAYBE)
                    ? Reachability.UNKNOWN
                    : Reachability.NOT_REACHABLE;
        if (path.verdict() != verdict
            || !modes.equals(those(all, Three.YES))
            || !(any
                ? maybe.containsAll(those(all, Three.MAYBE))
                : maybe.equals(those(all, Three.MAYBE)))) {
          found.accept(about + " goes " + all + (any ? " or any way" : "") + " and not " + path);
        }
      }
    }
  }

  private static Set<String> those(SortedMap<String, Three> ways, Three that) {
    Set<String> found = new TreeSet<>();
    ways.forEach(
        (way, is) -> {
          if (is == that) {
            found.add(way);
          }
        });
    return found;
  }

  // ---- to services

  private static void servicePaths(Place place, Consumer<String> found) {
    SlowNetwork slow = place.slow();
    for (Subnet subnet : slow.all(Subnet.class)) {
      ServicePaths paths = place.derived(ServicePaths.class, subnet.subnetId());
      if (paths == null) {
        found.accept("nothing about " + subnet.subnetId());
        continue;
      }
      for (AddressFamily family : AddressFamily.values()) {
        for (BigInteger address : place.packets().addresses(family)) {
          Cidr block = Cidr.parse(SlowAddress.text(family, address));
          Set<String> may = slow.hops(subnet, family, address);
          Tri<SortedSet<ServiceHop>> actual = paths.to(IpSet.of(block));
          Set<String> actualMay = new TreeSet<>();
          actual.may().forEach(hop -> actualMay.add(hop.name()));
          boolean known = may.size() == 1 && !may.contains(SlowNetwork.ANY);
          boolean same =
              known
                  ? actual.isExact() && actualMay.equals(may)
                  : actual.must().isEmpty()
                      && (may.contains(SlowNetwork.ANY) || actualMay.equals(may));
          if (!same) {
            found.accept(
                subnet.subnetId() + " to " + block + " goes " + may + " and not " + actual);
          }
        }
      }
    }
  }

  // ---- through load balancers

  private static void loadBalancers(Place place, Consumer<String> found) {
    SlowNetwork slow = place.slow();
    for (SlowNetwork.Balancer balancer : slow.balancers()) {
      for (NetworkInterface to : slow.all(NetworkInterface.class)) {
        String id = balancer.arn() + " " + to.networkInterfaceId();
        LoadBalancerExposure exposure = place.derived(LoadBalancerExposure.class, id);
        for (AddressFamily family : AddressFamily.values()) {
          for (int i = 0; i < CLIENTS; i++) {
            BigInteger client = place.packets().one(place.random(), family).address();
            Cidr block = Cidr.parse(SlowAddress.text(family, client));
            Map<Link, Three> links = slow.balanced(balancer, to, family, client);
            links.values().removeIf(is -> is == Three.NO);
            if (exposure == null) {
              if (!links.isEmpty()) {
                found.accept("nothing about " + id + " although " + links);
              }
              continue;
            }
            Map<Link, Three> actual = new HashMap<>();
            for (ForwardedFlow flow : exposure.flows()) {
              if (flow.family() == family) {
                Three is =
                    flow.sources().must().contains(block)
                        ? Three.YES
                        : flow.sources().may().contains(block) ? Three.MAYBE : Three.NO;
                actual.merge(
                    new Link(flow.protocol(), flow.listenerPort(), flow.targetPort()),
                    is,
                    Three::or);
              }
            }
            actual.values().removeIf(is -> is == Three.NO);
            if (!links.equals(actual)) {
              found.accept(id + " from " + block + " is " + links + " and not " + actual);
            }
          }
        }
      }
    }
  }

  private static String difference(
      String what, Packet packet, Three expected, Three alternative, Tri<Flows> flows) {
    boolean must = contains(flows.must(), packet);
    boolean may = contains(flows.may(), packet);
    Three actual = must && may ? Three.YES : may ? Three.MAYBE : Three.NO;
    return expected == actual || actual == alternative
        ? ""
        : what + " of " + packet + " is " + expected + " and not " + actual;
  }

  private static boolean contains(Flows flows, Packet packet) {
    return flows
        .protocol(packet.protocol())
        .at(packet.key())
        .contains(Cidr.parse(SlowAddress.text(packet.family(), packet.address())));
  }
}
