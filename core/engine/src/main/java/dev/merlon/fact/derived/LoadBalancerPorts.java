/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import dev.merlon.fact.elb.ClassicListener;
import dev.merlon.fact.elb.ClassicLoadBalancer;
import dev.merlon.fact.elb.Listener;
import dev.merlon.fact.elb.LoadBalancer;
import dev.merlon.fact.net.PortSet;
import dev.merlon.fact.net.Tri;
import java.util.Collection;
import java.util.Locale;

/**
 * The ports that a load balancer listens on: its interfaces answer on no others. There is one for
 * every load balancer. Carries its own doubt.
 *
 * @param name the end of its ARN, which its interfaces have in their description
 * @param doubt why it may listen on other ports; empty if it does not
 */
public record LoadBalancerPorts(
    String loadBalancerArn,
    String name,
    String account,
    String region,
    Tri<PortSet> tcp,
    Tri<PortSet> udp,
    String doubt) {

  /** Adds up the {@link Listener}s of a load balancer. */
  public static LoadBalancerPorts of(
      LoadBalancer loadBalancer, Collection<?> listeners, MissingReads missing) {
    Sum sum = new Sum();
    for (Object each : listeners) {
      Listener listener = (Listener) each;
      sum.add(listener.protocol(), listener.port());
    }
    String account = loadBalancer.account();
    String region = loadBalancer.region();
    if (missing.concern("Listener", account, region, loadBalancer.arn())) {
      sum.doubt(
          missing.because(
              "the listeners of " + loadBalancer.name() + " are not known",
              "Listener",
              account,
              region,
              loadBalancer.arn()));
    }
    return sum.of(loadBalancer.arn(), loadBalancer.name(), account, region);
  }

  /** Adds up the listeners of a Classic Load Balancer. */
  public static LoadBalancerPorts of(ClassicLoadBalancer loadBalancer) {
    Sum sum = new Sum();
    for (ClassicListener listener : loadBalancer.listeners()) {
      sum.add(listener.protocol(), listener.loadBalancerPort());
    }
    return sum.of(
        loadBalancer.arn(),
        loadBalancer.loadBalancerName(),
        loadBalancer.account(),
        loadBalancer.region());
  }

  private static final class Sum {
    private PortSet tcp = PortSet.empty();
    private PortSet udp = PortSet.empty();
    private String doubt = "";

    void add(String protocol, int port) {
      if (port < 1 || port > 65_535) {
        doubt("a listener has the port " + port);
        return;
      }
      boolean both = protocol.startsWith("TCP_");
      switch (protocol.toUpperCase(Locale.ROOT)) {
        case "HTTP", "HTTPS", "TCP", "TLS", "SSL", "TCP_UDP", "TCP_QUIC" -> {
          tcp = tcp.union(PortSet.of(port));
          udp = both ? udp.union(PortSet.of(port)) : udp;
        }
        case "UDP", "QUIC" -> udp = udp.union(PortSet.of(port));
        default -> doubt("a listener has the protocol " + protocol);
      }
    }

    void doubt(String text) {
      doubt = doubt.isEmpty() ? text : doubt + "; " + text;
    }

    LoadBalancerPorts of(String arn, String name, String account, String region) {
      return new LoadBalancerPorts(arn, name, account, region, tri(tcp), tri(udp), doubt);
    }

    private Tri<PortSet> tri(PortSet known) {
      return doubt.isEmpty() ? Tri.exactly(known) : new Tri<>(known, PortSet.all());
    }
  }
}
