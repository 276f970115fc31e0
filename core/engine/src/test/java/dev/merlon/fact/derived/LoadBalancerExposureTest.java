/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import static dev.merlon.fact.derived.NetworkWorld.missing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.fact.elb.Listener;
import dev.merlon.fact.elb.LoadBalancer;
import dev.merlon.fact.elb.RegisteredTarget;
import dev.merlon.fact.elb.TargetGroup;
import dev.merlon.fact.elb.TargetGroupAttributes;
import dev.merlon.fact.net.AddressFamily;
import dev.merlon.fact.net.Internet;
import dev.merlon.fact.net.Tri;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A load balancer and its target share a subnet and a group here. */
final class LoadBalancerExposureTest {

  private final NetworkWorld world = new NetworkWorld();

  private static LoadBalancer loadBalancer(String type) {
    String arn = "arn:aws:elasticloadbalancing:r:1:loadbalancer/" + type + "/web/1f";
    return new LoadBalancer(
        arn, "1", "r", "web", type, "", "vpc-1", "", "active", List.of(), List.of());
  }

  private static Listener listener(String protocol, int port) {
    return new Listener("listener", "1", "r", "lb", protocol, port, List.of("tg"));
  }

  private static TargetGroup group(String protocol, String targetType) {
    return new TargetGroup(
        "tg", "1", "r", "web", protocol, 8080, targetType, "ipv4", "vpc-1", List.of("lb"));
  }

  private static RegisteredTarget target(String id, int port) {
    return new RegisteredTarget("target", "1", "r", "tg", id, port, "", "unhealthy");
  }

  private List<Forwarding> forward(
      String type, String protocol, TargetGroup group, RegisteredTarget target, String preserve) {
    return Forwarding.of(
        loadBalancer(type),
        listener(protocol, 443),
        group,
        target,
        preserve.isEmpty()
            ? List.of()
            : List.of(
                new TargetGroupAttributes(
                    "a",
                    "1",
                    "r",
                    "tg",
                    preserve.equals("default")
                        ? Map.of()
                        : Map.of("preserve_client_ip.enabled", preserve))),
        NetworkInterfaces.of(List.of(world.networkInterface())));
  }

  private List<LoadBalancerExposure> through(List<Forwarding> forwardings) {
    InternetExposure exposure = world.exposure();
    LoadBalancerPorts ports =
        LoadBalancerPorts.of(
            loadBalancer("application"), List.of(listener("HTTPS", 443)), missing());
    return LoadBalancerExposure.of(
        ports,
        forwardings,
        List.of(LoadBalancerFront.of(ports, world.networkInterface(), exposure)),
        List.of(TargetSide.of(exposure)),
        List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "application, HTTP, instance, true, no",
    "network, TCP, instance, default, yes",
    "network, TCP, ip, default, no",
    "network, UDP, ip, default, yes",
    "network, TCP_UDP, ip, default, yes",
    "network, TCP, instance, false, no",
    "network, TCP, ip, true, yes",
    "network, TCP, ip, odd, perhaps",
    "network, TCP, instance, '', perhaps"
  })
  void preservesClient_ofATargetGroup_isItsAttributeOrTheDefault(
      String type, String protocol, String targetType, String attribute, String preserves) {
    List<Forwarding> found =
        forward(
            type,
            protocol,
            group(protocol, targetType),
            target(targetType.equals("ip") ? "10.0.1.10" : "i-1", 0),
            attribute);
    assertThat(found).extracting(Forwarding::targetPort).containsExactly(8080);
    assertThat(found)
        .extracting(Forwarding::preservesClient)
        .containsExactly(
            Map.of("yes", Tris.YES, "no", Tris.NO, "perhaps", Tris.PERHAPS).get(preserves));
  }

  @Test
  void forwarding_toATargetThatIsNotKnown_isNone() {
    assertThat(forward("application", "HTTP", group("HTTP", "instance"), target("i-9", 80), ""))
        .isEmpty();
    assertThat(forward("application", "HTTP", group("HTTP", "lambda"), target("f", 0), ""))
        .isEmpty();
    assertThat(forward("gateway", "GENEVE", group("GENEVE", "instance"), target("i-1", 80), ""))
        .isEmpty();
  }

  @Test
  void flows_ifTheTargetTakesTheLoadBalancersAddress_areOfTheListenersClients() {
    world.rules =
        List.of("tcp 443 443 0.0.0.0/1", "tcp 8080 8080 10.0.0.0/16", "egress -1 -1 -1 0.0.0.0/0");
    List<LoadBalancerExposure> found =
        through(
            forward("application", "HTTPS", group("HTTP", "instance"), target("i-1", 8080), ""));
    assertThat(found).hasSize(1);
    assertThat(found.get(0).flows())
        .containsExactly(
            new ForwardedFlow(
                AddressFamily.IPV4,
                6,
                443,
                8080,
                Tri.exactly(
                    Internet.IPV4.intersect(
                        dev.merlon.fact.net.IpSet.of(
                            dev.merlon.fact.net.Cidr.parse("0.0.0.0/1"))))));
    assertThat(found.get(0).verdict()).isEqualTo(Reachability.REACHABLE);
    assertThat(found.get(0).opensTarget(8080)).isTrue();
    assertThat(found.get(0).opensTarget(443)).isFalse();
    assertThat(found.get(0).path())
        .endsWith("load balancer application/web/1f HTTPS:443 -> eni-1:8080");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // the target lets the load balancer not in
        "tcp 443 443 0.0.0.0/0; egress -1 -1 -1 0.0.0.0/0",
        // the load balancer may not send
        "tcp 443 443 0.0.0.0/0; tcp 8080 8080 10.0.0.0/16",
        // the listener's port is closed
        "tcp 80 80 0.0.0.0/0; tcp 8080 8080 10.0.0.0/16; egress -1 -1 -1 0.0.0.0/0",
      })
  void flows_ifAGroupBlocks_areNone(String rules) {
    world.rules = List.of(rules.split("; ", -1));
    List<LoadBalancerExposure> found =
        through(
            forward("application", "HTTPS", group("HTTP", "instance"), target("i-1", 8080), ""));
    assertThat(found).extracting(LoadBalancerExposure::flows).containsExactly(List.of());
    assertThat(found.get(0).verdict()).isEqualTo(Reachability.NOT_REACHABLE);
    assertThat(found.get(0).path()).isEmpty();
  }

  @Test
  void flows_ifItIsNotKnownWhetherTheClientIsPreserved_areThoseThatGetThereEitherWay() {
    world.rules =
        List.of("tcp 443 443 0.0.0.0/0", "tcp 8080 8080 10.0.0.0/16", "egress -1 -1 -1 0.0.0.0/0");
    List<LoadBalancerExposure> found =
        through(forward("network", "TCP", group("TCP", "instance"), target("i-1", 8080), ""));
    assertThat(found)
        .extracting(LoadBalancerExposure::verdict)
        .containsExactly(Reachability.UNKNOWN);
    assertThat(
            through(
                forward("network", "TCP", group("TCP", "instance"), target("i-1", 8080), "true")))
        .extracting(LoadBalancerExposure::verdict)
        .containsExactly(Reachability.NOT_REACHABLE);
    assertThat(
            through(
                forward("network", "TCP", group("TCP", "instance"), target("i-1", 8080), "false")))
        .extracting(LoadBalancerExposure::verdict)
        .containsExactly(Reachability.REACHABLE);
  }

  @Test
  void flows_toAnOddPort_mayGetThere() {
    world.rules = List.of("tcp 443 443 0.0.0.0/0", "egress -1 -1 -1 0.0.0.0/0");
    assertThat(
            through(
                forward(
                    "application", "HTTPS", group("HTTP", "instance"), target("i-1", 70_000), "")))
        .extracting(LoadBalancerExposure::verdict)
        .containsExactly(Reachability.UNKNOWN);
  }
}
