/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.network;

import static dev.merlon.collect.AwsValues.flag;
import static dev.merlon.collect.AwsValues.required;
import static dev.merlon.collect.AwsValues.text;

import dev.merlon.collect.Reading;
import dev.merlon.fact.ec2.Subnet;
import java.util.List;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.SubnetCidrBlockStateCode;
import software.amazon.awssdk.services.ec2.model.SubnetIpv6CidrBlockAssociation;

/** Maps DescribeSubnets. */
final class SubnetReader {
  private static final int PAGE = 1000;

  private SubnetReader() {}

  static void read(Ec2Client ec2, Reading reading) {
    reading.each(
        ec2.describeSubnetsPaginator(request -> request.maxResults(PAGE)).subnets(),
        subnet -> map(subnet, reading));
  }

  private static Subnet map(
      software.amazon.awssdk.services.ec2.model.Subnet subnet, Reading reading) {
    String id = required(subnet.subnetId(), "SubnetId");
    String owner = text(subnet.ownerId(), reading.account());
    return new Subnet(
        reading.arn("ec2", owner, "subnet/" + id),
        reading.account(),
        reading.region(),
        id,
        required(subnet.vpcId(), "VpcId"),
        owner,
        text(subnet.availabilityZone()),
        text(subnet.availabilityZoneId()),
        text(subnet.cidrBlock()),
        ipv6Blocks(subnet.ipv6CidrBlockAssociationSet()),
        flag(subnet.mapPublicIpOnLaunch()),
        flag(subnet.assignIpv6AddressOnCreation()),
        flag(subnet.defaultForAz()),
        Ec2Tags.map(subnet.tags()));
  }

  private static List<String> ipv6Blocks(List<SubnetIpv6CidrBlockAssociation> associations) {
    return associations.stream()
        .filter(SubnetReader::isAssociated)
        .map(association -> required(association.ipv6CidrBlock(), "Ipv6CidrBlock"))
        .toList();
  }

  private static boolean isAssociated(SubnetIpv6CidrBlockAssociation association) {
    return association.ipv6CidrBlockState() != null
        && association.ipv6CidrBlockState().state() == SubnetCidrBlockStateCode.ASSOCIATED;
  }
}
