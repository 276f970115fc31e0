/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.network;

import static dev.merlon.collect.network.Collected.ACCOUNT;
import static dev.merlon.collect.network.Collected.REGION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.fact.elb.RegisteredTarget;
import dev.merlon.fact.elb.TargetGroup;
import dev.merlon.fact.elb.TargetGroupAttributes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupAttributesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetHealthRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetHealthResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthDescription;

final class TargetGroupReaderTest {
  private static final String BALANCER = elb("loadbalancer/app/shop/1");
  private static final String HEALTH = "elasticloadbalancing:DescribeTargetHealth";
  private static final List<Class<?>> COVERED =
      List.of(TargetGroup.class, RegisteredTarget.class, TargetGroupAttributes.class);

  @Test
  void read_groupsOfTwoPages_asksForNoMoreThanWhatMatters() {
    Groups groups = new Groups();

    assertThat(Fakes.collect(groups, RegisteredTarget.class, TargetGroupAttributes.class))
        .isEqualTo(
            Collected.snapshot(
                COVERED,
                List.of(
                    new TargetGroup(
                        arn("web"),
                        ACCOUNT,
                        REGION,
                        "web",
                        "HTTP",
                        8080,
                        "instance",
                        "ipv4",
                        "vpc-1",
                        List.of(BALANCER)),
                    group("raw", "TCP", "ip", BALANCER),
                    group("function", "", "lambda", BALANCER),
                    group("unused", "UDP", "ip"),
                    target("web", "i-1", 8080, "", "healthy"),
                    target("web", "i-1", 8081, "", ""),
                    target("raw", "10.0.0.9", -1, "all", "unused"),
                    new TargetGroupAttributes(
                        arn("raw"),
                        ACCOUNT,
                        REGION,
                        arn("raw"),
                        Map.of("preserve_client_ip.enabled", "true")))));
    assertThat(groups.log.requests())
        .containsExactlyInAnyOrder(
            "groups 400 -", "groups 400 next", "health web", "health raw", "attributes raw");
  }

  @Test
  void read_targetsOfOneGroupDenied_areAGapOfThatGroup() {
    Groups groups = new Groups();
    groups.log.refuse("health web");

    var snapshot = Fakes.collect(groups, RegisteredTarget.class);

    assertThat(snapshot.gaps())
        .containsExactly(Collected.gap(RegisteredTarget.class, arn("web"), Fakes.denied(HEALTH)));
    assertThat(snapshot.facts(RegisteredTarget.class))
        .containsExactly(target("raw", "10.0.0.9", -1, "all", "unused"));
  }

  @Test
  void read_malformedTarget_costsThatOneAndNamesItsGroup() {
    Groups groups = new Groups();
    groups.idOfSecond = "";

    var snapshot = Fakes.collect(groups, RegisteredTarget.class);

    assertThat(snapshot.gaps())
        .containsExactly(
            Collected.gap(
                RegisteredTarget.class,
                arn("web"),
                "an item of "
                    + HEALTH
                    + " could not be read: IllegalArgumentException: Id is missing"));
    assertThat(snapshot.facts(RegisteredTarget.class))
        .containsExactlyInAnyOrder(
            target("web", "i-1", 8080, "", "healthy"),
            target("raw", "10.0.0.9", -1, "all", "unused"));
  }

  private static String elb(String resource) {
    return Fakes.arn("elasticloadbalancing", resource);
  }

  private static String arn(String group) {
    return elb("targetgroup/" + group + "/9");
  }

  private static TargetGroup group(String name, String protocol, String type, String... balancers) {
    return new TargetGroup(
        arn(name), ACCOUNT, REGION, name, protocol, -1, type, "", "", List.of(balancers));
  }

  private static RegisteredTarget target(
      String group, String id, int port, String zone, String health) {
    return new RegisteredTarget(
        arn(group) + "/" + id + ":" + port, ACCOUNT, REGION, arn(group), id, port, zone, health);
  }

  /** Two that are on the network, one of a function, and one that no load balancer uses. */
  private static final class Groups implements ElasticLoadBalancingV2Client {
    private final Fakes.Log log = new Fakes.Log();
    private String idOfSecond = "i-1";

    @Override
    public DescribeTargetGroupsResponse describeTargetGroups(DescribeTargetGroupsRequest request) {
      log.take("groups", request.pageSize(), request.marker());
      DescribeTargetGroupsResponse.Builder answer = DescribeTargetGroupsResponse.builder();
      return request.marker() == null
          ? answer
              .nextMarker("next")
              .targetGroups(
                  found("web")
                      .protocol("HTTP")
                      .port(8080)
                      .targetType("instance")
                      .ipAddressType("ipv4")
                      .vpcId("vpc-1")
                      .loadBalancerArns(BALANCER)
                      .build(),
                  found("raw").protocol("TCP").targetType("ip").loadBalancerArns(BALANCER).build())
              .build()
          : answer
              .targetGroups(
                  found("function").targetType("lambda").loadBalancerArns(BALANCER).build(),
                  found("unused").protocol("UDP").targetType("ip").build())
              .build();
    }

    @Override
    public DescribeTargetHealthResponse describeTargetHealth(DescribeTargetHealthRequest request) {
      log.take("health " + name(request.targetGroupArn()));
      DescribeTargetHealthResponse.Builder answer = DescribeTargetHealthResponse.builder();
      return request.targetGroupArn().equals(arn("web"))
          ? answer
              .targetHealthDescriptions(
                  TargetHealthDescription.builder()
                      .target(target -> target.id("i-1").port(8080))
                      .targetHealth(health -> health.state("healthy"))
                      .build(),
                  TargetHealthDescription.builder()
                      .target(target -> target.id(idOfSecond).port(8081))
                      .build())
              .build()
          : answer
              .targetHealthDescriptions(
                  TargetHealthDescription.builder()
                      .target(target -> target.id("10.0.0.9").availabilityZone("all"))
                      .targetHealth(health -> health.state("unused"))
                      .build())
              .build();
    }

    @Override
    public DescribeTargetGroupAttributesResponse describeTargetGroupAttributes(
        DescribeTargetGroupAttributesRequest request) {
      log.take("attributes " + name(request.targetGroupArn()));
      return DescribeTargetGroupAttributesResponse.builder()
          .attributes(
              TargetGroupAttribute.builder()
                  .key("preserve_client_ip.enabled")
                  .value("true")
                  .build())
          .build();
    }

    private static software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup.Builder
        found(String name) {
      return software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup.builder()
          .targetGroupArn(arn(name))
          .targetGroupName(name);
    }

    private static String name(String arn) {
      return arn.split("/")[1];
    }

    @Override
    public String serviceName() {
      return "elasticloadbalancing";
    }

    @Override
    public void close() {}
  }
}
