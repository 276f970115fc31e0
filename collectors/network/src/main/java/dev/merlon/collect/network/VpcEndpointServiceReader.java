/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.network;

import static dev.merlon.collect.AwsValues.flag;
import static dev.merlon.collect.AwsValues.required;
import static dev.merlon.collect.AwsValues.text;

import dev.merlon.collect.Reading;
import dev.merlon.fact.ec2.VpcEndpointService;
import dev.merlon.fact.ec2.VpcEndpointServicePermission;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AllowedPrincipal;
import software.amazon.awssdk.services.ec2.model.ServiceConfiguration;

/**
 * Maps DescribeVpcEndpointServiceConfigurations, and DescribeVpcEndpointServicePermissions for each
 * service.
 */
final class VpcEndpointServiceReader {
  private static final int PAGE = 1000;

  private VpcEndpointServiceReader() {}

  static void read(Ec2Client ec2, Reading reading) {
    reading.each(
        ec2.describeVpcEndpointServiceConfigurationsPaginator(request -> request.maxResults(PAGE))
            .serviceConfigurations(),
        service -> map(service, reading));
  }

  static void readPermissions(Ec2Client ec2, VpcEndpointService service, Reading reading) {
    reading.each(
        ec2.describeVpcEndpointServicePermissionsPaginator(
                request -> request.serviceId(service.serviceId()).maxResults(PAGE))
            .allowedPrincipals(),
        allowed -> map(allowed, service, reading));
  }

  private static VpcEndpointService map(ServiceConfiguration service, Reading reading) {
    String id = required(service.serviceId(), "ServiceId");
    return new VpcEndpointService(
        reading.arn("ec2", reading.account(), "vpc-endpoint-service/" + id),
        reading.account(),
        reading.region(),
        id,
        text(service.serviceName()),
        text(service.serviceStateAsString()),
        flag(service.acceptanceRequired()),
        service.networkLoadBalancerArns(),
        service.gatewayLoadBalancerArns(),
        Ec2Tags.map(service.tags()));
  }

  private static VpcEndpointServicePermission map(
      AllowedPrincipal allowed, VpcEndpointService service, Reading reading) {
    String principal = required(allowed.principal(), "Principal");
    return new VpcEndpointServicePermission(
        service.arn() + "/" + principal,
        reading.account(),
        reading.region(),
        service.arn(),
        principal,
        text(allowed.principalTypeAsString()));
  }
}
