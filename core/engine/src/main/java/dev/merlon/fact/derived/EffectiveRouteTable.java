/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import dev.merlon.fact.ec2.RouteTableAssociation;
import dev.merlon.fact.ec2.Subnet;
import java.util.Collection;

/**
 * The route table that a subnet uses: its own, otherwise the main one of its VPC, never of another
 * (D1, RT-2). There is one for every subnet. Carries its own doubt.
 *
 * @param routeTableId the table; empty if it is not known
 * @param implicit whether it is the main one, for want of one of the subnet's own
 * @param doubt why it is not known; empty if it is
 */
public record EffectiveRouteTable(
    String subnetId,
    String account,
    String region,
    String routeTableId,
    boolean implicit,
    String doubt) {

  /**
   * Chooses the table.
   *
   * @param own the {@link RouteTableAssociation}s of the subnet
   * @param main those of the main table of its VPC
   */
  public static EffectiveRouteTable of(
      Subnet subnet, Collection<?> own, Collection<?> main, MissingReads missing) {
    boolean implicit = own.isEmpty();
    Collection<?> candidates = implicit ? main : own;
    String account = subnet.account();
    String region = subnet.region();
    String doubt = "";
    if (implicit && missing.concern("RouteTableAssociation", account, region)) {
      doubt =
          missing.because(
              "the route table of " + subnet.subnetId() + " is not known",
              "RouteTableAssociation",
              account,
              region);
    } else if (implicit && subnet.isShared()) {
      doubt = "the route table of " + subnet.subnetId() + " is its owner's, " + subnet.ownerId();
    } else if (candidates.size() != 1) {
      doubt =
          subnet.subnetId()
              + " has "
              + (candidates.isEmpty() ? "no route table" : candidates.size() + " route tables");
    }
    return new EffectiveRouteTable(
        subnet.subnetId(),
        account,
        region,
        doubt.isEmpty()
            ? ((RouteTableAssociation) candidates.iterator().next()).routeTableId()
            : "",
        implicit,
        doubt);
  }
}
