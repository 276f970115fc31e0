/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import static dev.merlon.fact.derived.NetworkWorld.association;
import static dev.merlon.fact.derived.NetworkWorld.missing;
import static dev.merlon.fact.derived.NetworkWorld.subnet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class EffectiveRouteTableTest {

  private static EffectiveRouteTable found(String table, boolean implicit, String doubt) {
    return new EffectiveRouteTable("subnet-1", "1", "r", table, implicit, doubt);
  }

  @Test
  void of_aSubnetWithATableOfItsOwn_isThatWhateverElseIsMissing() {
    assertThat(
            EffectiveRouteTable.of(
                subnet(""),
                List.of(association("rtb-2", "subnet-1")),
                List.of(association("rtb-1", "main")),
                missing("RouteTableAssociation")))
        .isEqualTo(found("rtb-2", false, ""));
  }

  @Test
  void of_aSubnetWithoutATable_isTheMainOne() {
    assertThat(
            EffectiveRouteTable.of(
                subnet(""), List.of(), List.of(association("rtb-1", "main")), missing()))
        .isEqualTo(found("rtb-1", true, ""));
  }

  @Test
  void of_aSubnetWhoseTableMayBeMissing_isNotTheMainOne() {
    assertThat(
            EffectiveRouteTable.of(
                subnet(""),
                List.of(),
                List.of(association("rtb-1", "main")),
                missing("RouteTableAssociation")))
        .isEqualTo(
            found(
                "",
                true,
                "the route table of subnet-1 is not known: RouteTableAssociation could not be"
                    + " read: denied"));
  }

  @Test
  void of_aSharedSubnet_isItsOwners() {
    assertThat(
            EffectiveRouteTable.of(
                subnet("2"), List.of(), List.of(association("rtb-1", "main")), missing()))
        .isEqualTo(found("", true, "the route table of subnet-1 is its owner's, 2"));
  }

  @Test
  void of_noTableOrTwo_isNotKnown() {
    assertThat(EffectiveRouteTable.of(subnet(""), List.of(), List.of(), missing()))
        .isEqualTo(found("", true, "subnet-1 has no route table"));
    assertThat(
            EffectiveRouteTable.of(
                subnet(""),
                List.of(association("rtb-1", "subnet-1"), association("rtb-2", "subnet-1")),
                List.of(),
                missing()))
        .isEqualTo(found("", false, "subnet-1 has 2 route tables"));
  }
}
