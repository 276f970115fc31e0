/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.network;

import static dev.merlon.collect.AwsValues.present;

import dev.merlon.collect.Reading;
import dev.merlon.fact.ec2.VpcDnsAttributes;
import dev.merlon.fact.ec2.VpcEndpoint;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AttributeBooleanValue;
import software.amazon.awssdk.services.ec2.model.DescribeVpcAttributeResponse;
import software.amazon.awssdk.services.ec2.model.VpcAttributeName;

/** Maps DescribeVpcAttribute, which tells one attribute of a VPC at a time. */
final class VpcDnsAttributesReader {
  private static final String VPC = "vpc/";

  private VpcDnsAttributesReader() {}

  /** The VPC of an endpoint: without endpoints, it decides nothing how a VPC resolves names. */
  static Stream<String> vpcs(VpcEndpoint endpoint) {
    String arn = endpoint.arn();
    return Stream.of(endpoint.vpcId())
        .filter(id -> !id.isEmpty())
        .map(id -> arn.substring(0, arn.lastIndexOf(':') + 1) + VPC + id);
  }

  static void read(Ec2Client ec2, String vpcArn, Reading reading) {
    String vpcId = vpcArn.substring(vpcArn.lastIndexOf('/') + 1);
    AttributeBooleanValue support =
        ask(ec2, vpcId, VpcAttributeName.ENABLE_DNS_SUPPORT).enableDnsSupport();
    AttributeBooleanValue hostnames =
        ask(ec2, vpcId, VpcAttributeName.ENABLE_DNS_HOSTNAMES).enableDnsHostnames();
    reading.each(
        List.of(vpcId),
        id ->
            new VpcDnsAttributes(
                vpcArn,
                reading.account(),
                reading.region(),
                vpcArn,
                id,
                value(support, "EnableDnsSupport"),
                value(hostnames, "EnableDnsHostnames")));
  }

  private static DescribeVpcAttributeResponse ask(
      Ec2Client ec2, String vpcId, VpcAttributeName attribute) {
    return ec2.describeVpcAttribute(request -> request.vpcId(vpcId).attribute(attribute));
  }

  private static boolean value(@Nullable AttributeBooleanValue value, String attribute) {
    return present(present(value, attribute).value(), attribute);
  }
}
