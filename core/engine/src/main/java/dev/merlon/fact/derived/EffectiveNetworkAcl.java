/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import dev.merlon.fact.ec2.NetworkAclAssociation;
import dev.merlon.fact.ec2.Subnet;
import java.util.Collection;

/**
 * The network ACL of a subnet, which has exactly one. There is one for every subnet. Carries its
 * own doubt.
 *
 * @param networkAclId the ACL; empty if it is not known
 * @param doubt why it is not known; empty if it is
 */
public record EffectiveNetworkAcl(
    String subnetId, String account, String region, String networkAclId, String doubt) {

  /**
   * Finds the ACL.
   *
   * @param associations the {@link NetworkAclAssociation}s of the subnet
   */
  public static EffectiveNetworkAcl of(
      Subnet subnet, Collection<?> associations, MissingReads missing) {
    boolean known = associations.size() == 1;
    return new EffectiveNetworkAcl(
        subnet.subnetId(),
        subnet.account(),
        subnet.region(),
        known ? ((NetworkAclAssociation) associations.iterator().next()).networkAclId() : "",
        known
            ? ""
            : missing.because(
                "the network ACL of " + subnet.subnetId() + " is not known",
                "NetworkAclAssociation",
                subnet.account(),
                subnet.region()));
  }
}
