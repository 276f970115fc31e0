/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import dev.merlon.fact.ec2.NetworkInterface;
import dev.merlon.fact.elb.ClassicListener;
import dev.merlon.fact.elb.ClassicLoadBalancer;
import dev.merlon.fact.elb.Listener;
import dev.merlon.fact.elb.LoadBalancer;
import dev.merlon.fact.elb.RegisteredTarget;
import dev.merlon.fact.elb.TargetGroup;
import dev.merlon.fact.elb.TargetGroupAttributes;
import dev.merlon.fact.net.Tri;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * A listener that forwards to a target, on one interface of that.
 *
 * @param kind {@code application}, {@code network} or {@code classic}
 * @param protocol what it listens for: {@code HTTPS}, {@code TCP_UDP}, …
 * @param targetAddress the address that it forwards to; empty for the interface's first
 * @param preservesClient whether the target sees the client's address (LB-4)
 */
public record Forwarding(
    String loadBalancerArn,
    String kind,
    String account,
    String region,
    String protocol,
    int listenerPort,
    int targetPort,
    String targetAddress,
    Tri<Boolean> preservesClient,
    NetworkInterface target) {

  private static final String PRESERVE = "preserve_client_ip.enabled";

  /**
   * Follows a listener to a target.
   *
   * @param attributes the {@link TargetGroupAttributes} of the group
   * @return one for each interface of the target that is known: load balancers have several
   */
  public static List<Forwarding> of(
      LoadBalancer loadBalancer,
      Listener listener,
      TargetGroup group,
      RegisteredTarget target,
      Collection<?> attributes,
      NetworkInterfaces interfaces) {
    if (loadBalancer.type().equals("gateway")) {
      return List.of();
    }
    List<Forwarding> forwardings = new ArrayList<>();
    for (NetworkInterface found : interfacesOf(target, group, interfaces)) {
      forwardings.add(
          new Forwarding(
              loadBalancer.arn(),
              loadBalancer.type(),
              loadBalancer.account(),
              loadBalancer.region(),
              listener.protocol(),
              listener.port(),
              target.port() > 0 ? target.port() : group.port(),
              group.targetType().equals("ip") ? target.targetId() : "",
              loadBalancer.type().equals("network")
                  ? preserves(group, attributes)
                  : Tri.exactly(false),
              found));
    }
    return forwardings;
  }

  private static List<NetworkInterface> interfacesOf(
      RegisteredTarget target, TargetGroup group, NetworkInterfaces interfaces) {
    String account = group.account();
    String region = group.region();
    String id = target.targetId();
    NetworkInterface found =
        switch (group.targetType()) {
          case "instance" -> interfaces.ofInstance(account, region, id);
          case "ip" -> interfaces.ofAddress(account, region, group.vpcId(), id);
          default -> null;
        };
    return found != null
        ? List.of(found)
        : group.targetType().equals("alb")
            ? interfaces.ofLoadBalancer(account, region, LoadBalancer.nameOf(id))
            : List.of();
  }

  /** Follows the listeners of a Classic Load Balancer to its instances. */
  public static List<Forwarding> of(
      ClassicLoadBalancer loadBalancer, NetworkInterfaces interfaces) {
    List<Forwarding> forwardings = new ArrayList<>();
    for (String instance : loadBalancer.instanceIds()) {
      NetworkInterface found =
          interfaces.ofInstance(loadBalancer.account(), loadBalancer.region(), instance);
      if (found != null) {
        for (ClassicListener listener : loadBalancer.listeners()) {
          forwardings.add(
              new Forwarding(
                  loadBalancer.arn(),
                  "classic",
                  loadBalancer.account(),
                  loadBalancer.region(),
                  listener.protocol(),
                  listener.loadBalancerPort(),
                  listener.instancePort(),
                  "",
                  Tri.exactly(false),
                  found));
        }
      }
    }
    return forwardings;
  }

  /** The id of the target's interface. */
  public String targetId() {
    return target.networkInterfaceId();
  }

  private static Tri<Boolean> preserves(TargetGroup group, Collection<?> attributes) {
    if (attributes.size() != 1) {
      return Tris.PERHAPS;
    }
    String value =
        ((TargetGroupAttributes) attributes.iterator().next())
            .attributes()
            .getOrDefault(PRESERVE, "");
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "true" -> Tris.YES;
      case "false" -> Tris.NO;
      case "" -> byDefault(group);
      default -> Tris.PERHAPS;
    };
  }

  private static Tri<Boolean> byDefault(TargetGroup group) {
    return switch (group.protocol()) {
      case "UDP", "TCP_UDP", "QUIC", "TCP_QUIC" -> Tris.YES;
      default -> Tri.exactly(!group.targetType().equals("ip"));
    };
  }
}
