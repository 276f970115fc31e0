/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.pattern;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What somebody is to be told of, as events that stand for all of the kind: who is told of each of
 * them is told of the topic. The names are those of the CIS AWS Foundations Benchmark.
 *
 * <p>Rules of EventBridge are read in one Region, where events of global services arrive. For the
 * root user that is where it signs in, and where it calls global services; its calls to services of
 * other Regions are taken to follow from these.
 */
public enum EventTopic {
  ORGANIZATIONS_CHANGES(
      Reach.ONE_REGION,
      calls(
          "organizations",
          "AcceptHandshake",
          "AttachPolicy",
          "CreateAccount",
          "CreateOrganizationalUnit",
          "CreatePolicy",
          "DeclineHandshake",
          "DeleteOrganization",
          "DeleteOrganizationalUnit",
          "DeletePolicy",
          "DetachPolicy",
          "DisablePolicyType",
          "EnablePolicyType",
          "InviteAccountToOrganization",
          "LeaveOrganization",
          "MoveAccount",
          "RemoveAccountFromOrganization",
          "UpdateOrganizationalUnit",
          "UpdatePolicy")),

  /** Of services some that have little in common, so that a list of services is not enough. */
  ROOT_USAGE(
      Reach.ONE_REGION,
      List.of(
          EventProbe.signIn("console sign-in").byRoot(),
          EventProbe.call("CreateAccessKey", "iam", false).byRoot(),
          EventProbe.call("DeleteBucket", "s3", false).byRoot(),
          EventProbe.call("RunInstances", "ec2", false).byRoot(),
          EventProbe.call("GetSecretValue", "secretsmanager", true).byRoot(),
          EventProbe.call("ListUsers", "iam", true).byRoot())),

  /** Federated users are no concern: MFA is their identity provider's, and the event says No. */
  CONSOLE_SIGN_IN_WITHOUT_MFA(
      Reach.ALL_REGIONS,
      List.of(EventProbe.signIn("console sign-in without MFA").byUserWithoutMfa())),

  SECURITY_GROUP_CHANGES(
      Reach.ALL_REGIONS,
      calls(
          "ec2",
          "AuthorizeSecurityGroupEgress",
          "AuthorizeSecurityGroupIngress",
          "CreateSecurityGroup",
          "DeleteSecurityGroup",
          "RevokeSecurityGroupEgress",
          "RevokeSecurityGroupIngress")),

  NETWORK_ACL_CHANGES(
      Reach.ALL_REGIONS,
      calls(
          "ec2",
          "CreateNetworkAcl",
          "CreateNetworkAclEntry",
          "DeleteNetworkAcl",
          "DeleteNetworkAclEntry",
          "ReplaceNetworkAclAssociation",
          "ReplaceNetworkAclEntry")),

  GATEWAY_CHANGES(
      Reach.ALL_REGIONS,
      calls(
          "ec2",
          "AttachInternetGateway",
          "CreateCustomerGateway",
          "CreateInternetGateway",
          "DeleteCustomerGateway",
          "DeleteInternetGateway",
          "DetachInternetGateway")),

  ROUTE_TABLE_CHANGES(
      Reach.ALL_REGIONS,
      calls(
          "ec2",
          "CreateRoute",
          "CreateRouteTable",
          "DeleteRoute",
          "DeleteRouteTable",
          "DisassociateRouteTable",
          "ReplaceRoute",
          "ReplaceRouteTableAssociation")),

  VPC_CHANGES(
      Reach.ALL_REGIONS,
      calls(
          "ec2",
          "AcceptVpcPeeringConnection",
          "AttachClassicLinkVpc",
          "CreateVpc",
          "CreateVpcPeeringConnection",
          "DeleteVpc",
          "DeleteVpcPeeringConnection",
          "DetachClassicLinkVpc",
          "DisableVpcClassicLink",
          "EnableVpcClassicLink",
          "ModifyVpcAttribute",
          "RejectVpcPeeringConnection"));

  /** Where the events of a topic happen. */
  private enum Reach {
    /** Where the partition keeps its global services, as far as it matters. */
    ONE_REGION,
    /** A rule in one Region is not told of the others. */
    ALL_REGIONS
  }

  private final Reach reach;

  @SuppressWarnings("ImmutableEnumChecker") // a copy, of values that are immutable
  private final List<EventProbe> probes;

  EventTopic(Reach reach, List<EventProbe> probes) {
    this.reach = reach;
    this.probes = List.copyOf(probes);
  }

  private static List<EventProbe> calls(String service, String... names) {
    return Arrays.stream(names).map(name -> EventProbe.call(name, service, false)).toList();
  }

  /** The events that a trail is to record, and a metric filter to catch. */
  public List<EventProbe> probes() {
    return probes;
  }

  /** Whether a rule of EventBridge would have to be there in every Region. */
  public boolean happensInAllRegions() {
    return reach == Reach.ALL_REGIONS;
  }

  /** The events of all topics. */
  public static Stream<EventProbe> all() {
    return Arrays.stream(values()).flatMap(topic -> topic.probes.stream());
  }
}
