/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.network;

import dev.merlon.collect.Reads;
import dev.merlon.collect.ServiceCollector;
import dev.merlon.fact.elb.ClassicLoadBalancer;
import dev.merlon.fact.elb.Listener;
import dev.merlon.fact.elb.ListenerRule;
import dev.merlon.fact.elb.LoadBalancer;
import dev.merlon.fact.elb.LoadBalancerAttributes;
import dev.merlon.fact.elb.RegisteredTarget;
import dev.merlon.fact.elb.TargetGroup;
import dev.merlon.fact.elb.TargetGroupAttributes;
import software.amazon.awssdk.services.elasticloadbalancing.ElasticLoadBalancingClient;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;

/**
 * Declares what is read of Elastic Load Balancing: three calls in each Region, two for each load
 * balancer, one for each listener of an Application Load Balancer, and one for each target group in
 * use, two where it can be of a Network Load Balancer.
 */
public final class LoadBalancerCollector implements ServiceCollector {

  @Override
  public void describe(Reads reads) {
    reads
        .inEachRegion(ElasticLoadBalancingV2Client::builder)
        .read(LoadBalancerReader::read, LoadBalancer.class)
        .readPer(LoadBalancer.class, LoadBalancerReader::readListeners, Listener.class)
        .readPer(Listener.class, LoadBalancerReader::readRules, ListenerRule.class)
        .readPer(
            LoadBalancer.class, LoadBalancerReader::readAttributes, LoadBalancerAttributes.class)
        .read(TargetGroupReader::read, TargetGroup.class)
        .readPer(TargetGroup.class, TargetGroupReader::readTargets, RegisteredTarget.class)
        .readPer(TargetGroup.class, TargetGroupReader::readAttributes, TargetGroupAttributes.class);
    reads
        .inEachRegion(ElasticLoadBalancingClient::builder)
        .read(ClassicLoadBalancerReader::read, ClassicLoadBalancer.class);
  }
}
