/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.network;

import static dev.merlon.collect.AwsValues.present;
import static dev.merlon.collect.AwsValues.required;
import static dev.merlon.collect.AwsValues.text;

import dev.merlon.collect.Reading;
import dev.merlon.fact.elb.ClassicListener;
import dev.merlon.fact.elb.ClassicLoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancing.ElasticLoadBalancingClient;
import software.amazon.awssdk.services.elasticloadbalancing.model.Instance;
import software.amazon.awssdk.services.elasticloadbalancing.model.ListenerDescription;
import software.amazon.awssdk.services.elasticloadbalancing.model.LoadBalancerDescription;

/** Maps DescribeLoadBalancers of the first API. */
final class ClassicLoadBalancerReader {
  private static final int PAGE = 400;

  private ClassicLoadBalancerReader() {}

  static void read(ElasticLoadBalancingClient elb, Reading reading) {
    reading.each(
        elb.describeLoadBalancersPaginator(request -> request.pageSize(PAGE))
            .loadBalancerDescriptions(),
        balancer -> map(balancer, reading));
  }

  private static ClassicLoadBalancer map(LoadBalancerDescription balancer, Reading reading) {
    String name = required(balancer.loadBalancerName(), "LoadBalancerName");
    return new ClassicLoadBalancer(
        reading.arn("elasticloadbalancing", reading.account(), "loadbalancer/" + name),
        reading.account(),
        reading.region(),
        name,
        text(balancer.scheme()),
        text(balancer.vpcId()),
        balancer.subnets(),
        balancer.securityGroups(),
        balancer.instances().stream()
            .map(Instance::instanceId)
            .map(instance -> required(instance, "InstanceId"))
            .toList(),
        balancer.listenerDescriptions().stream().map(ClassicLoadBalancerReader::map).toList());
  }

  private static ClassicListener map(ListenerDescription found) {
    var listener = present(found.listener(), "Listener");
    return new ClassicListener(
        text(listener.protocol()),
        present(listener.loadBalancerPort(), "LoadBalancerPort"),
        text(listener.instanceProtocol()),
        present(listener.instancePort(), "InstancePort"));
  }
}
