/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.network;

import static dev.merlon.collect.AwsValues.number;
import static dev.merlon.collect.AwsValues.required;
import static dev.merlon.collect.AwsValues.text;

import dev.merlon.collect.Reading;
import dev.merlon.fact.elb.Listener;
import dev.merlon.fact.elb.ListenerRule;
import dev.merlon.fact.elb.LoadBalancer;
import dev.merlon.fact.elb.LoadBalancerAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AvailabilityZone;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ForwardActionConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupTuple;

/**
 * Maps DescribeLoadBalancers of the second API, DescribeListeners and
 * DescribeLoadBalancerAttributes for each load balancer, and DescribeRules for each listener that
 * can have rules.
 */
final class LoadBalancerReader {
  private static final int PAGE = 400;
  private static final String APPLICATION = ":loadbalancer/app/";

  private LoadBalancerReader() {}

  static void read(ElasticLoadBalancingV2Client elb, Reading reading) {
    reading.each(
        elb.describeLoadBalancersPaginator(request -> request.pageSize(PAGE)).loadBalancers(),
        balancer -> map(balancer, reading));
  }

  static void readListeners(
      ElasticLoadBalancingV2Client elb, LoadBalancer balancer, Reading reading) {
    reading.each(
        elb.describeListenersPaginator(
                request -> request.loadBalancerArn(balancer.arn()).pageSize(PAGE))
            .listeners(),
        listener ->
            new Listener(
                required(listener.listenerArn(), "ListenerArn"),
                reading.account(),
                reading.region(),
                balancer.arn(),
                text(listener.protocolAsString()),
                number(listener.port(), -1),
                targetGroups(listener.defaultActions())));
  }

  /** Only listeners of Application Load Balancers have other rules than their default action. */
  static void readRules(ElasticLoadBalancingV2Client elb, Listener listener, Reading reading) {
    if (!listener.loadBalancerArn().contains(APPLICATION)) {
      return;
    }
    reading.each(
        elb.describeRulesPaginator(request -> request.listenerArn(listener.arn()).pageSize(PAGE))
            .rules(),
        rule -> map(rule, listener, reading));
  }

  static void readAttributes(
      ElasticLoadBalancingV2Client elb, LoadBalancer balancer, Reading reading) {
    List<LoadBalancerAttribute> attributes =
        elb.describeLoadBalancerAttributes(request -> request.loadBalancerArn(balancer.arn()))
            .attributes();
    reading.each(
        List.of(attributes),
        found -> {
          Map<String, String> values = new HashMap<>();
          found.forEach(
              attribute -> values.put(required(attribute.key(), "Key"), text(attribute.value())));
          return new LoadBalancerAttributes(
              balancer.arn(), reading.account(), reading.region(), balancer.arn(), values);
        });
  }

  private static LoadBalancer map(
      software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer balancer,
      Reading reading) {
    return new LoadBalancer(
        required(balancer.loadBalancerArn(), "LoadBalancerArn"),
        reading.account(),
        reading.region(),
        text(balancer.loadBalancerName()),
        text(balancer.typeAsString()),
        text(balancer.schemeAsString()),
        text(balancer.vpcId()),
        text(balancer.ipAddressTypeAsString()),
        balancer.state() == null ? "" : text(balancer.state().codeAsString()),
        balancer.availabilityZones().stream()
            .map(AvailabilityZone::subnetId)
            .map(subnet -> required(subnet, "SubnetId"))
            .toList(),
        balancer.securityGroups());
  }

  private static ListenerRule map(Rule rule, Listener listener, Reading reading) {
    return new ListenerRule(
        required(rule.ruleArn(), "RuleArn"),
        reading.account(),
        reading.region(),
        listener.arn(),
        listener.loadBalancerArn(),
        text(rule.priority()),
        targetGroups(rule.actions()));
  }

  /** AWS tells of a single target group twice, and of several in the second place alone. */
  private static List<String> targetGroups(List<Action> actions) {
    return actions.stream()
        .flatMap(
            action ->
                action.forwardConfig() == null || action.forwardConfig().targetGroups().isEmpty()
                    ? Stream.ofNullable(action.targetGroupArn())
                    : targetGroups(action.forwardConfig()))
        .distinct()
        .toList();
  }

  /** What has no weight gets no traffic, but of clients that stick to it. */
  private static Stream<String> targetGroups(ForwardActionConfig forward) {
    boolean sticky =
        forward.targetGroupStickinessConfig() != null
            && Boolean.TRUE.equals(forward.targetGroupStickinessConfig().enabled());
    return forward.targetGroups().stream()
        .filter(group -> sticky || number(group.weight(), 1) != 0)
        .map(TargetGroupTuple::targetGroupArn)
        .map(group -> required(group, "TargetGroupArn"));
  }
}
