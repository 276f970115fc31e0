/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import static dev.merlon.fact.derived.NetworkWorld.missing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.fact.elb.ClassicListener;
import dev.merlon.fact.elb.ClassicLoadBalancer;
import dev.merlon.fact.elb.Listener;
import dev.merlon.fact.elb.LoadBalancer;
import dev.merlon.fact.net.PortSet;
import dev.merlon.fact.net.Tri;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LoadBalancerPortsTest {

  private static final String ARN = "arn:aws:elasticloadbalancing:r:1:loadbalancer/net/web/1f";
  private static final LoadBalancer WEB =
      new LoadBalancer(
          ARN, "1", "r", "web", "network", "", "vpc-1", "", "active", List.of(), List.of());

  private static Listener listener(String protocol, int port) {
    return new Listener(protocol + port, "1", "r", ARN, protocol, port, List.of());
  }

  private static LoadBalancerPorts ports(Tri<PortSet> tcp, Tri<PortSet> udp, String doubt) {
    return new LoadBalancerPorts(ARN, "net/web/1f", "1", "r", tcp, udp, doubt);
  }

  @Test
  void of_listeners_isTheirPortsByProtocol() {
    assertThat(
            LoadBalancerPorts.of(
                WEB,
                List.of(
                    listener("TLS", 443),
                    listener("UDP", 53),
                    listener("TCP_UDP", 853),
                    listener("HTTP", 80)),
                missing()))
        .isEqualTo(
            ports(
                Tri.exactly(PortSet.parse("80,443,853")),
                Tri.exactly(PortSet.parse("53,853")),
                ""));
  }

  @Test
  void of_noListeners_isNoPorts() {
    assertThat(LoadBalancerPorts.of(WEB, List.of(), missing()))
        .isEqualTo(ports(Tri.exactly(PortSet.empty()), Tri.exactly(PortSet.empty()), ""));
  }

  @Test
  void of_missingListeners_mayBeAnyPort() {
    assertThat(LoadBalancerPorts.of(WEB, List.of(listener("TCP", 22)), missing("Listener")))
        .isEqualTo(
            ports(
                new Tri<>(PortSet.of(22), PortSet.all()),
                new Tri<>(PortSet.empty(), PortSet.all()),
                "the listeners of net/web/1f are not known: Listener could not be read: denied"));
  }

  @Test
  void of_oddListeners_mayBeAnyPort() {
    assertThat(
            LoadBalancerPorts.of(WEB, List.of(listener("SCTP", 1), listener("TCP", 0)), missing()))
        .isEqualTo(
            ports(
                new Tri<>(PortSet.empty(), PortSet.all()),
                new Tri<>(PortSet.empty(), PortSet.all()),
                "a listener has the protocol SCTP; a listener has the port 0"));
  }

  @Test
  void of_aClassicLoadBalancer_isItsListenersPorts() {
    ClassicLoadBalancer classic =
        new ClassicLoadBalancer(
            "clb",
            "1",
            "r",
            "web",
            "",
            "vpc-1",
            List.of(),
            List.of(),
            List.of(),
            List.of(
                new ClassicListener("SSL", 465, "TCP", 25),
                new ClassicListener("HTTP", 80, "HTTP", 8080)));
    assertThat(LoadBalancerPorts.of(classic))
        .isEqualTo(
            new LoadBalancerPorts(
                "clb",
                "web",
                "1",
                "r",
                Tri.exactly(PortSet.parse("80,465")),
                Tri.exactly(PortSet.empty()),
                ""));
  }
}
