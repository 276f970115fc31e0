/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import dev.merlon.fact.ec2.Subnet;
import dev.merlon.fact.ec2.VpcBlockPublicAccess;
import dev.merlon.fact.ec2.VpcBlockPublicAccessExclusion;
import dev.merlon.fact.net.Tri;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What VPC Block Public Access leaves of a subnet's traffic with the internet (BPA-1 to BPA-5).
 * There is one for every subnet. Carries its own doubt.
 *
 * @param ingress whether connections come in
 * @param natEgress whether traffic of NAT gateways and egress-only internet gateways gets out
 * @param directEgress whether interfaces with a public address get out
 * @param doubt why something is not known; empty if it is
 */
public record EffectiveBlockPublicAccess(
    String subnetId,
    String account,
    String region,
    Tri<Boolean> ingress,
    Tri<Boolean> natEgress,
    Tri<Boolean> directEgress,
    String doubt) {

  /**
   * Weighs the mode and what is excluded from it.
   *
   * @param options the {@link VpcBlockPublicAccess} of the account and Region, one
   * @param ofSubnet the {@link VpcBlockPublicAccessExclusion}s of the subnet
   * @param ofVpc those of its VPC
   */
  public static EffectiveBlockPublicAccess of(
      Subnet subnet,
      Collection<?> options,
      Collection<?> ofSubnet,
      Collection<?> ofVpc,
      MissingReads missing) {
    String account = subnet.account();
    String region = subnet.region();
    if (subnet.isShared()) {
      return unknown(
          subnet,
          "VPC Block Public Access of "
              + subnet.subnetId()
              + " is its owner's, "
              + subnet.ownerId());
    }
    if (options.size() != 1) {
      return unknown(
          subnet,
          missing.because(
              "VPC Block Public Access is not known", "VpcBlockPublicAccess", account, region));
    }
    String mode = ((VpcBlockPublicAccess) options.iterator().next()).internetGatewayBlockMode();
    if (mode.equals("off")) {
      return of(subnet, Tris.YES, Tris.YES, Tris.YES);
    }
    boolean bidirectional = mode.equals("block-bidirectional");
    if (!bidirectional && !mode.equals("block-ingress")) {
      return unknown(subnet, "VPC Block Public Access has the mode \"" + mode + "\"");
    }
    if (missing.concern("VpcBlockPublicAccessExclusion", account, region)) {
      return unknown(
          subnet,
          missing.because(
              "the exclusions from VPC Block Public Access are not known",
              "VpcBlockPublicAccessExclusion",
              account,
              region));
    }
    Set<String> excluded = new TreeSet<>();
    List<Object> exclusions = new ArrayList<>(ofSubnet);
    exclusions.addAll(ofVpc);
    for (Object each : exclusions) {
      VpcBlockPublicAccessExclusion exclusion = (VpcBlockPublicAccessExclusion) each;
      if (exclusion.isInForce()) {
        excluded.add(exclusion.internetGatewayExclusionMode());
      }
    }
    if (excluded.size() > 1) {
      return unknown(
          subnet,
          "the exclusions of " + subnet.subnetId() + " and of its VPC disagree: " + excluded);
    }
    if (excluded.contains("allow-bidirectional")) {
      return of(subnet, Tris.YES, Tris.YES, Tris.YES);
    }
    if (excluded.contains("allow-egress") && bidirectional) {
      return new EffectiveBlockPublicAccess(
          subnet.subnetId(),
          account,
          region,
          Tris.NO,
          Tris.YES,
          Tris.PERHAPS,
          "AWS does not say whether an interface with a public address gets out of "
              + subnet.subnetId()
              + ", which is excluded for egress only");
    }
    if (!excluded.isEmpty() && !excluded.contains("allow-egress")) {
      return unknown(subnet, "an exclusion has the mode " + excluded);
    }
    return bidirectional
        ? of(subnet, Tris.NO, Tris.NO, Tris.NO)
        : of(subnet, Tris.NO, Tris.YES, Tris.NO);
  }

  private static EffectiveBlockPublicAccess of(
      Subnet subnet, Tri<Boolean> ingress, Tri<Boolean> natEgress, Tri<Boolean> directEgress) {
    return new EffectiveBlockPublicAccess(
        subnet.subnetId(), subnet.account(), subnet.region(), ingress, natEgress, directEgress, "");
  }

  private static EffectiveBlockPublicAccess unknown(Subnet subnet, String doubt) {
    return new EffectiveBlockPublicAccess(
        subnet.subnetId(),
        subnet.account(),
        subnet.region(),
        Tris.PERHAPS,
        Tris.PERHAPS,
        Tris.PERHAPS,
        doubt);
  }

  /** Whether traffic is treated as in another subnet (BPA-5). */
  boolean agreesWith(EffectiveBlockPublicAccess other) {
    return List.of(ingress, natEgress, directEgress)
        .equals(List.of(other.ingress, other.natEgress, other.directEgress));
  }
}
