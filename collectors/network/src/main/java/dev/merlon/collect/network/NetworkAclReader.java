/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.network;

import static dev.merlon.collect.AwsValues.flag;
import static dev.merlon.collect.AwsValues.number;
import static dev.merlon.collect.AwsValues.present;
import static dev.merlon.collect.AwsValues.required;
import static dev.merlon.collect.AwsValues.text;

import dev.merlon.collect.Reading;
import dev.merlon.fact.Resource;
import dev.merlon.fact.ec2.NetworkAcl;
import dev.merlon.fact.ec2.NetworkAclAssociation;
import dev.merlon.fact.ec2.NetworkAclEntry;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.IcmpTypeCode;
import software.amazon.awssdk.services.ec2.model.PortRange;

/** Maps DescribeNetworkAcls: the ACLs, the subnets that they filter for, and their entries. */
final class NetworkAclReader {
  private static final int PAGE = 1000;
  private static final int ALL = -1;

  private NetworkAclReader() {}

  static void read(Ec2Client ec2, Reading reading) {
    reading.eachToMany(
        ec2.describeNetworkAclsPaginator(request -> request.maxResults(PAGE)).networkAcls(),
        found -> {
          NetworkAcl acl = map(found, reading);
          return Stream.<Stream<? extends Resource>>of(
                  Stream.of(acl),
                  found.associations().stream().map(association -> map(association, acl)),
                  found.entries().stream().map(entry -> map(entry, acl)))
              .flatMap(facts -> facts);
        });
  }

  private static NetworkAcl map(
      software.amazon.awssdk.services.ec2.model.NetworkAcl acl, Reading reading) {
    String id = required(acl.networkAclId(), "NetworkAclId");
    String owner = text(acl.ownerId(), reading.account());
    return new NetworkAcl(
        reading.arn("ec2", owner, "network-acl/" + id),
        reading.account(),
        reading.region(),
        id,
        required(acl.vpcId(), "VpcId"),
        owner,
        flag(acl.isDefault()),
        Ec2Tags.map(acl.tags()));
  }

  private static NetworkAclAssociation map(
      software.amazon.awssdk.services.ec2.model.NetworkAclAssociation association, NetworkAcl acl) {
    return new NetworkAclAssociation(
        acl.arn()
            + "/"
            + required(association.networkAclAssociationId(), "NetworkAclAssociationId"),
        acl.account(),
        acl.region(),
        acl.networkAclId(),
        required(association.subnetId(), "SubnetId"));
  }

  private static NetworkAclEntry map(
      software.amazon.awssdk.services.ec2.model.NetworkAclEntry entry, NetworkAcl acl) {
    boolean egress = present(entry.egress(), "Egress");
    int ruleNumber = present(entry.ruleNumber(), "RuleNumber");
    String cidrBlock = text(entry.cidrBlock());
    String ipv6CidrBlock = text(entry.ipv6CidrBlock());
    // An entry that nothing matches would let those behind it decide.
    required(cidrBlock + ipv6CidrBlock, "the block of entry " + ruleNumber);
    PortRange ports = entry.portRange();
    IcmpTypeCode icmp = entry.icmpTypeCode();
    return new NetworkAclEntry(
        String.join(
            "/",
            acl.arn(),
            egress ? "egress" : "ingress",
            Integer.toString(ruleNumber),
            cidrBlock.isEmpty() ? "ipv6" : "ipv4"),
        acl.account(),
        acl.region(),
        acl.networkAclId(),
        egress,
        ruleNumber,
        required(entry.protocol(), "Protocol"),
        required(entry.ruleActionAsString(), "RuleAction"),
        cidrBlock,
        ipv6CidrBlock,
        ports == null ? ALL : number(ports.from(), ALL),
        ports == null ? ALL : number(ports.to(), ALL),
        icmp == null ? ALL : number(icmp.type(), ALL),
        icmp == null ? ALL : number(icmp.code(), ALL));
  }
}
