/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.network;

import dev.merlon.collect.Reads;
import dev.merlon.collect.ServiceCollector;
import dev.merlon.fact.ec2.AvailabilityZone;
import dev.merlon.fact.ec2.EgressOnlyInternetGateway;
import dev.merlon.fact.ec2.ElasticIpAddress;
import dev.merlon.fact.ec2.Instance;
import dev.merlon.fact.ec2.InternetGateway;
import dev.merlon.fact.ec2.InternetGatewayAttachment;
import dev.merlon.fact.ec2.NatGateway;
import dev.merlon.fact.ec2.NetworkAcl;
import dev.merlon.fact.ec2.NetworkAclAssociation;
import dev.merlon.fact.ec2.NetworkAclEntry;
import dev.merlon.fact.ec2.NetworkInterface;
import dev.merlon.fact.ec2.NetworkInterfaceGroup;
import dev.merlon.fact.ec2.PrefixList;
import dev.merlon.fact.ec2.PrefixListEntry;
import dev.merlon.fact.ec2.Route;
import dev.merlon.fact.ec2.RouteTable;
import dev.merlon.fact.ec2.RouteTableAssociation;
import dev.merlon.fact.ec2.SecurityGroup;
import dev.merlon.fact.ec2.SecurityGroupRule;
import dev.merlon.fact.ec2.Subnet;
import dev.merlon.fact.ec2.TransitGatewayAttachment;
import dev.merlon.fact.ec2.TransitGatewayRouteTable;
import dev.merlon.fact.ec2.Vpc;
import dev.merlon.fact.ec2.VpcBlockPublicAccess;
import dev.merlon.fact.ec2.VpcBlockPublicAccessExclusion;
import dev.merlon.fact.ec2.VpcDnsAttributes;
import dev.merlon.fact.ec2.VpcEndpoint;
import dev.merlon.fact.ec2.VpcEndpointService;
import dev.merlon.fact.ec2.VpcEndpointServicePermission;
import dev.merlon.fact.ec2.VpcPeeringConnection;
import software.amazon.awssdk.services.ec2.Ec2Client;

/**
 * Declares what is read of networks: twenty-one calls in each Region, one for each prefix list and
 * each endpoint service, and two for each VPC that has endpoints.
 */
public final class NetworkCollector implements ServiceCollector {

  @Override
  public void describe(Reads reads) {
    reads
        .inEachRegion(Ec2Client::builder)
        .read(VpcReader::read, Vpc.class)
        .read(SubnetReader::read, Subnet.class)
        .read(RouteTableReader::read, RouteTable.class, RouteTableAssociation.class, Route.class)
        .read(InternetGatewayReader::read, InternetGateway.class, InternetGatewayAttachment.class)
        .read(EgressOnlyInternetGatewayReader::read, EgressOnlyInternetGateway.class)
        .read(NatGatewayReader::read, NatGateway.class)
        .read(
            NetworkAclReader::read,
            NetworkAcl.class,
            NetworkAclAssociation.class,
            NetworkAclEntry.class)
        .read(SecurityGroupReader::read, SecurityGroup.class)
        .read(SecurityGroupRuleReader::read, SecurityGroupRule.class)
        .read(NetworkInterfaceReader::read, NetworkInterface.class, NetworkInterfaceGroup.class)
        .read(InstanceReader::read, Instance.class)
        .read(ElasticIpAddressReader::read, ElasticIpAddress.class)
        .read(PrefixListReader::read, PrefixList.class)
        .readPer(PrefixList.class, PrefixListReader::readEntries, PrefixListEntry.class)
        .read(VpcEndpointReader::read, VpcEndpoint.class)
        .readPerNamed(
            VpcEndpoint.class,
            VpcDnsAttributesReader::vpcs,
            VpcDnsAttributesReader::read,
            VpcDnsAttributes.class)
        .read(VpcEndpointServiceReader::read, VpcEndpointService.class)
        .readPer(
            VpcEndpointService.class,
            VpcEndpointServiceReader::readPermissions,
            VpcEndpointServicePermission.class)
        .read(VpcPeeringConnectionReader::read, VpcPeeringConnection.class)
        .read(TransitGatewayReader::readAttachments, TransitGatewayAttachment.class)
        .read(TransitGatewayReader::readRouteTables, TransitGatewayRouteTable.class)
        .read(BlockPublicAccessReader::read, VpcBlockPublicAccess.class)
        .read(BlockPublicAccessReader::readExclusions, VpcBlockPublicAccessExclusion.class)
        .read(AvailabilityZoneReader::read, AvailabilityZone.class);
  }
}
