/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import dev.merlon.fact.ec2.EgressOnlyInternetGateway;
import dev.merlon.fact.ec2.Vpc;
import dev.merlon.fact.net.Tri;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The gateways of a VPC that let out and not in. There is one for every VPC.
 *
 * @param nats by id
 * @param egressOnly the egress-only internet gateways that are known, and whether they are attached
 *     to the VPC, by id
 * @param missing what could not be read
 */
public record EgressGateways(
    String vpcId,
    String account,
    String region,
    Map<String, NatPath> nats,
    Map<String, Boolean> egressOnly,
    MissingReads missing) {

  public EgressGateways {
    nats = Map.copyOf(nats);
    egressOnly = Map.copyOf(egressOnly);
  }

  /**
   * Sorts them by id.
   *
   * @param nats the {@link NatPath}s of the VPC
   * @param egressOnly the {@link EgressOnlyInternetGateway}s of its account and Region
   */
  public static EgressGateways of(
      Vpc vpc, Collection<?> nats, Collection<?> egressOnly, MissingReads missing) {
    Map<String, NatPath> byId = new HashMap<>();
    nats.forEach(nat -> byId.put(((NatPath) nat).natGatewayId(), (NatPath) nat));
    Map<String, Boolean> attached = new HashMap<>();
    for (Object each : egressOnly) {
      EgressOnlyInternetGateway gateway = (EgressOnlyInternetGateway) each;
      attached.put(
          gateway.egressOnlyInternetGatewayId(),
          gateway.isAttached() && gateway.vpcId().equals(vpc.vpcId()));
    }
    return new EgressGateways(vpc.vpcId(), vpc.account(), vpc.region(), byId, attached, missing);
  }

  @Nullable NatPath nat(String natGatewayId) {
    return nats.get(natGatewayId);
  }

  /** Whether an egress-only internet gateway lets out; one that nobody knows may. */
  Tri<Boolean> letsOut(String egressOnlyInternetGatewayId) {
    Boolean attached = egressOnly.get(egressOnlyInternetGatewayId);
    return attached == null ? Tris.PERHAPS : Tri.exactly(attached);
  }
}
