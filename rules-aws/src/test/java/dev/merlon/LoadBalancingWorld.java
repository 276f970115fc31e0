/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import dev.merlon.fact.Resource;
import dev.merlon.fact.elb.ClassicListener;
import dev.merlon.fact.elb.ClassicLoadBalancer;
import dev.merlon.fact.elb.Listener;
import dev.merlon.fact.elb.ListenerRule;
import dev.merlon.fact.elb.LoadBalancer;
import dev.merlon.fact.elb.LoadBalancerAttributes;
import dev.merlon.fact.elb.RegisteredTarget;
import dev.merlon.fact.elb.TargetGroup;
import dev.merlon.fact.elb.TargetGroupAttributes;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

/** Load balancers of every type, whose interfaces and targets {@link NetworkWorld} makes. */
final class LoadBalancingWorld implements ServiceWorld {

  private static final List<String> NAMES = List.of("app/web/50dc6c49", "net/tcp/60dc6c49", "old");

  /** Which load balancer an interface of its says it is of: application, network or Classic. */
  static String nameOf(int number) {
    return NAMES.get(number);
  }

  /** The VPC of a load balancer and of its interfaces. */
  static int vpcOf(int number) {
    return number % 2;
  }

  /**
   * The groups of a load balancer and of its interfaces, by number; a network one may have none.
   */
  static List<Integer> groupsOf(int number, String region) {
    return number == 1 && region.startsWith("e") ? List.of() : List.of(number);
  }

  @Override
  public Set<Class<? extends Resource>> types() {
    return Set.of(
        ClassicLoadBalancer.class,
        Listener.class,
        ListenerRule.class,
        LoadBalancer.class,
        LoadBalancerAttributes.class,
        RegisteredTarget.class,
        TargetGroup.class,
        TargetGroupAttributes.class);
  }

  @Override
  public void add(
      Random random,
      List<String> accounts,
      String account,
      String region,
      Consumer<Resource> facts) {
    if (!region.equals(Resource.GLOBAL)) {
      new Place(random, account, region, facts).add();
    }
  }

  /** One Region of one account. */
  private record Place(Random random, String account, String region, Consumer<Resource> facts) {

    void add() {
      loadBalancer(0, "application", List.of("HTTP", "HTTPS"));
      loadBalancer(1, "network", List.of("TCP", "TCP", "UDP", "TCP_UDP", "TLS"));
      if (oneIn(4)) {
        loadBalancer(1, "gwy/fw/70dc6c49", "gateway", List.of("GENEVE"));
      }
      if (!oneIn(6)) {
        classic();
      }
      targetGroup(0, "instance", List.of("i", "i"));
      targetGroup(1, "ip", List.of("10.0.0.1", "10.0.1.1", "10.1.2.1", "10.1.3.1", "192.168.7.7"));
      targetGroup(2, one(List.of("alb", "lambda", "instance")), List.of());
    }

    private <T> T one(List<T> of) {
      return of.get(random.nextInt(of.size()));
    }

    private boolean oneIn(int chances) {
      return random.nextInt(chances) == 0;
    }

    private String id(String prefix, int number) {
      return prefix + "-" + region.charAt(0) + account.charAt(0) + number;
    }

    private String arn(String rest) {
      return "arn:aws:elasticloadbalancing:" + region + ":" + account + ":" + rest;
    }

    private String groupArn(int number) {
      return arn("targetgroup/" + id("tg", number) + "/1");
    }

    private void loadBalancer(int number, String type, List<String> protocols) {
      if (!oneIn(8)) {
        loadBalancer(number, nameOf(number), type, protocols);
      }
    }

    private void loadBalancer(int number, String name, String type, List<String> protocols) {
      String arn = arn("loadbalancer/" + name);
      int vpc = vpcOf(number);
      facts.accept(
          new LoadBalancer(
              arn,
              account,
              region,
              name.split("/", -1)[1],
              type,
              oneIn(3) ? "internal" : "internet-facing",
              id("vpc", vpc),
              one(List.of("ipv4", "ipv4", "dualstack", "dualstack-without-public-ipv4")),
              oneIn(8) ? "provisioning" : "active",
              List.of(id("subnet", 2 * vpc), id("subnet", 2 * vpc + 1)),
              type.equals("gateway") ? List.of() : groupIds(number)));
      if (!oneIn(4)) {
        facts.accept(
            new LoadBalancerAttributes(
                arn,
                account,
                region,
                arn,
                Map.of("deletion_protection.enabled", oneIn(2) ? "true" : "false")));
      }
      int listeners = oneIn(8) ? 0 : 1 + random.nextInt(2);
      for (int i = 0; i < listeners; i++) {
        String listenerArn = arn("listener/" + name + "/" + i);
        int port = type.equals("gateway") ? -1 : one(List.of(22, 80, 443, 8443, 3389)) + i;
        facts.accept(
            new Listener(
                listenerArn,
                account,
                region,
                arn,
                one(protocols),
                port,
                oneIn(6) ? List.of() : List.of(groupArn(random.nextInt(4)))));
        if (type.equals("application") && oneIn(3)) {
          facts.accept(
              new ListenerRule(
                  listenerArn + "/rule",
                  account,
                  region,
                  listenerArn,
                  arn,
                  "10",
                  List.of(groupArn(random.nextInt(3)))));
        }
      }
    }

    private List<String> groupIds(int number) {
      return groupsOf(number, region).stream().map(group -> id("sg", group)).toList();
    }

    private void classic() {
      int vpc = vpcOf(2);
      facts.accept(
          new ClassicLoadBalancer(
              arn("loadbalancer/" + nameOf(2)),
              account,
              region,
              nameOf(2),
              oneIn(2) ? "internal" : "internet-facing",
              id("vpc", vpc),
              List.of(id("subnet", 2 * vpc)),
              groupIds(2),
              List.of(id("i", random.nextInt(5))),
              oneIn(8)
                  ? List.of()
                  : List.of(
                      new ClassicListener(
                          one(List.of("HTTP", "TCP", "SSL")),
                          one(List.of(22, 80, 443)),
                          one(List.of("HTTP", "TCP")),
                          one(List.of(22, 80, 8080))))));
    }

    private void targetGroup(int number, String type, List<String> targets) {
      String arn = groupArn(number);
      String protocol = one(List.of("HTTP", "TCP", "TCP", "UDP", "TCP_UDP"));
      if (!oneIn(12)) {
        facts.accept(
            new TargetGroup(
                arn,
                account,
                region,
                id("tg", number),
                protocol,
                type.equals("lambda") ? -1 : one(List.of(22, 80, 443, 8080)),
                type,
                oneIn(8) ? "ipv6" : "ipv4",
                type.equals("lambda") ? "" : id("vpc", random.nextInt(2)),
                List.of(arn("loadbalancer/" + nameOf(random.nextInt(2))))));
      }
      if (!oneIn(4)) {
        String preserves = one(List.of("true", "false", "maybe"));
        facts.accept(
            new TargetGroupAttributes(
                arn,
                account,
                region,
                arn,
                oneIn(3) ? Map.of() : Map.of("preserve_client_ip.enabled", preserves)));
      }
      int many = random.nextInt(3);
      for (int i = 0; i < many; i++) {
        String targetId =
            switch (type) {
              case "alb" -> arn("loadbalancer/" + nameOf(0));
              case "lambda" -> "arn:aws:lambda:" + region + ":" + account + ":function:f";
              case "ip" -> one(targets) + (oneIn(8) ? "" : random.nextInt(4));
              default -> id("i", random.nextInt(5));
            };
        int port = oneIn(2) ? -1 : one(List.of(22, 80, 8080));
        facts.accept(
            new RegisteredTarget(
                arn + "/" + targetId + "/" + port,
                account,
                region,
                arn,
                targetId,
                port,
                region + "a",
                one(List.of("healthy", "unhealthy", "unused"))));
      }
    }
  }
}
