/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.network;

import static dev.merlon.collect.AwsValues.flag;
import static dev.merlon.collect.AwsValues.required;
import static dev.merlon.collect.AwsValues.text;

import dev.merlon.collect.Reading;
import dev.merlon.fact.ec2.Vpc;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ipv6AddressAttribute;
import software.amazon.awssdk.services.ec2.model.VpcCidrBlockState;
import software.amazon.awssdk.services.ec2.model.VpcCidrBlockStateCode;
import software.amazon.awssdk.services.ec2.model.VpcIpv6CidrBlockAssociation;

/** Maps DescribeVpcs. */
final class VpcReader {
  private static final int PAGE = 1000;

  private VpcReader() {}

  static void read(Ec2Client ec2, Reading reading) {
    reading.each(
        ec2.describeVpcsPaginator(request -> request.maxResults(PAGE)).vpcs(),
        vpc -> map(vpc, reading));
  }

  private static Vpc map(software.amazon.awssdk.services.ec2.model.Vpc vpc, Reading reading) {
    String id = required(vpc.vpcId(), "VpcId");
    String owner = text(vpc.ownerId(), reading.account());
    return new Vpc(
        reading.arn("ec2", owner, "vpc/" + id),
        reading.account(),
        reading.region(),
        id,
        owner,
        flag(vpc.isDefault()),
        vpc.cidrBlockAssociationSet().stream()
            .filter(association -> isAssociated(association.cidrBlockState()))
            .map(association -> required(association.cidrBlock(), "CidrBlock"))
            .toList(),
        ipv6Blocks(vpc.ipv6CidrBlockAssociationSet(), association -> true),
        ipv6Blocks(vpc.ipv6CidrBlockAssociationSet(), VpcReader::isPrivate),
        Ec2Tags.map(vpc.tags()));
  }

  private static List<String> ipv6Blocks(
      List<VpcIpv6CidrBlockAssociation> associations,
      Predicate<VpcIpv6CidrBlockAssociation> condition) {
    return associations.stream()
        .filter(association -> isAssociated(association.ipv6CidrBlockState()))
        .filter(condition)
        .map(association -> required(association.ipv6CidrBlock(), "Ipv6CidrBlock"))
        .toList();
  }

  private static boolean isPrivate(VpcIpv6CidrBlockAssociation association) {
    return association.ipv6AddressAttribute() == Ipv6AddressAttribute.PRIVATE;
  }

  private static boolean isAssociated(@Nullable VpcCidrBlockState state) {
    return state != null && state.state() == VpcCidrBlockStateCode.ASSOCIATED;
  }
}
