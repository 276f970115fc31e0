/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.network;

import static dev.merlon.collect.network.Emulated.ACCOUNT;
import static dev.merlon.collect.network.Emulated.EU;
import static dev.merlon.collect.network.Emulated.US;
import static dev.merlon.collect.network.Emulated.arn;
import static dev.merlon.collect.network.Emulated.names;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.Coverage.Area;
import dev.merlon.Snapshot;
import dev.merlon.collect.Emulator;
import dev.merlon.fact.FactType;
import dev.merlon.fact.Resource;
import dev.merlon.fact.ec2.AvailabilityZone;
import dev.merlon.fact.ec2.EgressOnlyInternetGateway;
import dev.merlon.fact.ec2.ElasticIpAddress;
import dev.merlon.fact.ec2.Instance;
import dev.merlon.fact.ec2.InternetGateway;
import dev.merlon.fact.ec2.InternetGatewayAttachment;
import dev.merlon.fact.ec2.NatGateway;
import dev.merlon.fact.ec2.NatGatewayAddress;
import dev.merlon.fact.ec2.NetworkAcl;
import dev.merlon.fact.ec2.NetworkAclAssociation;
import dev.merlon.fact.ec2.NetworkAclEntry;
import dev.merlon.fact.ec2.Route;
import dev.merlon.fact.ec2.RouteTable;
import dev.merlon.fact.ec2.RouteTableAssociation;
import dev.merlon.fact.ec2.RouteTarget;
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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.regions.Region;

/** What leads out of VPCs, against an emulated account of two Regions. */
final class EmulatedNetworkTest {
  @SuppressWarnings("NullAway.Init") // JUnit calls start() first
  private static Emulator emulator;

  @SuppressWarnings("NullAway.Init") // JUnit calls start() first
  private static SeededNetwork eu;

  @BeforeAll
  static void start() {
    emulator = Emulator.start();
    eu = SeededNetwork.in(emulator, Region.EU_WEST_1);
    SeededNetwork.in(emulator, Region.US_EAST_1);
    emulator.state(
        "bpa",
        """
        {"eu-west-1": {"mode": "block-ingress", "exclusions": [{
           "ExclusionId": "vpcbpa-exclude-1",
           "InternetGatewayExclusionMode": "allow-egress",
           "ResourceArn": "%s",
           "State": "create-complete"}]},
         "us-east-1": {"mode": "off"}}
        """
            .formatted(arn("vpc/" + eu.vpcId())));
  }

  @AfterAll
  @SuppressWarnings("UnnecessaryNullCheck") // when start() was aborted
  static void stop() {
    if (emulator != null) {
      emulator.close();
    }
  }

  @BeforeEach
  void allowAll() {
    emulator.deny();
    emulator.forgetCalls();
  }

  @Test
  void collect_seededSubnets_areWhatWasMade() {
    assertThat(in(Subnet.class, subnet -> isOurs(subnet.vpcId())))
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields(
            "availabilityZone", "availabilityZoneId")
        .containsExactlyInAnyOrder(
            subnet(eu.publicSubnetId(), eu.vpcId(), "10.30.1.0/24", true),
            subnet(eu.privateSubnetId(), eu.vpcId(), "10.30.2.0/24", false),
            subnet(eu.otherSubnetId(), eu.otherVpcId(), "10.31.1.0/24", false));
    assertThat(in(VpcDnsAttributes.class, dns -> true))
        .as("of the VPC with endpoints")
        .containsExactly(dns(eu.vpcId(), true, true));
  }

  @Test
  void collect_seededRoutes_areWhatWasMade() {
    List<RouteTable> tables = in(RouteTable.class, table -> isOurs(table.vpcId()));
    List<String> made = List.of(eu.publicTableId(), eu.privateTableId(), eu.edgeTableId());
    String main = only(tables, eu.vpcId(), made);
    String otherMain = only(tables, eu.otherVpcId(), made);

    assertThat(tables)
        .containsExactlyInAnyOrder(
            table(main, eu.vpcId()),
            table(eu.publicTableId(), eu.vpcId()),
            table(eu.privateTableId(), eu.vpcId()),
            table(eu.edgeTableId(), eu.vpcId()),
            table(otherMain, eu.otherVpcId()));
    assertThat(in(RouteTableAssociation.class, association -> isOurs(association.vpcId())))
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("arn")
        .containsExactlyInAnyOrder(
            association(main, "", eu.vpcId(), true, "", ""),
            association(otherMain, "", eu.otherVpcId(), true, "", ""),
            association(
                eu.publicTableId(),
                eu.publicAssociationId(),
                eu.vpcId(),
                false,
                eu.publicSubnetId(),
                ""),
            association(
                eu.privateTableId(),
                eu.privateAssociationId(),
                eu.vpcId(),
                false,
                eu.privateSubnetId(),
                ""),
            association(
                eu.edgeTableId(),
                eu.edgeAssociationId(),
                eu.vpcId(),
                false,
                "",
                eu.internetGatewayId()));
    assertThat(in(RouteTableAssociation.class, found -> isOurs(found.vpcId()) && !found.main()))
        .extracting(RouteTableAssociation::arn)
        .containsExactlyInAnyOrder(
            arn("route-table/" + eu.publicTableId() + "/" + eu.publicAssociationId()),
            arn("route-table/" + eu.privateTableId() + "/" + eu.privateAssociationId()),
            arn("route-table/" + eu.edgeTableId() + "/" + eu.edgeAssociationId()));
    List<Route> expected = new ArrayList<>();
    for (String table : List.of(main, eu.publicTableId(), eu.privateTableId(), eu.edgeTableId())) {
      expected.add(local(table, "10.30.0.0/16", ""));
      expected.add(local(table, "", eu.ipv6CidrBlock()));
    }
    expected.add(local(otherMain, "10.31.0.0/16", ""));
    expected.add(
        route(
            eu.publicTableId(),
            "0.0.0.0/0",
            "",
            "",
            RouteTarget.INTERNET_GATEWAY,
            eu.internetGatewayId()));
    String table = eu.privateTableId();
    expected.add(
        route(table, "0.0.0.0/0", "", "", RouteTarget.NAT_GATEWAY, eu.natGateway().natGatewayId()));
    expected.add(
        route(
            table,
            "",
            "::/0",
            "",
            RouteTarget.EGRESS_ONLY_INTERNET_GATEWAY,
            eu.egressOnlyInternetGatewayId()));
    expected.add(
        route(table, "10.31.0.0/16", "", "", RouteTarget.VPC_PEERING_CONNECTION, eu.peeringId()));
    expected.add(
        route(table, "10.40.0.0/16", "", "", RouteTarget.TRANSIT_GATEWAY, eu.transitGatewayId()));
    expected.add(
        route(table, "10.41.0.0/16", "", "", RouteTarget.NETWORK_INTERFACE, eu.interfaceId()));
    expected.add(route(table, "10.42.0.0/16", "", "", RouteTarget.VPN_GATEWAY, eu.vpnGatewayId()));
    expected.add(
        route(
            table, "", "", eu.s3PrefixListId(), RouteTarget.VPC_ENDPOINT, eu.gatewayEndpointId()));
    List<String> ours = tables.stream().map(RouteTable::routeTableId).toList();
    assertThat(in(Route.class, route -> ours.contains(route.routeTableId())))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void collect_seededGateways_areWhatWasMade() {
    assertThat(in(InternetGateway.class, gateway -> true))
        .contains(
            internetGateway(eu.internetGatewayId()), internetGateway(eu.looseInternetGatewayId()));
    assertThat(
            in(
                InternetGatewayAttachment.class,
                attachment ->
                    isOurs(attachment.vpcId())
                        || attachment.internetGatewayId().equals(eu.looseInternetGatewayId())))
        .containsExactly(
            new InternetGatewayAttachment(
                arn("internet-gateway/" + eu.internetGatewayId() + "/" + eu.vpcId()),
                ACCOUNT,
                EU,
                eu.internetGatewayId(),
                eu.vpcId(),
                "available"));
    assertThat(in(EgressOnlyInternetGateway.class, gateway -> true))
        .containsExactly(
            new EgressOnlyInternetGateway(
                arn("egress-only-internet-gateway/" + eu.egressOnlyInternetGatewayId()),
                ACCOUNT,
                EU,
                eu.egressOnlyInternetGatewayId(),
                eu.vpcId(),
                "attached",
                Map.of("Name", "out")));
    NatGatewayAddress address =
        new NatGatewayAddress(
            eu.allocationId(),
            eu.natGateway().natGatewayAddresses().get(0).networkInterfaceId(),
            eu.natGateway().natGatewayAddresses().get(0).privateIp(),
            eu.publicIp());
    assertThat(in(NatGateway.class, gateway -> true))
        .containsExactlyInAnyOrder(
            natGateway(
                eu.natGateway().natGatewayId(),
                eu.publicSubnetId(),
                "public",
                "available",
                address,
                Map.of("Name", "nat")),
            natGateway(
                eu.deletedNatGateway().natGatewayId(),
                eu.privateSubnetId(),
                "private",
                "deleted",
                new NatGatewayAddress(
                    "",
                    eu.deletedNatGateway().natGatewayAddresses().get(0).networkInterfaceId(),
                    eu.deletedNatGateway().natGatewayAddresses().get(0).privateIp(),
                    ""),
                Map.of()));
    assertThat(in(ElasticIpAddress.class, found -> true))
        .containsExactly(
            new ElasticIpAddress(
                arn("elastic-ip/" + eu.allocationId()),
                ACCOUNT,
                EU,
                eu.allocationId(),
                eu.publicIp(),
                address.privateIp(),
                address.networkInterfaceId(),
                ACCOUNT,
                "",
                Map.of("Name", "nat")));
  }

  @Test
  void collect_seededAcls_areWhatWasMade() {
    assertThat(in(NetworkAcl.class, acl -> acl.networkAclId().equals(eu.aclId())))
        .containsExactly(
            new NetworkAcl(
                arn("network-acl/" + eu.aclId()),
                ACCOUNT,
                EU,
                eu.aclId(),
                eu.vpcId(),
                ACCOUNT,
                false,
                Map.of("Name", "filter")));
    assertThat(
            in(
                NetworkAclAssociation.class,
                association -> association.subnetId().equals(eu.privateSubnetId())))
        .containsExactly(
            new NetworkAclAssociation(
                arn("network-acl/" + eu.aclId() + "/" + eu.aclAssociationId()),
                ACCOUNT,
                EU,
                eu.aclId(),
                eu.privateSubnetId()));
    assertThat(in(NetworkAclEntry.class, entry -> entry.networkAclId().equals(eu.aclId())))
        .containsExactlyInAnyOrder(
            new NetworkAclEntry(
                arn("network-acl/" + eu.aclId() + "/ingress/100/ipv4"),
                ACCOUNT,
                EU,
                eu.aclId(),
                false,
                100,
                "6",
                "allow",
                "0.0.0.0/0",
                "",
                443,
                444,
                -1,
                -1),
            new NetworkAclEntry(
                arn("network-acl/" + eu.aclId() + "/egress/110/ipv6"),
                ACCOUNT,
                EU,
                eu.aclId(),
                true,
                110,
                "-1",
                "deny",
                "",
                "::/0",
                -1,
                -1,
                -1,
                -1));
  }

  @Test
  void collect_seededInstance_isWhatWasMade() {
    assertThat(in(Instance.class, instance -> true))
        .containsExactly(
            new Instance(
                arn("instance/" + eu.instanceId()),
                ACCOUNT,
                EU,
                eu.instanceId(),
                eu.vpcId(),
                eu.privateSubnetId(),
                ACCOUNT,
                "running",
                "",
                "",
                Map.of("Name", "till")));
  }

  @Test
  void collect_seededEndpoints_areWhatWasMade() {
    assertThat(in(VpcEndpoint.class, endpoint -> true))
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("networkInterfaceIds")
        .containsExactlyInAnyOrder(
            new VpcEndpoint(
                arn("vpc-endpoint/" + eu.gatewayEndpointId()),
                ACCOUNT,
                EU,
                eu.gatewayEndpointId(),
                eu.vpcId(),
                ACCOUNT,
                "Gateway",
                "com.amazonaws.eu-west-1.s3",
                "available",
                "{\"Statement\":[]}",
                false,
                "",
                List.of(eu.privateTableId()),
                List.of(),
                List.of(),
                List.of(),
                Map.of()),
            new VpcEndpoint(
                arn("vpc-endpoint/" + eu.interfaceEndpointId()),
                ACCOUNT,
                EU,
                eu.interfaceEndpointId(),
                eu.vpcId(),
                ACCOUNT,
                "Interface",
                "com.amazonaws.eu-west-1.kms",
                "available",
                "{}",
                true,
                "",
                List.of(),
                List.of(eu.privateSubnetId()),
                List.of(eu.groupId()),
                List.of(),
                Map.of("Name", "kms")));
    assertThat(
            in(
                VpcEndpoint.class,
                endpoint -> endpoint.vpcEndpointId().equals(eu.interfaceEndpointId())))
        .singleElement()
        .satisfies(endpoint -> assertThat(endpoint.networkInterfaceIds()).hasSize(1));
    String service = arn("vpc-endpoint-service/" + eu.serviceId());
    assertThat(in(VpcEndpointService.class, found -> true))
        .containsExactly(
            new VpcEndpointService(
                service,
                ACCOUNT,
                EU,
                eu.serviceId(),
                "com.amazonaws.vpce.eu-west-1." + eu.serviceId(),
                "Available",
                true,
                List.of(eu.balancerArn()),
                List.of(),
                Map.of()));
    assertThat(in(VpcEndpointServicePermission.class, found -> true))
        .containsExactly(
            new VpcEndpointServicePermission(
                service + "/" + SeededNetwork.PRINCIPAL,
                ACCOUNT,
                EU,
                service,
                SeededNetwork.PRINCIPAL,
                ""));
  }

  @Test
  void collect_seededConnections_areWhatWasMade() {
    assertThat(in(VpcPeeringConnection.class, connection -> true))
        .containsExactly(
            new VpcPeeringConnection(
                arn("vpc-peering-connection/" + eu.peeringId()),
                ACCOUNT,
                EU,
                eu.peeringId(),
                "active",
                ACCOUNT,
                eu.vpcId(),
                EU,
                List.of("10.30.0.0/16"),
                ACCOUNT,
                eu.otherVpcId(),
                EU,
                List.of("10.31.0.0/16"),
                Map.of("Name", "peer")));
    assertThat(in(TransitGatewayAttachment.class, attachment -> true))
        .containsExactly(
            new TransitGatewayAttachment(
                arn("transit-gateway-attachment/" + eu.attachmentId()),
                ACCOUNT,
                EU,
                eu.attachmentId(),
                eu.transitGatewayId(),
                ACCOUNT,
                "vpc",
                eu.vpcId(),
                ACCOUNT,
                "available",
                eu.defaultTransitGatewayTableId(),
                Map.of()));
    assertThat(in(TransitGatewayRouteTable.class, table -> true))
        .containsExactlyInAnyOrder(
            transitGatewayTable(eu.defaultTransitGatewayTableId(), true, Map.of()),
            transitGatewayTable(eu.transitGatewayTableId(), false, Map.of("Name", "transit")));
  }

  @Test
  void collect_blockPublicAccess_isOfEachRegion() {
    Snapshot snapshot = collect();

    assertThat(snapshot.facts(VpcBlockPublicAccess.class))
        .containsExactlyInAnyOrder(
            new VpcBlockPublicAccess(
                arn("vpc-block-public-access"),
                ACCOUNT,
                EU,
                "block-ingress",
                "default-state",
                "allowed",
                "account"),
            new VpcBlockPublicAccess(
                arn("vpc-block-public-access").replace(EU, US),
                ACCOUNT,
                US,
                "off",
                "default-state",
                "allowed",
                "account"));
    assertThat(snapshot.facts(VpcBlockPublicAccessExclusion.class))
        .containsExactly(
            new VpcBlockPublicAccessExclusion(
                arn("vpc-block-public-access-exclusion/vpcbpa-exclude-1"),
                ACCOUNT,
                EU,
                "vpcbpa-exclude-1",
                eu.vpcId(),
                "",
                "allow-egress",
                "create-complete",
                Map.of()));
  }

  @Test
  void collect_zones_areThoseOfTheRegion() {
    assertThat(in(AvailabilityZone.class, zone -> true))
        .containsExactlyInAnyOrder(
            zone("eu-west-1a", "euw1-az3"),
            zone("eu-west-1b", "euw1-az1"),
            zone("eu-west-1c", "euw1-az2"));
  }

  /**
   * Each Region of moto begins with a default VPC, which has a subnet in each of its zones, a main
   * route table with one route, and an ACL of four entries. It has no internet gateway.
   */
  @Test
  void collect_seededAccount_readsAllThereIsInBothRegions() {
    Snapshot snapshot = collect();

    Map<String, Long> counts =
        snapshot.facts().stream()
            .collect(
                groupingBy(
                    fact -> fact.region() + " " + FactType.nameOf(fact.getClass()),
                    TreeMap::new,
                    counting()));
    Map<String, Long> expected = new TreeMap<>();
    for (String region : List.of(EU, US)) {
      long zones = region.equals(EU) ? 3 : 6;
      expected.put(region + " AvailabilityZone", zones);
      expected.put(region + " EgressOnlyInternetGateway", 1L);
      expected.put(region + " ElasticIpAddress", 1L);
      expected.put(region + " Instance", 1L);
      expected.put(region + " InternetGateway", 2L);
      expected.put(region + " InternetGatewayAttachment", 1L);
      expected.put(region + " NatGateway", 2L);
      expected.put(region + " NetworkAcl", 3L + 1);
      expected.put(region + " NetworkAclAssociation", 3 + zones);
      expected.put(region + " NetworkAclEntry", 3L * 4 + 2);
      expected.put(region + " Route", 4L * 2 + 1 + 1 + 7 + 1);
      expected.put(region + " RouteTable", 3L + 3);
      expected.put(region + " RouteTableAssociation", 3L + 3);
      expected.put(region + " Subnet", 3 + zones);
      expected.put(region + " TransitGatewayAttachment", 1L);
      expected.put(region + " TransitGatewayRouteTable", 2L);
      expected.put(region + " Vpc", 3L);
      expected.put(region + " VpcBlockPublicAccess", 1L);
      expected.put(region + " VpcDnsAttributes", 1L);
      expected.put(region + " VpcEndpoint", 2L);
      expected.put(region + " VpcEndpointService", 1L);
      expected.put(region + " VpcEndpointServicePermission", 1L);
      expected.put(region + " VpcPeeringConnection", 1L);
    }
    expected.put(EU + " VpcBlockPublicAccessExclusion", 1L);
    assertThat(counts).isEqualTo(expected);
    assertThat(snapshot.gaps()).isEmpty();
    assertThat(snapshot.coverage().areas())
        .containsExactly(new Area(ACCOUNT, EU, names(all())), new Area(ACCOUNT, US, names(all())));
  }

  @Test
  void collect_twice_isEqual() {
    assertThat(collect()).isEqualTo(collect());
  }

  @Test
  void
      collect_seededAccount_makesOneCallPerListingTwoPerVpcWithEndpointsAndOnePerEndpointService() {
    collect();

    List<String> expected = new ArrayList<>(List.of("sts:GetCallerIdentity " + EU));
    for (String region : List.of(EU, US)) {
      listings().forEach(listing -> expected.add(listing.get()[0] + " " + region));
      expected.addAll(Collections.nCopies(2, "ec2:DescribeVpcAttribute " + region));
      expected.add("ec2:DescribeVpcEndpointServicePermissions " + region);
    }
    assertThat(emulator.calls()).containsExactlyInAnyOrderElementsOf(expected);
  }

  static Stream<Arguments> listings() {
    return Stream.of(
        Arguments.of("ec2:DescribeAddresses", List.of(ElasticIpAddress.class)),
        Arguments.of("ec2:DescribeAvailabilityZones", List.of(AvailabilityZone.class)),
        Arguments.of(
            "ec2:DescribeEgressOnlyInternetGateways", List.of(EgressOnlyInternetGateway.class)),
        Arguments.of("ec2:DescribeInstances", List.of(Instance.class)),
        Arguments.of(
            "ec2:DescribeInternetGateways",
            List.of(InternetGateway.class, InternetGatewayAttachment.class)),
        Arguments.of("ec2:DescribeNatGateways", List.of(NatGateway.class)),
        Arguments.of(
            "ec2:DescribeNetworkAcls",
            List.of(NetworkAcl.class, NetworkAclAssociation.class, NetworkAclEntry.class)),
        Arguments.of(
            "ec2:DescribeRouteTables",
            List.of(Route.class, RouteTable.class, RouteTableAssociation.class)),
        Arguments.of("ec2:DescribeSubnets", List.of(Subnet.class)),
        Arguments.of(
            "ec2:DescribeTransitGatewayAttachments", List.of(TransitGatewayAttachment.class)),
        Arguments.of(
            "ec2:DescribeTransitGatewayRouteTables", List.of(TransitGatewayRouteTable.class)),
        Arguments.of(
            "ec2:DescribeVpcBlockPublicAccessExclusions",
            List.of(VpcBlockPublicAccessExclusion.class)),
        Arguments.of(
            "ec2:DescribeVpcBlockPublicAccessOptions", List.of(VpcBlockPublicAccess.class)),
        Arguments.of(
            "ec2:DescribeVpcEndpointServiceConfigurations",
            List.of(VpcEndpointService.class, VpcEndpointServicePermission.class)),
        Arguments.of(
            "ec2:DescribeVpcEndpoints", List.of(VpcEndpoint.class, VpcDnsAttributes.class)),
        Arguments.of("ec2:DescribeVpcPeeringConnections", List.of(VpcPeeringConnection.class)),
        Arguments.of("ec2:DescribeVpcs", List.of(Vpc.class)));
  }

  @ParameterizedTest
  @MethodSource("listings")
  void collect_actionDeniedInOneRegion_itsTypesAreGapsThereAndNothingElseChanges(
      String action, List<Class<? extends Resource>> types) {
    Snapshot fair = collect();

    emulator.deny(action + "@" + EU);

    assertThat(collect()).isEqualTo(Emulated.denied(fair, all(), action, types));
  }

  static Stream<Arguments> perResource() {
    return Stream.of(
        // Its ARN is the VPC's.
        Arguments.of("ec2:DescribeVpcAttribute", VpcDnsAttributes.class, VpcDnsAttributes.class),
        Arguments.of(
            "ec2:DescribeVpcEndpointServicePermissions",
            VpcEndpointService.class,
            VpcEndpointServicePermission.class));
  }

  @ParameterizedTest
  @MethodSource("perResource")
  void collect_actionPerResourceDenied_isAGapOfEachAndNothingElseChanges(
      String action, Class<? extends Resource> parent, Class<? extends Resource> type) {
    Snapshot fair = collect();

    emulator.deny(action);

    assertThat(collect()).isEqualTo(Emulated.deniedPer(fair, parent, action, type));
  }

  @Test
  void collect_motoWithoutOurAdditions_readsTheSameOfWhatItKnows() {
    List<Class<? extends Resource>> known =
        all().stream()
            .filter(type -> !FactType.nameOf(type).startsWith("VpcBlockPublicAccess"))
            // moto names the Network Load Balancer behind it by another ARN.
            .filter(type -> !FactType.nameOf(type).startsWith("VpcEndpointService"))
            .toList();
    try (Emulator unmodified = Emulator.startUnmodified()) {
      SeededNetwork.in(unmodified, Region.EU_WEST_1);
      SeededNetwork.in(unmodified, Region.US_EAST_1);

      assertThat(Emulated.collect(unmodified, known)).isEqualTo(Emulated.collect(emulator, known));
    }
  }

  private static Snapshot collect() {
    return Emulated.collect(emulator, all());
  }

  private static List<Class<? extends Resource>> all() {
    return List.of(
        AvailabilityZone.class,
        EgressOnlyInternetGateway.class,
        ElasticIpAddress.class,
        Instance.class,
        InternetGateway.class,
        InternetGatewayAttachment.class,
        NatGateway.class,
        NetworkAcl.class,
        NetworkAclAssociation.class,
        NetworkAclEntry.class,
        Route.class,
        RouteTable.class,
        RouteTableAssociation.class,
        Subnet.class,
        TransitGatewayAttachment.class,
        TransitGatewayRouteTable.class,
        Vpc.class,
        VpcBlockPublicAccess.class,
        VpcBlockPublicAccessExclusion.class,
        VpcDnsAttributes.class,
        VpcEndpoint.class,
        VpcEndpointService.class,
        VpcEndpointServicePermission.class,
        VpcPeeringConnection.class);
  }

  private static <T extends Resource> List<T> in(Class<T> type, Predicate<T> which) {
    return Emulated.collect(emulator, List.of(type))
        .facts(type)
        .filter(fact -> fact.region().equals(EU))
        .filter(which)
        .toList();
  }

  private static boolean isOurs(String vpcId) {
    return vpcId.equals(eu.vpcId()) || vpcId.equals(eu.otherVpcId());
  }

  /** The table of the VPC that nobody made. */
  private static String only(List<RouteTable> tables, String vpcId, List<String> made) {
    List<String> others =
        tables.stream()
            .filter(table -> table.vpcId().equals(vpcId))
            .map(RouteTable::routeTableId)
            .filter(id -> !made.contains(id))
            .toList();
    assertThat(others).hasSize(1);
    return others.get(0);
  }

  private static Subnet subnet(String id, String vpcId, String cidr, boolean publicOnLaunch) {
    return new Subnet(
        arn("subnet/" + id),
        ACCOUNT,
        EU,
        id,
        vpcId,
        ACCOUNT,
        "",
        "",
        cidr,
        List.of(),
        publicOnLaunch,
        false,
        false,
        Map.of());
  }

  private static VpcDnsAttributes dns(String vpcId, boolean support, boolean hostnames) {
    String vpc = arn("vpc/" + vpcId);
    return new VpcDnsAttributes(vpc, ACCOUNT, EU, vpc, vpcId, support, hostnames);
  }

  private static RouteTable table(String id, String vpcId) {
    return new RouteTable(arn("route-table/" + id), ACCOUNT, EU, id, vpcId, ACCOUNT, Map.of());
  }

  private static RouteTableAssociation association(
      String table, String id, String vpcId, boolean main, String subnetId, String gatewayId) {
    return new RouteTableAssociation(
        arn("route-table/" + table + "/" + id),
        ACCOUNT,
        EU,
        table,
        vpcId,
        main,
        subnetId,
        gatewayId);
  }

  private static Route local(String table, String cidr, String ipv6Cidr) {
    return new Route(
        arn("route-table/" + table + "/" + cidr + ipv6Cidr),
        ACCOUNT,
        EU,
        table,
        cidr,
        ipv6Cidr,
        "",
        RouteTarget.LOCAL,
        "local",
        "active",
        "CreateRouteTable");
  }

  private static Route route(
      String table,
      String cidr,
      String ipv6Cidr,
      String prefixListId,
      RouteTarget type,
      String target) {
    return new Route(
        arn("route-table/" + table + "/" + cidr + ipv6Cidr + prefixListId),
        ACCOUNT,
        EU,
        table,
        cidr,
        ipv6Cidr,
        prefixListId,
        type,
        target,
        "active",
        "CreateRoute");
  }

  private static InternetGateway internetGateway(String id) {
    return new InternetGateway(arn("internet-gateway/" + id), ACCOUNT, EU, id, ACCOUNT, Map.of());
  }

  private static NatGateway natGateway(
      String id,
      String subnetId,
      String connectivity,
      String state,
      NatGatewayAddress address,
      Map<String, String> tags) {
    return new NatGateway(
        arn("natgateway/" + id),
        ACCOUNT,
        EU,
        id,
        eu.vpcId(),
        subnetId,
        connectivity,
        "",
        state,
        "",
        List.of(address),
        tags);
  }

  private static TransitGatewayRouteTable transitGatewayTable(
      String id, boolean isDefault, Map<String, String> tags) {
    return new TransitGatewayRouteTable(
        arn("transit-gateway-route-table/" + id),
        ACCOUNT,
        EU,
        id,
        eu.transitGatewayId(),
        "available",
        isDefault,
        isDefault,
        tags);
  }

  private static AvailabilityZone zone(String name, String id) {
    return new AvailabilityZone(
        arn("availability-zone/" + name),
        ACCOUNT,
        EU,
        name,
        id,
        "availability-zone",
        "",
        "",
        "available",
        "");
  }
}
