/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.network;

import static dev.merlon.collect.network.Collected.ACCOUNT;
import static dev.merlon.collect.network.Collected.REGION;
import static dev.merlon.collect.network.Collected.arn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.collect.FakeEc2;
import dev.merlon.fact.ec2.VpcEndpointService;
import dev.merlon.fact.ec2.VpcEndpointServicePermission;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.AllowedPrincipal;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointServiceConfigurationsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointServiceConfigurationsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointServicePermissionsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointServicePermissionsResponse;
import software.amazon.awssdk.services.ec2.model.ServiceConfiguration;
import software.amazon.awssdk.services.ec2.model.Tag;

final class VpcEndpointServiceReaderTest {
  private static final List<Class<?>> BOTH =
      List.of(VpcEndpointService.class, VpcEndpointServicePermission.class);
  private static final String FIRST = arn(ACCOUNT, "vpc-endpoint-service/vpce-svc-1");
  private static final String SECOND = arn(ACCOUNT, "vpc-endpoint-service/vpce-svc-2");

  @Test
  void read_servicesOfTwoPagesEach_takesAllPermissionsOfAll() {
    Services services = new Services();

    assertThat(Collected.from(services, VpcEndpointServicePermission.class))
        .isEqualTo(
            Collected.snapshot(
                BOTH,
                List.of(
                    first(),
                    second(),
                    permission(FIRST, "*", "All"),
                    permission(FIRST, "arn:aws:iam::444455556666:root", "Account"),
                    permission(SECOND, "arn:aws:iam::444455556666:role/x", "ATypeOf2030"))));
    assertThat(services.requests)
        .containsExactlyInAnyOrder(
            "services 1000 null",
            "services 1000 next",
            "permissions 1000 vpce-svc-1 null",
            "permissions 1000 vpce-svc-1 next",
            "permissions 1000 vpce-svc-2 null");
  }

  @Test
  void read_permissionsOfOneServiceDenied_isAGapOfThatService() {
    Services services = new Services();
    services.denied.add("permissions 1000 vpce-svc-1 null");

    assertThat(Collected.from(services, VpcEndpointServicePermission.class))
        .isEqualTo(
            Collected.snapshot(
                BOTH,
                List.of(
                    first(),
                    second(),
                    permission(SECOND, "arn:aws:iam::444455556666:role/x", "ATypeOf2030")),
                Collected.gap(
                    VpcEndpointServicePermission.class,
                    FIRST,
                    "ec2:DescribeVpcEndpointServicePermissions was denied: UnauthorizedOperation:"
                        + " You may not.")));
  }

  @Test
  void read_malformedPermission_costsThatOneAndNamesItsService() {
    Services services = new Services();
    services.principal = "";

    assertThat(Collected.from(services, VpcEndpointServicePermission.class))
        .isEqualTo(
            Collected.snapshot(
                BOTH,
                List.of(
                    first(),
                    second(),
                    permission(FIRST, "arn:aws:iam::444455556666:root", "Account"),
                    permission(SECOND, "arn:aws:iam::444455556666:role/x", "ATypeOf2030")),
                Collected.gap(
                    VpcEndpointServicePermission.class,
                    FIRST,
                    "an item of ec2:DescribeVpcEndpointServicePermissions could not be read:"
                        + " IllegalArgumentException: Principal is missing")));
  }

  @Test
  void read_serviceWithoutId_costsItAndItsPermissions() {
    Services services = new Services();
    services.secondId = "";
    String action = "ec2:DescribeVpcEndpointServiceConfigurations";

    assertThat(Collected.from(services, VpcEndpointServicePermission.class))
        .isEqualTo(
            Collected.snapshot(
                BOTH,
                List.of(
                    first(),
                    permission(FIRST, "*", "All"),
                    permission(FIRST, "arn:aws:iam::444455556666:root", "Account")),
                Collected.lost(VpcEndpointService.class, action, "ServiceId is missing"),
                Collected.lost(
                    VpcEndpointServicePermission.class, action, "ServiceId is missing")));
  }

  private static VpcEndpointService first() {
    return new VpcEndpointService(
        FIRST,
        ACCOUNT,
        REGION,
        "vpce-svc-1",
        "com.amazonaws.vpce.us-east-1.vpce-svc-1",
        "Available",
        true,
        List.of("arn:nlb"),
        List.of("arn:gwlb"),
        Map.of("Name", "shop"));
  }

  private static VpcEndpointService second() {
    return new VpcEndpointService(
        SECOND, ACCOUNT, REGION, "vpce-svc-2", "", "", false, List.of(), List.of(), Map.of());
  }

  private static VpcEndpointServicePermission permission(
      String service, String principal, String type) {
    return new VpcEndpointServicePermission(
        service + "/" + principal, ACCOUNT, REGION, service, principal, type);
  }

  /** One service on each page; the first has two pages of permissions, too. */
  private static final class Services extends FakeEc2 {
    private final Set<String> requests = Collections.synchronizedSet(new TreeSet<>());
    private final Set<String> denied = new TreeSet<>();
    private String principal = "*";
    private String secondId = "vpce-svc-2";

    @Override
    public DescribeVpcEndpointServiceConfigurationsResponse
        describeVpcEndpointServiceConfigurations(
            DescribeVpcEndpointServiceConfigurationsRequest request) {
      check("services " + request.maxResults() + " " + request.nextToken());
      DescribeVpcEndpointServiceConfigurationsResponse.Builder answer =
          DescribeVpcEndpointServiceConfigurationsResponse.builder();
      return request.nextToken() == null
          ? answer
              .nextToken("next")
              .serviceConfigurations(
                  ServiceConfiguration.builder()
                      .serviceId("vpce-svc-1")
                      .serviceName("com.amazonaws.vpce.us-east-1.vpce-svc-1")
                      .serviceState("Available")
                      .acceptanceRequired(true)
                      .networkLoadBalancerArns("arn:nlb")
                      .gatewayLoadBalancerArns("arn:gwlb")
                      .tags(Tag.builder().key("Name").value("shop").build())
                      .build())
              .build()
          : answer
              .serviceConfigurations(ServiceConfiguration.builder().serviceId(secondId).build())
              .build();
    }

    @Override
    public DescribeVpcEndpointServicePermissionsResponse describeVpcEndpointServicePermissions(
        DescribeVpcEndpointServicePermissionsRequest request) {
      check(
          "permissions "
              + request.maxResults()
              + " "
              + request.serviceId()
              + " "
              + request.nextToken());
      DescribeVpcEndpointServicePermissionsResponse.Builder answer =
          DescribeVpcEndpointServicePermissionsResponse.builder();
      if (request.serviceId().equals("vpce-svc-2")) {
        return answer
            .allowedPrincipals(allowed("arn:aws:iam::444455556666:role/x", "ATypeOf2030"))
            .build();
      }
      return request.nextToken() == null
          ? answer.nextToken("next").allowedPrincipals(allowed(principal, "All")).build()
          : answer.allowedPrincipals(allowed("arn:aws:iam::444455556666:root", "Account")).build();
    }

    private static AllowedPrincipal allowed(String principal, String type) {
      return AllowedPrincipal.builder().principal(principal).principalType(type).build();
    }

    private void check(String request) {
      requests.add(request);
      if (denied.contains(request)) {
        throw Collected.denied();
      }
    }
  }
}
