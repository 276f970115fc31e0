/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.network;

import static dev.merlon.collect.network.Seeded.ACCOUNT;
import static dev.merlon.collect.network.Seeded.EU;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.Snapshot;
import dev.merlon.fact.Resource;
import dev.merlon.fact.ec2.InterfaceAddress;
import dev.merlon.fact.ec2.NetworkInterface;
import dev.merlon.fact.ec2.NetworkInterfaceGroup;
import dev.merlon.fact.elb.ClassicListener;
import dev.merlon.fact.elb.ClassicLoadBalancer;
import dev.merlon.fact.elb.Listener;
import dev.merlon.fact.elb.ListenerRule;
import dev.merlon.fact.elb.LoadBalancer;
import dev.merlon.fact.elb.LoadBalancerAttributes;
import dev.merlon.fact.elb.RegisteredTarget;
import dev.merlon.fact.elb.TargetGroup;
import dev.merlon.fact.elb.TargetGroupAttributes;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class EmulatedLoadBalancersTest {
  private static final String ELB = "elasticloadbalancing";
  private static final List<Class<? extends Resource>> ALL =
      List.of(
          ClassicLoadBalancer.class,
          Listener.class,
          ListenerRule.class,
          LoadBalancer.class,
          LoadBalancerAttributes.class,
          RegisteredTarget.class,
          TargetGroup.class,
          TargetGroupAttributes.class);

  @SuppressWarnings("NullAway.Init") // JUnit calls start() first
  private static Seeded seeded;

  @BeforeAll
  static void start() throws URISyntaxException {
    seeded = Seeded.by("seed_load_balancers.py", new LoadBalancerCollector());
  }

  @AfterAll
  @SuppressWarnings("UnnecessaryNullCheck") // when start() was aborted
  static void stop() {
    if (seeded != null) {
      seeded.close();
    }
  }

  @BeforeEach
  void allowAll() {
    seeded.emulator().deny();
    seeded.emulator().forgetCalls();
  }

  @Test
  void collect_seededLoadBalancers_factsAreWhatWasMade() {
    Snapshot snapshot = seeded.collect(ALL);

    assertThat(snapshot.gaps()).isEmpty();
    assertThat(in(snapshot, LoadBalancer.class))
        .containsExactlyInAnyOrder(
            balancer("app", "shop", "application", "internet-facing", List.of(id("group"))),
            balancer("net", "pipe", "network", "internal", List.of()));
    assertThat(in(snapshot, Listener.class))
        .containsExactlyInAnyOrder(
            new Listener(id("http"), ACCOUNT, EU, id("app"), "HTTP", 80, List.of(id("web"))),
            new Listener(id("tcp"), ACCOUNT, EU, id("net"), "TCP", 443, List.of(id("raw"))));
    assertThat(in(snapshot, ListenerRule.class))
        .containsExactlyInAnyOrder(rule("rule", "10", "api"), rule("default", "default", "web"));
    assertThat(in(snapshot, TargetGroup.class))
        .containsExactlyInAnyOrder(
            group("web", "HTTP", 8080, id("app")),
            group("api", "HTTP", 9090, id("app")),
            group("raw", "TCP", 5000, id("net")),
            group("unused", "TCP", 6000));
    assertThat(in(snapshot, RegisteredTarget.class))
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("healthState")
        .containsExactlyInAnyOrder(
            target("web", "10.20.1.10", 8080), target("raw", "10.20.2.20", 5001));
    assertThat(in(snapshot, ClassicLoadBalancer.class))
        .containsExactly(
            new ClassicLoadBalancer(
                Seeded.arn(ELB, "loadbalancer/old"),
                ACCOUNT,
                EU,
                "old",
                "internet-facing",
                id("vpc"),
                List.of(id("subnetA"), id("subnetB")),
                List.of(id("group")),
                List.of(),
                List.of(new ClassicListener("TCP", 25, "TCP", 2525))));
  }

  @Test
  void collect_seededLoadBalancers_attributesAreOfThoseThatNeedThem() {
    Snapshot snapshot = seeded.collect(ALL);

    assertThat(in(snapshot, LoadBalancerAttributes.class))
        .extracting(LoadBalancerAttributes::loadBalancerArn)
        .containsExactlyInAnyOrder(id("app"), id("net"));
    assertThat(in(snapshot, LoadBalancerAttributes.class))
        .allSatisfy(
            found ->
                assertThat(found.attributes())
                    .containsEntry("deletion_protection.enabled", "false"));
    assertThat(in(snapshot, TargetGroupAttributes.class))
        .extracting(TargetGroupAttributes::targetGroupArn)
        .containsExactly(id("raw"));
  }

  @Test
  void collect_twoRegions_makesNoMoreCallsThanNeeded() {
    seeded.collect(ALL);

    assertThat(
            seeded.emulator().calls().stream()
                .filter(call -> call.startsWith(ELB) && call.endsWith(EU))
                .collect(groupingBy(call -> call.split("[: ]")[1], counting())))
        .isEqualTo(
            Map.of(
                "DescribeLoadBalancers", 2L, // both APIs have one
                "DescribeListeners", 2L,
                "DescribeRules", 1L,
                "DescribeLoadBalancerAttributes", 2L,
                "DescribeTargetGroups", 1L,
                "DescribeTargetHealth", 3L,
                "DescribeTargetGroupAttributes", 1L));
  }

  @Test
  void collect_networkInterfaces_haveThoseOfLoadBalancersToo() {
    Snapshot snapshot =
        new Seeded(seeded.emulator(), new NetworkCollector(), seeded.ids())
            .collect(List.of(NetworkInterface.class, NetworkInterfaceGroup.class));

    List<NetworkInterface> interfaces = in(snapshot, NetworkInterface.class);
    assertThat(interfaces)
        .extracting(found -> found.loadBalancerName() + " " + found.subnetId())
        .containsExactlyInAnyOrder(
            name("app") + " " + id("subnetA"),
            name("app") + " " + id("subnetB"),
            name("net") + " " + id("subnetA"),
            name("net") + " " + id("subnetB"),
            "old " + id("subnetA"),
            "old " + id("subnetB"));
    assertThat(interfaces)
        .allSatisfy(
            found -> {
              boolean network = found.loadBalancerName().equals(name("net"));
              assertThat(found.status()).isEqualTo("in-use");
              assertThat(found.vpcId()).isEqualTo(id("vpc"));
              assertThat(found.interfaceType())
                  .isEqualTo(network ? "network_load_balancer" : "interface");
              assertThat(found.attachmentInstanceOwnerId()).isEqualTo("amazon-elb");
              assertThat(found.privateIpAddresses())
                  .singleElement()
                  .extracting(InterfaceAddress::publicIp)
                  .satisfies(
                      address -> assertThat(address.isEmpty()).isEqualTo(network)); // internal
              assertThat(groupsOf(snapshot, found))
                  .isEqualTo(network ? List.of() : List.of(id("group")));
            });
    assertThat(interfaces).extracting(NetworkInterface::arn).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("actions")
  void collect_actionDeniedInOneRegion_itsTypesAreGapsThereAndNothingElseChanges(
      String action, List<Class<? extends Resource>> types) {
    seeded.assertDenied(ALL, ELB + ":" + action, types);
  }

  static Stream<Arguments> actions() {
    return Stream.of(
        Arguments.of(
            "DescribeLoadBalancers",
            List.of(
                ClassicLoadBalancer.class,
                LoadBalancer.class,
                LoadBalancerAttributes.class,
                Listener.class,
                ListenerRule.class)),
        Arguments.of("DescribeListeners", List.of(Listener.class, ListenerRule.class)),
        Arguments.of("DescribeRules", List.of(ListenerRule.class)),
        Arguments.of("DescribeLoadBalancerAttributes", List.of(LoadBalancerAttributes.class)),
        Arguments.of(
            "DescribeTargetGroups",
            List.of(TargetGroup.class, RegisteredTarget.class, TargetGroupAttributes.class)),
        Arguments.of("DescribeTargetHealth", List.of(RegisteredTarget.class)),
        Arguments.of("DescribeTargetGroupAttributes", List.of(TargetGroupAttributes.class)));
  }

  private static List<String> groupsOf(Snapshot snapshot, NetworkInterface of) {
    return in(snapshot, NetworkInterfaceGroup.class).stream()
        .filter(group -> group.networkInterfaceId().equals(of.networkInterfaceId()))
        .map(NetworkInterfaceGroup::groupId)
        .toList();
  }

  private static <T extends Resource> List<T> in(Snapshot snapshot, Class<T> type) {
    return snapshot.facts(type).filter(fact -> fact.region().equals(EU)).toList();
  }

  private static String id(String name) {
    return seeded.id(name);
  }

  private static String name(String balancer) {
    return id(balancer).split(":loadbalancer/", 2)[1];
  }

  private static LoadBalancer balancer(
      String id, String name, String type, String scheme, List<String> groups) {
    return new LoadBalancer(
        id(id),
        ACCOUNT,
        EU,
        name,
        type,
        scheme,
        id("vpc"),
        "ipv4",
        "active",
        List.of(id("subnetA"), id("subnetB")),
        groups);
  }

  private static ListenerRule rule(String id, String priority, String group) {
    return new ListenerRule(
        id(id), ACCOUNT, EU, id("http"), id("app"), priority, List.of(id(group)));
  }

  private static TargetGroup group(String name, String protocol, int port, String... balancers) {
    return new TargetGroup(
        id(name), ACCOUNT, EU, name, protocol, port, "ip", "ipv4", id("vpc"), List.of(balancers));
  }

  private static RegisteredTarget target(String group, String address, int port) {
    return new RegisteredTarget(
        id(group) + "/" + address + ":" + port, ACCOUNT, EU, id(group), address, port, "", "");
  }
}
