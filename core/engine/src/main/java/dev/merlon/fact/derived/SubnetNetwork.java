/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import dev.merlon.fact.ec2.Subnet;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * What decides about the traffic of a subnet, found and joined. There is one for every subnet; what
 * is missing is null, and then unknown.
 *
 * @param table which route table it uses
 * @param paths where its route table sends addresses; null if that is not known
 * @param acl which network ACL it has
 * @param aclFlows what its network ACL lets through; null if that is not known
 * @param gateway how its VPC stands to the internet; null if that is not known
 * @param blockPublicAccess what VPC Block Public Access leaves of its traffic
 */
public record SubnetNetwork(
    String subnetId,
    String vpcId,
    String account,
    String region,
    EffectiveRouteTable table,
    @Nullable RoutePaths paths,
    EffectiveNetworkAcl acl,
    @Nullable NetworkAclFlows aclFlows,
    @Nullable EffectiveInternetGateway gateway,
    EffectiveBlockPublicAccess blockPublicAccess) {

  /**
   * Joins what was derived for a subnet.
   *
   * @param paths the {@link RoutePaths} of its route table
   * @param aclFlows the {@link NetworkAclFlows} of its network ACL
   * @param gateways the {@link EffectiveInternetGateway} of its VPC
   */
  public static SubnetNetwork of(
      Subnet subnet,
      EffectiveRouteTable table,
      Collection<?> paths,
      EffectiveNetworkAcl acl,
      Collection<?> aclFlows,
      Collection<?> gateways,
      EffectiveBlockPublicAccess blockPublicAccess) {
    return new SubnetNetwork(
        subnet.subnetId(),
        subnet.vpcId(),
        subnet.account(),
        subnet.region(),
        table,
        Only.of(RoutePaths.class, paths),
        acl,
        Only.of(NetworkAclFlows.class, aclFlows),
        Only.of(EffectiveInternetGateway.class, gateways),
        blockPublicAccess);
  }

  /** Why its route table, or what that says, is not known. */
  Doubt whyNoPaths() {
    return new Doubt(
        "ROUTE_TABLE_FACT_MISSING",
        table.doubt().isEmpty()
            ? "route table " + table.routeTableId() + " is not known"
            : table.doubt());
  }

  /** Why its network ACL, or what that says, is not known. */
  Doubt whyNoAcl() {
    return new Doubt(
        "NACL_FACT_MISSING",
        acl.doubt().isEmpty()
            ? "network ACL " + acl.networkAclId() + " is not known"
            : acl.doubt());
  }

  /** Why it is not known how its VPC stands to the internet. */
  Doubt whyNoGateway() {
    return new Doubt("VPC_FACT_MISSING", "VPC " + vpcId + " is not known");
  }
}
