/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.network;

import static dev.merlon.collect.AwsValues.number;
import static dev.merlon.collect.AwsValues.present;
import static dev.merlon.collect.AwsValues.required;
import static dev.merlon.collect.AwsValues.text;

import dev.merlon.collect.Reading;
import dev.merlon.fact.elb.RegisteredTarget;
import dev.merlon.fact.elb.TargetGroup;
import dev.merlon.fact.elb.TargetGroupAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthDescription;

/**
 * Maps DescribeTargetGroups; and for those that a load balancer uses, DescribeTargetHealth, and
 * where they can be of a Network Load Balancer, DescribeTargetGroupAttributes.
 */
final class TargetGroupReader {
  private static final int PAGE = 400;

  /** Those where nothing can be chosen that matters to the network. */
  private static final Set<String> WITHOUT_CHOICE = Set.of("HTTP", "HTTPS", "GENEVE");

  private TargetGroupReader() {}

  static void read(ElasticLoadBalancingV2Client elb, Reading reading) {
    reading.each(
        elb.describeTargetGroupsPaginator(request -> request.pageSize(PAGE)).targetGroups(),
        group ->
            new TargetGroup(
                required(group.targetGroupArn(), "TargetGroupArn"),
                reading.account(),
                reading.region(),
                text(group.targetGroupName()),
                text(group.protocolAsString()),
                number(group.port(), -1),
                text(group.targetTypeAsString()),
                text(group.ipAddressTypeAsString()),
                text(group.vpcId()),
                group.loadBalancerArns().stream().distinct().toList()));
  }

  static void readTargets(ElasticLoadBalancingV2Client elb, TargetGroup group, Reading reading) {
    if (!group.isOnNetwork()) {
      return;
    }
    reading.each(
        elb.describeTargetHealth(request -> request.targetGroupArn(group.arn()))
            .targetHealthDescriptions(),
        target -> map(target, group, reading));
  }

  static void readAttributes(ElasticLoadBalancingV2Client elb, TargetGroup group, Reading reading) {
    if (!group.isOnNetwork() || WITHOUT_CHOICE.contains(group.protocol())) {
      return;
    }
    List<TargetGroupAttribute> attributes =
        elb.describeTargetGroupAttributes(request -> request.targetGroupArn(group.arn()))
            .attributes();
    reading.each(
        List.of(attributes),
        found -> {
          Map<String, String> values = new HashMap<>();
          found.forEach(
              attribute -> values.put(required(attribute.key(), "Key"), text(attribute.value())));
          return new TargetGroupAttributes(
              group.arn(), reading.account(), reading.region(), group.arn(), values);
        });
  }

  private static RegisteredTarget map(
      TargetHealthDescription found, TargetGroup group, Reading reading) {
    TargetDescription target = present(found.target(), "Target");
    String id = required(target.id(), "Id");
    int port = number(target.port(), group.port());
    return new RegisteredTarget(
        group.arn() + "/" + id + ":" + port,
        reading.account(),
        reading.region(),
        group.arn(),
        id,
        port,
        text(target.availabilityZone()),
        found.targetHealth() == null ? "" : text(found.targetHealth().stateAsString()));
  }
}
