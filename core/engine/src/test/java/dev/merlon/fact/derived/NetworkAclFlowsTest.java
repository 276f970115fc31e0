/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.fact.net.AddressFamily;
import dev.merlon.fact.net.Cidr;
import dev.merlon.fact.net.Flows;
import dev.merlon.fact.net.IpSet;
import dev.merlon.fact.net.Tri;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NetworkAclFlowsTest {

  private static final Flows NONE = Flows.none(AddressFamily.IPV4);
  private static final Flows ALL = Flows.all(AddressFamily.IPV4);
  private static final Flows SSH = NONE.with(6, 22, 22, IpSet.all(AddressFamily.IPV4));

  private static NetworkAclFlows of(String... entries) {
    NetworkWorld world = new NetworkWorld();
    world.entries = List.of(entries);
    return world.acl();
  }

  @Test
  void of_entriesInAnyOrder_letsTheLowestNumberDecide() {
    NetworkAclFlows acl =
        of(
            "in 200 allow -1 0.0.0.0/0",
            "in 100 deny 6 0.0.0.0/0 22 22",
            "out 50 deny -1 0.0.0.0/0");
    assertThat(acl.in(AddressFamily.IPV4)).isEqualTo(Tri.exactly(ALL.minus(SSH)));
    assertThat(acl.out(AddressFamily.IPV4)).isEqualTo(Tri.exactly(NONE));
    assertThat(acl.in(AddressFamily.IPV6)).isEqualTo(Tri.exactly(Flows.none(AddressFamily.IPV6)));
    assertThat(acl.doubts()).isEmpty();
    assertThat(acl.decisive(false, 6, 22, Cidr.parse("1.0.0.0/32"))).isEqualTo("acl-1 in#100 deny");
    assertThat(acl.decisive(false, 6, 23, Cidr.parse("1.0.0.0/32")))
        .isEqualTo("acl-1 in#200 allow");
    assertThat(acl.decisive(false, 6, 23, Cidr.parse("1::/128"))).isEqualTo("acl-1 in no entry");
  }

  @Test
  void of_noEntries_letsNothingThrough() {
    NetworkAclFlows acl = of();
    assertThat(acl.in(AddressFamily.IPV4)).isEqualTo(Tri.exactly(NONE));
    assertThat(acl.answered(AddressFamily.IPV4)).isEqualTo(Tri.exactly(NONE));
  }

  @ParameterizedTest
  @CsvSource({
    "in 100 allow 6 0.0.0.0/0 22 22",
    "in 100 allow tcp 0.0.0.0/0 22 22",
  })
  void of_anEntryOfTcp_letsItsPortsIn(String entry) {
    assertThat(of(entry).in(AddressFamily.IPV4)).isEqualTo(Tri.exactly(SSH));
  }

  @Test
  void of_anEntryOfTcpWithoutPorts_letsAllIn() {
    assertThat(of("in 100 allow 6 0.0.0.0/0").in(AddressFamily.IPV4))
        .isEqualTo(Tri.exactly(NONE.with(6, 0, 65535, IpSet.all(AddressFamily.IPV4))));
  }

  @Test
  void of_anEntryOfIcmp_letsItsTypeIn() {
    assertThat(of("in 100 allow 1 0.0.0.0/0 8 -1").in(AddressFamily.IPV4))
        .isEqualTo(Tri.exactly(NONE.with(1, 2048, 2303, IpSet.all(AddressFamily.IPV4))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "allow x 0.0.0.0/0       | protocol x, ports -1 to -1",
        "allow 256 0.0.0.0/0     | protocol 256, ports -1 to -1",
        "allow 6 0.0.0.0/0 30 20 | protocol 6, ports 30 to 20",
        "allow 1 0.0.0.0/0 300 0 | protocol 1, ports 300 to 0",
        "log -1 0.0.0.0/0        | action log",
        "allow -1 ''             | it names no addresses",
      })
  void of_anOddEntry_letsNothingMoreInForCertain(String entry, String doubt) {
    NetworkAclFlows acl = of("in 90 " + entry.replace("''", ""));
    assertThat(acl.in(AddressFamily.IPV4).must()).isEqualTo(NONE);
    assertThat(acl.in(AddressFamily.IPV4).may()).isNotEqualTo(NONE);
    assertThat(acl.doubts())
        .containsExactly(
            new Doubt(
                "NACL_ENTRY_NOT_UNDERSTOOD", "entry in#90 of acl-1 is not understood: " + doubt));
  }

  @ParameterizedTest
  @CsvSource({
    "deny x 0.0.0.0/0",
    "deny 6 0.0.0.0/0 30 20",
    "deny -1 10.0.0.0/33",
    "deny -1 10.0.0.0",
    "log -1 0.0.0.0/0"
  })
  void of_anOddEntryBeforeOneThatAllows_takesFromWhatIsCertainOnly(String entry) {
    Tri<Flows> in = of("in 90 " + entry, "in 100 allow -1 0.0.0.0/0").in(AddressFamily.IPV4);
    assertThat(in.may()).isEqualTo(ALL);
    assertThat(in.must().protocol(6).isEmpty()).isTrue();
  }

  @Test
  void of_anOddEntryBehindOneThatAllows_changesNothing() {
    assertThat(of("in 100 allow -1 0.0.0.0/0", "in 110 deny x 0.0.0.0/0").in(AddressFamily.IPV4))
        .isEqualTo(Tri.exactly(ALL));
  }

  @Test
  void of_entriesThatAreMissing_isNotKnown() {
    NetworkWorld world = new NetworkWorld();
    world.missing = NetworkWorld.missing("NetworkAclEntry");
    NetworkAclFlows acl = world.acl();
    assertThat(acl.in(AddressFamily.IPV4)).isEqualTo(new Tri<>(NONE, ALL));
    assertThat(acl.answered(AddressFamily.IPV4)).isEqualTo(new Tri<>(NONE, ALL));
    assertThat(acl.doubts())
        .containsExactly(
            new Doubt(
                "NACL_FACT_MISSING",
                "the entries of acl-1 are not known: NetworkAclEntry could not be read: denied"));
  }

  @Test
  void answered_ifTwoPortsGetOut_isTcpFromThose() {
    assertThat(of("out 100 allow 6 0.0.0.0/0 80 80").answered(AddressFamily.IPV4))
        .isEqualTo(Tri.exactly(NONE.with(6, 0, 65535, IpSet.all(AddressFamily.IPV4))));
  }
}
