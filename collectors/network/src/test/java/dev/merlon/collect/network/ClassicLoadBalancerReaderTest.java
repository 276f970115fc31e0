/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.network;

import static dev.merlon.collect.network.Collected.ACCOUNT;
import static dev.merlon.collect.network.Collected.REGION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.fact.elb.ClassicListener;
import dev.merlon.fact.elb.ClassicLoadBalancer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticloadbalancing.ElasticLoadBalancingClient;
import software.amazon.awssdk.services.elasticloadbalancing.model.DescribeLoadBalancersRequest;
import software.amazon.awssdk.services.elasticloadbalancing.model.DescribeLoadBalancersResponse;
import software.amazon.awssdk.services.elasticloadbalancing.model.Instance;
import software.amazon.awssdk.services.elasticloadbalancing.model.ListenerDescription;
import software.amazon.awssdk.services.elasticloadbalancing.model.LoadBalancerDescription;

final class ClassicLoadBalancerReaderTest {

  @Test
  void read_loadBalancersOfTwoPages_takesAll() {
    Balancers balancers = new Balancers();

    assertThat(Fakes.collect(balancers, ClassicLoadBalancer.class))
        .isEqualTo(
            Collected.snapshot(List.of(ClassicLoadBalancer.class), List.of(mail(), empty())));
    assertThat(balancers.log.requests()).containsExactly("balancers 400 -", "balancers 400 next");
  }

  @Test
  void read_listenerWithoutPort_costsItsLoadBalancer() {
    Balancers balancers = new Balancers();
    balancers.port = null;

    assertThat(Fakes.collect(balancers, ClassicLoadBalancer.class))
        .isEqualTo(
            Collected.snapshot(
                List.of(ClassicLoadBalancer.class),
                List.of(empty()),
                Collected.lost(
                    ClassicLoadBalancer.class,
                    "elasticloadbalancing:DescribeLoadBalancers",
                    "LoadBalancerPort is missing")));
  }

  private static ClassicLoadBalancer mail() {
    return new ClassicLoadBalancer(
        Fakes.arn("elasticloadbalancing", "loadbalancer/mail"),
        ACCOUNT,
        REGION,
        "mail",
        "internet-facing",
        "vpc-1",
        List.of("subnet-a", "subnet-b"),
        List.of("sg-1"),
        List.of("i-1", "i-2"),
        List.of(new ClassicListener("TCP", 25, "TCP", 2525)));
  }

  private static ClassicLoadBalancer empty() {
    return new ClassicLoadBalancer(
        Fakes.arn("elasticloadbalancing", "loadbalancer/empty"),
        ACCOUNT,
        REGION,
        "empty",
        "",
        "",
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static final class Balancers implements ElasticLoadBalancingClient {
    private final Fakes.Log log = new Fakes.Log();
    private @Nullable Integer port = 25;

    @Override
    public DescribeLoadBalancersResponse describeLoadBalancers(
        DescribeLoadBalancersRequest request) {
      log.take("balancers", request.pageSize(), request.marker());
      return request.marker() == null
          ? DescribeLoadBalancersResponse.builder()
              .nextMarker("next")
              .loadBalancerDescriptions(
                  LoadBalancerDescription.builder()
                      .loadBalancerName("mail")
                      .scheme("internet-facing")
                      .vpcId("vpc-1")
                      .subnets("subnet-a", "subnet-b")
                      .securityGroups("sg-1")
                      .instances(instance("i-1"), instance("i-2"))
                      .listenerDescriptions(
                          ListenerDescription.builder()
                              .listener(
                                  listener ->
                                      listener
                                          .protocol("TCP")
                                          .loadBalancerPort(port)
                                          .instanceProtocol("TCP")
                                          .instancePort(2525))
                              .build())
                      .build())
              .build()
          : DescribeLoadBalancersResponse.builder()
              .loadBalancerDescriptions(
                  LoadBalancerDescription.builder().loadBalancerName("empty").build())
              .build();
    }

    private static Instance instance(String id) {
      return Instance.builder().instanceId(id).build();
    }

    @Override
    public String serviceName() {
      return "elasticloadbalancing";
    }

    @Override
    public void close() {}
  }
}
