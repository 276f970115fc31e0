/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.network;

import dev.merlon.collect.Emulator;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.Ec2ClientBuilder;
import software.amazon.awssdk.services.ec2.model.CreateNetworkAclEntryRequest;
import software.amazon.awssdk.services.ec2.model.CreateRouteRequest;
import software.amazon.awssdk.services.ec2.model.NatGateway;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.RuleAction;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/**
 * Two VPCs of a Region that are peered with each other: one with all that leads out of it, and one
 * with nothing.
 */
record SeededNetwork(
    String vpcId,
    String ipv6CidrBlock,
    String otherVpcId,
    String publicSubnetId,
    String privateSubnetId,
    String otherSubnetId,
    String internetGatewayId,
    String looseInternetGatewayId,
    String egressOnlyInternetGatewayId,
    String allocationId,
    String publicIp,
    NatGateway natGateway,
    NatGateway deletedNatGateway,
    String publicTableId,
    String publicAssociationId,
    String privateTableId,
    String privateAssociationId,
    String edgeTableId,
    String edgeAssociationId,
    String vpnGatewayId,
    String interfaceId,
    String instanceId,
    String aclId,
    String aclAssociationId,
    String gatewayEndpointId,
    String s3PrefixListId,
    String interfaceEndpointId,
    String groupId,
    String balancerArn,
    String serviceId,
    String peeringId,
    String transitGatewayId,
    String attachmentId,
    String transitGatewayTableId,
    String defaultTransitGatewayTableId) {

  static final String PRINCIPAL = "arn:aws:iam::444455556666:root";

  static SeededNetwork in(Emulator emulator, Region region) {
    Ec2ClientBuilder builder = Ec2Client.builder().region(region);
    emulator.customizer().accept(builder);
    try (Ec2Client ec2 = builder.build()) {
      return in(emulator, region, ec2);
    }
  }

  private static SeededNetwork in(Emulator emulator, Region region, Ec2Client ec2) {
    String vpc =
        ec2.createVpc(
                request -> request.cidrBlock("10.30.0.0/16").amazonProvidedIpv6CidrBlock(true))
            .vpc()
            .vpcId();
    String ipv6 =
        ec2.describeVpcs(request -> request.vpcIds(vpc))
            .vpcs()
            .get(0)
            .ipv6CidrBlockAssociationSet()
            .get(0)
            .ipv6CidrBlock();
    ec2.modifyVpcAttribute(
        request -> request.vpcId(vpc).enableDnsHostnames(value -> value.value(true)));
    String other = ec2.createVpc(request -> request.cidrBlock("10.31.0.0/16")).vpc().vpcId();
    ec2.modifyVpcAttribute(
        request -> request.vpcId(other).enableDnsSupport(value -> value.value(false)));
    String publicSubnet = subnet(ec2, vpc, "10.30.1.0/24");
    ec2.modifySubnetAttribute(
        request -> request.subnetId(publicSubnet).mapPublicIpOnLaunch(value -> value.value(true)));
    String privateSubnet = subnet(ec2, vpc, "10.30.2.0/24");
    String otherSubnet = subnet(ec2, other, "10.31.1.0/24");
    String internetGateway = internetGateway(ec2);
    ec2.attachInternetGateway(request -> request.internetGatewayId(internetGateway).vpcId(vpc));
    String loose = internetGateway(ec2);
    String egressOnly =
        ec2.createEgressOnlyInternetGateway(
                request ->
                    request
                        .vpcId(vpc)
                        .tagSpecifications(
                            tagged(ResourceType.EGRESS_ONLY_INTERNET_GATEWAY, "out")))
            .egressOnlyInternetGateway()
            .egressOnlyInternetGatewayId();
    String allocation =
        ec2.allocateAddress(
                request ->
                    request.domain("vpc").tagSpecifications(tagged(ResourceType.ELASTIC_IP, "nat")))
            .allocationId();
    String nat =
        ec2.createNatGateway(
                request ->
                    request
                        .subnetId(publicSubnet)
                        .allocationId(allocation)
                        .connectivityType("public")
                        .tagSpecifications(tagged(ResourceType.NATGATEWAY, "nat")))
            .natGateway()
            .natGatewayId();
    String deletedNat =
        ec2.createNatGateway(request -> request.subnetId(privateSubnet).connectivityType("private"))
            .natGateway()
            .natGatewayId();
    ec2.deleteNatGateway(request -> request.natGatewayId(deletedNat));

    String group =
        ec2.createSecurityGroup(request -> request.groupName("kms").description("kms").vpcId(vpc))
            .groupId();
    String appliance =
        ec2.createNetworkInterface(request -> request.subnetId(privateSubnet))
            .networkInterface()
            .networkInterfaceId();
    String instance =
        ec2.runInstances(
                request ->
                    request
                        .imageId("ami-12345678")
                        .instanceType("t3.micro")
                        .minCount(1)
                        .maxCount(1)
                        .subnetId(privateSubnet)
                        .tagSpecifications(tagged(ResourceType.INSTANCE, "till")))
            .instances()
            .get(0)
            .instanceId();
    String vpnGateway =
        ec2.createVpnGateway(request -> request.type("ipsec.1")).vpnGateway().vpnGatewayId();
    ec2.attachVpnGateway(request -> request.vpcId(vpc).vpnGatewayId(vpnGateway));
    String peering =
        ec2.createVpcPeeringConnection(
                request ->
                    request
                        .vpcId(vpc)
                        .peerVpcId(other)
                        .tagSpecifications(tagged(ResourceType.VPC_PEERING_CONNECTION, "peer")))
            .vpcPeeringConnection()
            .vpcPeeringConnectionId();
    ec2.acceptVpcPeeringConnection(request -> request.vpcPeeringConnectionId(peering));
    String transitGateway =
        ec2.createTransitGateway(request -> {}).transitGateway().transitGatewayId();
    String defaultTable =
        ec2.describeTransitGatewayRouteTables(request -> {})
            .transitGatewayRouteTables()
            .get(0)
            .transitGatewayRouteTableId();
    String attachment =
        ec2.createTransitGatewayVpcAttachment(
                request ->
                    request.transitGatewayId(transitGateway).vpcId(vpc).subnetIds(privateSubnet))
            .transitGatewayVpcAttachment()
            .transitGatewayAttachmentId();
    String transitTable =
        ec2.createTransitGatewayRouteTable(
                request ->
                    request
                        .transitGatewayId(transitGateway)
                        .tagSpecifications(
                            tagged(ResourceType.TRANSIT_GATEWAY_ROUTE_TABLE, "transit")))
            .transitGatewayRouteTable()
            .transitGatewayRouteTableId();

    String publicTable = table(ec2, vpc);
    String publicAssociation = associate(ec2, publicTable, publicSubnet);
    route(ec2, publicTable, to -> to.destinationCidrBlock("0.0.0.0/0").gatewayId(internetGateway));
    String privateTable = table(ec2, vpc);
    String privateAssociation = associate(ec2, privateTable, privateSubnet);
    route(ec2, privateTable, to -> to.destinationCidrBlock("0.0.0.0/0").natGatewayId(nat));
    route(
        ec2,
        privateTable,
        to -> to.destinationIpv6CidrBlock("::/0").egressOnlyInternetGatewayId(egressOnly));
    route(
        ec2,
        privateTable,
        to -> to.destinationCidrBlock("10.31.0.0/16").vpcPeeringConnectionId(peering));
    route(
        ec2,
        privateTable,
        to -> to.destinationCidrBlock("10.40.0.0/16").transitGatewayId(transitGateway));
    route(
        ec2,
        privateTable,
        to -> to.destinationCidrBlock("10.41.0.0/16").networkInterfaceId(appliance));
    route(ec2, privateTable, to -> to.destinationCidrBlock("10.42.0.0/16").gatewayId(vpnGateway));
    String edgeTable = table(ec2, vpc);
    String edgeAssociation =
        ec2.associateRouteTable(
                request -> request.routeTableId(edgeTable).gatewayId(internetGateway))
            .associationId();

    String acl = acl(ec2, vpc);
    String aclAssociation = filter(ec2, acl, privateSubnet);

    String s3 = "com.amazonaws." + region.id() + ".s3";
    String gatewayEndpoint =
        ec2.createVpcEndpoint(
                request ->
                    request
                        .vpcId(vpc)
                        .vpcEndpointType("Gateway")
                        .serviceName(s3)
                        .privateDnsEnabled(false)
                        .policyDocument("{\"Statement\":[]}")
                        .routeTableIds(privateTable))
            .vpcEndpoint()
            .vpcEndpointId();
    String interfaceEndpoint =
        ec2.createVpcEndpoint(
                request ->
                    request
                        .vpcId(vpc)
                        .vpcEndpointType("Interface")
                        .serviceName("com.amazonaws." + region.id() + ".kms")
                        .policyDocument("{}")
                        .privateDnsEnabled(true)
                        .subnetIds(privateSubnet)
                        .securityGroupIds(group)
                        .tagSpecifications(tagged(ResourceType.VPC_ENDPOINT, "kms")))
            .vpcEndpoint()
            .vpcEndpointId();
    String balancer = balancer(emulator, region, privateSubnet);
    String service =
        ec2.createVpcEndpointServiceConfiguration(
                request -> request.networkLoadBalancerArns(balancer).acceptanceRequired(true))
            .serviceConfiguration()
            .serviceId();
    ec2.modifyVpcEndpointServicePermissions(
        request -> request.serviceId(service).addAllowedPrincipals(PRINCIPAL));

    return new SeededNetwork(
        vpc,
        ipv6,
        other,
        publicSubnet,
        privateSubnet,
        otherSubnet,
        internetGateway,
        loose,
        egressOnly,
        allocation,
        ec2.describeAddresses(request -> request.allocationIds(allocation))
            .addresses()
            .get(0)
            .publicIp(),
        natGateway(ec2, nat),
        natGateway(ec2, deletedNat),
        publicTable,
        publicAssociation,
        privateTable,
        privateAssociation,
        edgeTable,
        edgeAssociation,
        vpnGateway,
        appliance,
        instance,
        acl,
        aclAssociation,
        gatewayEndpoint,
        ec2.describeManagedPrefixLists(request -> {}).prefixLists().stream()
            .filter(list -> list.prefixListName().equals(s3))
            .findFirst()
            .orElseThrow()
            .prefixListId(),
        interfaceEndpoint,
        group,
        balancer,
        service,
        peering,
        transitGateway,
        attachment,
        transitTable,
        defaultTable);
  }

  private static String subnet(Ec2Client ec2, String vpc, String cidr) {
    return ec2.createSubnet(request -> request.vpcId(vpc).cidrBlock(cidr)).subnet().subnetId();
  }

  private static String internetGateway(Ec2Client ec2) {
    return ec2.createInternetGateway(request -> {}).internetGateway().internetGatewayId();
  }

  private static String table(Ec2Client ec2, String vpc) {
    return ec2.createRouteTable(request -> request.vpcId(vpc)).routeTable().routeTableId();
  }

  private static String associate(Ec2Client ec2, String table, String subnet) {
    return ec2.associateRouteTable(request -> request.routeTableId(table).subnetId(subnet))
        .associationId();
  }

  private static void route(
      Ec2Client ec2, String table, Consumer<CreateRouteRequest.Builder> destinationAndTarget) {
    ec2.createRoute(
        request -> {
          request.routeTableId(table);
          destinationAndTarget.accept(request);
        });
  }

  private static NatGateway natGateway(Ec2Client ec2, String id) {
    return ec2.describeNatGateways(request -> request.natGatewayIds(id)).natGateways().get(0);
  }

  /** None for ICMP: moto forgets the type. */
  private static String acl(Ec2Client ec2, String vpc) {
    String acl =
        ec2.createNetworkAcl(
                request ->
                    request
                        .vpcId(vpc)
                        .tagSpecifications(tagged(ResourceType.NETWORK_ACL, "filter")))
            .networkAcl()
            .networkAclId();
    entry(
        ec2,
        acl,
        entry ->
            entry
                .egress(false)
                .ruleNumber(100)
                .protocol("6")
                .ruleAction(RuleAction.ALLOW)
                .cidrBlock("0.0.0.0/0")
                .portRange(range -> range.from(443).to(444)));
    entry(
        ec2,
        acl,
        entry ->
            entry
                .egress(true)
                .ruleNumber(110)
                .protocol("-1")
                .ruleAction(RuleAction.DENY)
                .ipv6CidrBlock("::/0"));
    return acl;
  }

  private static void entry(
      Ec2Client ec2, String acl, Consumer<CreateNetworkAclEntryRequest.Builder> entry) {
    ec2.createNetworkAclEntry(
        request -> {
          request.networkAclId(acl);
          entry.accept(request);
        });
  }

  private static String filter(Ec2Client ec2, String acl, String subnet) {
    String before =
        ec2.describeNetworkAcls(request -> {}).networkAcls().stream()
            .flatMap(found -> found.associations().stream())
            .filter(association -> association.subnetId().equals(subnet))
            .findFirst()
            .orElseThrow()
            .networkAclAssociationId();
    return ec2.replaceNetworkAclAssociation(
            request -> request.associationId(before).networkAclId(acl))
        .newAssociationId();
  }

  private static String balancer(Emulator emulator, Region region, String subnet) {
    try {
      Path script =
          Path.of(Objects.requireNonNull(SeededNetwork.class.getResource("balancer.py")).toURI());
      return emulator.python(script, region.id(), subnet).strip();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static TagSpecification tagged(ResourceType type, String name) {
    return TagSpecification.builder()
        .resourceType(type)
        .tags(Tag.builder().key("Name").value(name).build())
        .build();
  }
}
