/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.network;

import static dev.merlon.collect.network.Collected.ACCOUNT;
import static dev.merlon.collect.network.Collected.REGION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.fact.elb.Listener;
import dev.merlon.fact.elb.ListenerRule;
import dev.merlon.fact.elb.LoadBalancer;
import dev.merlon.fact.elb.LoadBalancerAttributes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ActionTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AvailabilityZone;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeListenersRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeListenersResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancerAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancerAttributesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeRulesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeRulesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerStateEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupTuple;

final class LoadBalancerReaderTest {
  private static final String APP = elb("loadbalancer/app/shop/1");
  private static final String NET = elb("loadbalancer/net/pipe/2");
  private static final String GATEWAY = elb("loadbalancer/gwy/wall/3");
  private static final String HTTPS = elb("listener/app/shop/1/a");
  private static final String TCP = elb("listener/net/pipe/2/b");
  private static final String ALL = elb("listener/gwy/wall/3/c");
  private static final List<Class<?>> COVERED =
      List.of(LoadBalancer.class, Listener.class, ListenerRule.class, LoadBalancerAttributes.class);

  @Test
  void read_loadBalancersOfTwoPages_takesAllThatBelongsToThem() {
    Balancers balancers = new Balancers();

    assertThat(Fakes.collect(balancers, LoadBalancerAttributes.class, ListenerRule.class))
        .isEqualTo(
            Collected.snapshot(
                COVERED,
                List.of(
                    app(),
                    net(),
                    gateway(),
                    listener(HTTPS, APP, "HTTPS", 443, "web"),
                    listener(TCP, NET, "TCP", 25, "raw"),
                    listener(ALL, GATEWAY, "", -1),
                    rule("10", "api", "old"),
                    rule("default", "web"),
                    attributes(APP, Map.of("idle_timeout.timeout_seconds", "60")),
                    attributes(NET, Map.of("deletion_protection.enabled", "")),
                    attributes(GATEWAY, Map.of()))));
    assertThat(balancers.log.requests())
        .containsExactlyInAnyOrder(
            "balancers 400 -",
            "balancers 400 next",
            "listeners " + APP + " 400 -",
            "listeners " + NET + " 400 -",
            "listeners " + GATEWAY + " 400 -",
            "attributes " + APP,
            "attributes " + NET,
            "attributes " + GATEWAY,
            "rules " + HTTPS + " 400 -",
            "rules " + HTTPS + " 400 next");
  }

  @Test
  void read_listenersOfOneDenied_areAGapOfThatOneAndOfItsRules() {
    Balancers balancers = new Balancers();
    balancers.log.refuse("listeners " + APP + " 400 -");
    String reason = Fakes.denied("elasticloadbalancing:DescribeListeners");

    assertThat(Fakes.collect(balancers, ListenerRule.class).gaps())
        .containsExactlyInAnyOrder(
            Collected.gap(Listener.class, APP, reason),
            Collected.gap(ListenerRule.class, null, reason));
  }

  @Test
  void read_secondPageOfRulesDenied_keepsTheFirst() {
    Balancers balancers = new Balancers();
    balancers.log.refuse("rules " + HTTPS + " 400 next");

    var snapshot = Fakes.collect(balancers, ListenerRule.class);

    assertThat(snapshot.facts(ListenerRule.class)).containsExactly(rule("10", "api", "old"));
    assertThat(snapshot.gaps())
        .containsExactly(
            Collected.gap(
                ListenerRule.class, HTTPS, Fakes.denied("elasticloadbalancing:DescribeRules")));
  }

  @Test
  void read_malformedLoadBalancer_costsThatOne() {
    Balancers balancers = new Balancers();
    balancers.subnetOfApp = "";

    assertThat(Fakes.collect(balancers, LoadBalancer.class))
        .isEqualTo(
            Collected.snapshot(
                List.of(LoadBalancer.class),
                List.of(net(), gateway()),
                Collected.lost(
                    LoadBalancer.class,
                    "elasticloadbalancing:DescribeLoadBalancers",
                    "SubnetId is missing")));
  }

  @Test
  void read_stickyGroupWithoutWeight_isForwardedToAllTheSame() {
    Balancers balancers = new Balancers();
    balancers.sticky = true;

    assertThat(Fakes.collect(balancers, ListenerRule.class).facts(ListenerRule.class))
        .containsExactly(rule("10", "api", "old", "gone"), rule("default", "web"));
  }

  private static String elb(String resource) {
    return Fakes.arn("elasticloadbalancing", resource);
  }

  private static String group(String name) {
    return elb("targetgroup/" + name + "/9");
  }

  private static LoadBalancer app() {
    return new LoadBalancer(
        APP,
        ACCOUNT,
        REGION,
        "shop",
        "application",
        "internet-facing",
        "vpc-1",
        "dualstack",
        "active",
        List.of("subnet-a", "subnet-b"),
        List.of("sg-1", "sg-2"));
  }

  private static LoadBalancer net() {
    return new LoadBalancer(
        NET, ACCOUNT, REGION, "pipe", "network", "", "", "", "", List.of(), List.of());
  }

  private static LoadBalancer gateway() {
    return new LoadBalancer(GATEWAY, ACCOUNT, REGION, "", "", "", "", "", "", List.of(), List.of());
  }

  private static Listener listener(
      String arn, String balancer, String protocol, int port, String... groups) {
    return new Listener(arn, ACCOUNT, REGION, balancer, protocol, port, groups(groups));
  }

  private static ListenerRule rule(String priority, String... groups) {
    return new ListenerRule(
        elb("listener-rule/app/shop/1/a/" + priority),
        ACCOUNT,
        REGION,
        HTTPS,
        APP,
        priority,
        groups(groups));
  }

  private static List<String> groups(String... names) {
    return List.of(names).stream().map(LoadBalancerReaderTest::group).toList();
  }

  private static LoadBalancerAttributes attributes(String balancer, Map<String, String> values) {
    return new LoadBalancerAttributes(balancer, ACCOUNT, REGION, balancer, values);
  }

  /** One of each kind: two on the first page, one on the second. */
  private static final class Balancers implements ElasticLoadBalancingV2Client {
    private final Fakes.Log log = new Fakes.Log();
    private String subnetOfApp = "subnet-b";
    private boolean sticky;

    @Override
    public DescribeLoadBalancersResponse describeLoadBalancers(
        DescribeLoadBalancersRequest request) {
      log.take("balancers", request.pageSize(), request.marker());
      DescribeLoadBalancersResponse.Builder answer = DescribeLoadBalancersResponse.builder();
      return request.marker() == null
          ? answer
              .nextMarker("next")
              .loadBalancers(
                  found()
                      .loadBalancerArn(APP)
                      .loadBalancerName("shop")
                      .type(LoadBalancerTypeEnum.APPLICATION)
                      .scheme("internet-facing")
                      .vpcId("vpc-1")
                      .ipAddressType("dualstack")
                      .state(state -> state.code(LoadBalancerStateEnum.ACTIVE))
                      .availabilityZones(zone("subnet-a"), zone(subnetOfApp))
                      .securityGroups("sg-1", "sg-2")
                      .build(),
                  found()
                      .loadBalancerArn(NET)
                      .loadBalancerName("pipe")
                      .type(LoadBalancerTypeEnum.NETWORK)
                      .build())
              .build()
          : answer.loadBalancers(found().loadBalancerArn(GATEWAY).build()).build();
    }

    @Override
    public DescribeListenersResponse describeListeners(DescribeListenersRequest request) {
      String balancer = request.loadBalancerArn();
      log.take("listeners " + balancer, request.pageSize(), request.marker());
      var listener =
          software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener.builder();
      if (balancer.equals(APP)) {
        listener
            .listenerArn(HTTPS)
            .protocol(ProtocolEnum.HTTPS)
            .port(443)
            .defaultActions(
                Action.builder().type(ActionTypeEnum.AUTHENTICATE_OIDC).build(), forward("web"));
      } else if (balancer.equals(NET)) {
        listener
            .listenerArn(TCP)
            .protocol(ProtocolEnum.TCP)
            .port(25)
            .defaultActions(
                Action.builder()
                    .type(ActionTypeEnum.FORWARD)
                    .targetGroupArn(group("raw"))
                    .forwardConfig(config -> config.targetGroups(weighed("raw", 1)))
                    .build());
      } else {
        listener.listenerArn(ALL);
      }
      return DescribeListenersResponse.builder().listeners(listener.build()).build();
    }

    @Override
    public DescribeRulesResponse describeRules(DescribeRulesRequest request) {
      log.take("rules " + request.listenerArn(), request.pageSize(), request.marker());
      DescribeRulesResponse.Builder answer = DescribeRulesResponse.builder();
      if (request.marker() != null) {
        return answer.rules(rule("default", forward("web"))).build();
      }
      Action several =
          Action.builder()
              .type(ActionTypeEnum.FORWARD)
              .forwardConfig(
                  config ->
                      config
                          .targetGroups(
                              weighed("api", 9),
                              TargetGroupTuple.builder().targetGroupArn(group("old")).build(),
                              weighed("gone", 0))
                          .targetGroupStickinessConfig(stick -> stick.enabled(sticky)))
              .build();
      return answer.nextMarker("next").rules(rule("10", several)).build();
    }

    @Override
    public DescribeLoadBalancerAttributesResponse describeLoadBalancerAttributes(
        DescribeLoadBalancerAttributesRequest request) {
      String balancer = request.loadBalancerArn();
      log.take("attributes " + balancer);
      DescribeLoadBalancerAttributesResponse.Builder answer =
          DescribeLoadBalancerAttributesResponse.builder();
      if (balancer.equals(APP)) {
        answer.attributes(attribute("idle_timeout.timeout_seconds").value("60").build());
      } else if (balancer.equals(NET)) {
        answer.attributes(attribute("deletion_protection.enabled").build());
      }
      return answer.build();
    }

    private static software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer.Builder
        found() {
      return software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer.builder();
    }

    private static AvailabilityZone zone(String subnet) {
      return AvailabilityZone.builder().subnetId(subnet).build();
    }

    private static Action forward(String group) {
      return Action.builder().type(ActionTypeEnum.FORWARD).targetGroupArn(group(group)).build();
    }

    private static TargetGroupTuple weighed(String group, int weight) {
      return TargetGroupTuple.builder().targetGroupArn(group(group)).weight(weight).build();
    }

    private static Rule rule(String priority, Action action) {
      return Rule.builder()
          .ruleArn(elb("listener-rule/app/shop/1/a/" + priority))
          .priority(priority)
          .actions(action)
          .build();
    }

    private static LoadBalancerAttribute.Builder attribute(String key) {
      return LoadBalancerAttribute.builder().key(key);
    }

    @Override
    public String serviceName() {
      return "elasticloadbalancing";
    }

    @Override
    public void close() {}
  }
}
