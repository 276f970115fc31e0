/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.merlon.Gap;
import dev.merlon.Snapshot;
import dev.merlon.fact.ec2.NetworkAclAssociation;
import dev.merlon.fact.ec2.NetworkAclEntry;
import dev.merlon.fact.ec2.NetworkInterface;
import dev.merlon.fact.ec2.Route;
import dev.merlon.fact.ec2.RouteTable;
import dev.merlon.fact.ec2.VpcBlockPublicAccess;
import dev.merlon.fact.ec2.VpcEndpoint;
import dev.merlon.fact.elb.LoadBalancer;
import dev.merlon.fact.elb.RegisteredTarget;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a case does not say must not be made up, and what it says must not be overlooked. */
final class NetworkCaseWorldTest {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .configure(JsonParser.Feature.ALLOW_SINGLE_QUOTES, true)
          .configure(JsonParser.Feature.ALLOW_UNQUOTED_FIELD_NAMES, true)
          .build();

  private static Snapshot world(String json) {
    try {
      return NetworkCaseWorld.of(JSON.readTree(json));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{gateways: []} | world has a key that this test does not know: \"gateways\"",
        "{vpcs: [{id: 'vpc-1', cidr: '10.0.0.0/16'}]} | world.vpcs[0] has a key that",
        "{vpcs: [{}]} | world.vpcs[0] has no \"id\"",
        "{vpcs: {}} | world has a \"vpcs\" that is no list: {}",
        "{bpa: {mode: 'on'}} | world.bpa has an unknown \"mode\": on",
        "{bpa: {mode: 'off', exclusions: [{mode: 'allow-egress'}]}} | needs either \"vpc\" or",
        "{routeTables: [{id: 'r', vpc: 'v', routes: [{dst: '::/0', target: 'xgw-1'}]}]}"
            + " | world.routeTables[0].routes[0] has an unknown \"target\": xgw-1",
        "{sgs: [{id: 'sg-1', ingress: [{proto: 'quic', cidrs: ['::/0']}]}]}"
            + " | world.sgs[0].ingress[0] has an unknown \"proto\": quic",
        "{sgs: [{id: 'sg-1', ingress: [{proto: '-1'}]}]} | names nobody in \"cidrs\"",
        "{natGateways: [{id: 'nat-1', subnet: 's', routes: []}]} | has \"routes\", which only",
      })
  void of_whatIsNotUnderstood_throwsNamingIt(String json, String message) {
    assertThatThrownBy(() -> world(json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void of_nullInsteadOfWhatCanBeMissing_isAMissingFactOrAGap() {
    Snapshot made =
        world(
            "{bpa: {mode: null}, prefixLists: [{id: 'pl-1', entries: null}],"
                + " targetGroups: [{id: 'tg-1', proto: 'TCP', port: 80}],"
                + " natGateways: [{id: 'nat-1', vpc: 'vpc-1', mode: 'regional'}]}");
    assertThat(made.facts(VpcBlockPublicAccess.class)).isEmpty();
    assertThat(made.facts(RouteTable.class)).isEmpty();
    assertThat(made.gaps())
        .extracting(Gap::factType)
        .containsExactly("PrefixListEntry", "TargetGroupAttributes");
  }

  @Test
  void of_defaultNacl_isOfTheSubnetsOfItsVpcThatHaveNone() {
    Snapshot made =
        world(
            "{subnets: [{id: 'subnet-a', vpc: 'vpc-1'}, {id: 'subnet-b', vpc: 'vpc-1'},"
                + " {id: 'subnet-c', vpc: 'vpc-2'}], nacls: [{id: 'acl-1', vpc: 'vpc-1',"
                + " default: true}, {id: 'acl-2', vpc: 'vpc-1', subnets: ['subnet-b']}]}");
    assertThat(made.facts(NetworkAclAssociation.class))
        .extracting(one -> one.networkAclId() + " " + one.subnetId())
        .containsExactly("acl-1 subnet-a", "acl-2 subnet-b");
  }

  @Test
  void of_icmpOfANacl_isReadInEveryForm() {
    Snapshot made =
        world(
            "{nacls: [{id: 'acl-1', vpc: 'vpc-1', entries: ["
                + "{n: 1, proto: '1', cidr: '0.0.0.0/0', icmp: {type: 8, code: -1}},"
                + "{n: 2, proto: '1', cidr: '0.0.0.0/0', icmp: [8, 0]},"
                + "{n: 3, proto: '1', cidr: '0.0.0.0/0', icmp: 8},"
                + "{n: 4, proto: 'icmp', cidr: '0.0.0.0/0', icmpType: 8, icmpCode: 0},"
                + "{n: 5, proto: '58', cidr6: '::/0', from: 128, to: -1},"
                + "{n: 6, proto: '1', cidr: '0.0.0.0/0'}]}]}");
    assertThat(made.facts(NetworkAclEntry.class))
        .extracting(NetworkAclEntry::icmpType)
        .containsExactly(8, 8, 8, 8, 128, -1);
    assertThat(made.facts(NetworkAclEntry.class))
        .extracting(NetworkAclEntry::icmpCode)
        .containsExactly(-1, 0, -1, 0, -1, -1);
    assertThat(made.facts(NetworkAclEntry.class)).allMatch(entry -> entry.fromPort() == -1);
  }

  @Test
  void of_endpointsInRoutes_areOfTheTypeThatTheirIdSays() {
    Snapshot made =
        world(
            "{prefixLists: [{id: 'pl-s3', entries: []}], routeTables: [{id: 'rtb-1', vpc: 'vpc-1',"
                + " routes: [{prefixList: 'pl-s3', target: 'vpce-gw-s3'},"
                + " {dst: '0.0.0.0/0', target: 'vpce-fw', origin: 'propagated'}]}]}");
    assertThat(made.facts(VpcEndpoint.class))
        .extracting(
            one -> one.vpcEndpointType() + " " + one.serviceName() + " " + one.routeTableIds())
        .containsExactly(
            "GatewayLoadBalancer com.amazonaws.vpce.eu-west-1.vpce-svc-vpce-fw []",
            "Gateway com.amazonaws.eu-west-1.s3 [rtb-1]");
    assertThat(made.facts(Route.class).filter(Route::isPropagated))
        .extracting(Route::destination)
        .containsExactly("0.0.0.0/0");
  }

  @Test
  void of_loadBalancer_itsInterfaceAndTargetsCarryItsNames() {
    Snapshot made =
        world(
            "{subnets: [{id: 'subnet-a', vpc: 'vpc-1'}], enis: ["
                + "{id: 'eni-lb', subnet: 'subnet-a', privateIps: [{ip: '10.0.0.1'}]},"
                + "{id: 'eni-t', subnet: 'subnet-a', privateIps: [{ip: '10.0.0.2'}]}],"
                + "loadBalancers: [{id: 'lb-1', type: 'network', enis: ['eni-lb'], listeners: ["
                + "{proto: 'TCP', port: 80, targetGroup: 'tg-1'},"
                + "{proto: 'TCP', port: 81, targetGroup: 'tg-2'}]}], targetGroups: ["
                + "{id: 'tg-1', type: 'instance', proto: 'TCP', port: 8080,"
                + " targets: [{eni: 'eni-t'}]},"
                + "{id: 'tg-2', type: 'ip', proto: 'TCP', port: 8080,"
                + " targets: [{eni: 'eni-t', port: 9090}]}]}");
    List<String> names =
        made.facts(NetworkInterface.class)
            .map(one -> one.loadBalancerName() + "/" + one.attachmentInstanceId())
            .toList();
    assertThat(names).containsExactly("net/lb-1/1/", "/i-eni-t");
    assertThat(made.facts(LoadBalancer.class))
        .extracting(LoadBalancer::name)
        .containsExactly("net/lb-1/1");
    assertThat(made.facts(RegisteredTarget.class))
        .extracting(one -> one.targetId() + ":" + one.port())
        .containsExactly("i-eni-t:8080", "10.0.0.2:9090");
  }
}
