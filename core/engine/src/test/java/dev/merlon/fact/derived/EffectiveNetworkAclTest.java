/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import static dev.merlon.fact.derived.NetworkWorld.aclAssociation;
import static dev.merlon.fact.derived.NetworkWorld.missing;
import static dev.merlon.fact.derived.NetworkWorld.subnet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class EffectiveNetworkAclTest {

  @Test
  void of_oneAssociation_isItsAcl() {
    assertThat(EffectiveNetworkAcl.of(subnet(""), List.of(aclAssociation("acl-1")), missing()))
        .isEqualTo(new EffectiveNetworkAcl("subnet-1", "1", "r", "acl-1", ""));
  }

  @Test
  void of_noAssociationOrTwo_isNotKnown() {
    String doubt = "the network ACL of subnet-1 is not known";
    assertThat(EffectiveNetworkAcl.of(subnet(""), List.of(), missing()))
        .isEqualTo(new EffectiveNetworkAcl("subnet-1", "1", "r", "", doubt));
    assertThat(
            EffectiveNetworkAcl.of(
                subnet(""),
                List.of(aclAssociation("acl-1"), aclAssociation("acl-2")),
                missing("NetworkAclAssociation")))
        .isEqualTo(
            new EffectiveNetworkAcl(
                "subnet-1",
                "1",
                "r",
                "",
                doubt + ": NetworkAclAssociation could not be read: denied"));
  }
}
