/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.network;

import static dev.merlon.collect.AwsValues.present;
import static dev.merlon.collect.AwsValues.required;
import static dev.merlon.collect.AwsValues.text;

import dev.merlon.collect.Reading;
import dev.merlon.fact.ec2.VpcBlockPublicAccess;
import dev.merlon.fact.ec2.VpcBlockPublicAccessExclusion;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeVpcBlockPublicAccessExclusionsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcBlockPublicAccessOptionsResponse;
import software.amazon.awssdk.services.ec2.model.VpcBlockPublicAccessOptions;

/**
 * Maps DescribeVpcBlockPublicAccessOptions and DescribeVpcBlockPublicAccessExclusions, for which
 * the SDK has no paginator.
 */
final class BlockPublicAccessReader {
  private static final int PAGE = 1000;
  private static final String VPC = "vpc/";
  private static final String SUBNET = "subnet/";

  private BlockPublicAccessReader() {}

  static void read(Ec2Client ec2, Reading reading) {
    reading.each(
        List.of(ec2.describeVpcBlockPublicAccessOptions(request -> {})),
        answer -> map(answer, reading));
  }

  static void readExclusions(Ec2Client ec2, Reading reading) {
    String token = null;
    do {
      DescribeVpcBlockPublicAccessExclusionsResponse page = page(ec2, token);
      reading.each(page.vpcBlockPublicAccessExclusions(), exclusion -> map(exclusion, reading));
      token = page.nextToken();
    } while (token != null);
  }

  private static DescribeVpcBlockPublicAccessExclusionsResponse page(
      Ec2Client ec2, @Nullable String token) {
    return ec2.describeVpcBlockPublicAccessExclusions(
        request -> request.maxResults(PAGE).nextToken(token));
  }

  private static VpcBlockPublicAccess map(
      DescribeVpcBlockPublicAccessOptionsResponse answer, Reading reading) {
    VpcBlockPublicAccessOptions options =
        present(answer.vpcBlockPublicAccessOptions(), "VpcBlockPublicAccessOptions");
    return new VpcBlockPublicAccess(
        reading.arn("ec2", reading.account(), "vpc-block-public-access"),
        reading.account(),
        reading.region(),
        required(options.internetGatewayBlockModeAsString(), "InternetGatewayBlockMode"),
        text(options.stateAsString()),
        text(options.exclusionsAllowedAsString()),
        text(options.managedByAsString()));
  }

  private static VpcBlockPublicAccessExclusion map(
      software.amazon.awssdk.services.ec2.model.VpcBlockPublicAccessExclusion exclusion,
      Reading reading) {
    String id = required(exclusion.exclusionId(), "ExclusionId");
    String resourceArn = required(exclusion.resourceArn(), "ResourceArn");
    String resource = resourceArn.substring(resourceArn.lastIndexOf(':') + 1);
    String vpcId = after(VPC, resource);
    String subnetId = after(SUBNET, resource);
    required(vpcId + subnetId, "the VPC or subnet of " + id);
    return new VpcBlockPublicAccessExclusion(
        reading.arn("ec2", reading.account(), "vpc-block-public-access-exclusion/" + id),
        reading.account(),
        reading.region(),
        id,
        vpcId,
        subnetId,
        text(exclusion.internetGatewayExclusionModeAsString()),
        text(exclusion.stateAsString()),
        Ec2Tags.map(exclusion.tags()));
  }

  private static String after(String prefix, String resource) {
    return resource.startsWith(prefix) ? resource.substring(prefix.length()) : "";
  }
}
