/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FlowsTest {

  private static final int OTHERS = 256;
  private static final int[] PROTOCOLS = {0, 1, 6, 17, 58, 254, 255};
  private static final IpSet ANY = IpSet.all(AddressFamily.IPV4);
  private static final IpSet OFFICE = IpSet.of(Cidr.parse("203.0.113.0/24"));
  private static final IpSet HOME = IpSet.of(Cidr.parse("198.51.100.7/32"));
  private static final Flows NONE = Flows.none(AddressFamily.IPV4);

  /** A relation protocol by protocol, and the same relation from the code under test. */
  private record Pair(List<PortMap> protocols, Flows flows) {

    static Pair random(Random random) {
      List<PortMap> protocols =
          new ArrayList<>(Collections.nCopies(OTHERS + 1, PortMap.empty(AddressFamily.IPV4)));
      Flows flows = NONE;
      for (int n = random.nextInt(6); n > 0; n--) {
        IpSet addresses = IpSet.of(Cidr.of(AddressFamily.IPV4, 0, random.nextInt(2) * 7L, 30));
        if (random.nextInt(4) == 0) {
          protocols.replaceAll(ports -> ports.with(0, 65535, addresses));
          flows = flows.withAllProtocols(addresses);
        } else {
          int i = PROTOCOLS[random.nextInt(PROTOCOLS.length)];
          int lo = random.nextInt(3) * 40;
          int hi = random.nextInt(3) == 0 ? 65535 : lo + 50;
          protocols.set(i, protocols.get(i).with(lo, hi, addresses));
          flows = flows.with(i, lo, hi, addresses);
        }
      }
      return new Pair(protocols, flows);
    }

    List<PortMap> combine(BinaryOperator<PortMap> operation, Pair other) {
      return IntStream.rangeClosed(0, OTHERS)
          .mapToObj(i -> operation.apply(protocols.get(i), other.protocols.get(i)))
          .toList();
    }
  }

  private static List<PortMap> protocols(Flows flows) {
    return IntStream.rangeClosed(0, OTHERS)
        .mapToObj(i -> i == OTHERS ? flows.otherProtocols() : flows.protocol(i))
        .toList();
  }

  @Test
  void operations_onAnyRelations_agreeWithBruteForceAndTheLawsOfSets() {
    Random random = new Random(1);
    Flows all = Flows.all(AddressFamily.IPV4);
    for (int round = 0; round < 400; round++) {
      Pair x = Pair.random(random);
      Pair y = Pair.random(random);
      Flows a = x.flows;
      Flows b = y.flows;
      assertThat(protocols(a)).isEqualTo(x.protocols);
      assertThat(protocols(a.union(b))).isEqualTo(x.combine(PortMap::union, y));
      assertThat(protocols(a.intersect(b))).isEqualTo(x.combine(PortMap::intersect, y));
      assertThat(protocols(a.minus(b))).isEqualTo(x.combine(PortMap::minus, y));
      assertThat(a.isEmpty()).isEqualTo(x.protocols.stream().allMatch(PortMap::isEmpty));
      assertThat(a.equals(b)).isEqualTo(x.protocols.equals(y.protocols));
      assertThat(a.union(b)).isEqualTo(b.union(a)).hasSameHashCodeAs(b.union(a));
      assertThat(a.minus(b).intersect(b)).isEqualTo(NONE);
      assertThat(a.minus(b).union(a.intersect(b))).isEqualTo(a);
      assertThat(all.minus(a.union(b))).isEqualTo(all.minus(a).intersect(all.minus(b)));
      assertThat(a.union(a.intersect(b))).isSameAs(a);
      assertThat(a.intersect(b).union(a)).isSameAs(a);
      assertThat(a.intersect(all)).isEqualTo(a);
    }
  }

  @Test
  void union_ofTwoRules_isNoProduct() {
    Flows flows = NONE.with(6, 443, 443, OFFICE).union(NONE.with(6, 22, 22, HOME));
    assertThat(flows.protocol(6).at(443)).isEqualTo(OFFICE);
    assertThat(flows.protocol(6).at(22)).isEqualTo(HOME);
    assertThat(flows.protocol(17).isEmpty()).isTrue();
  }

  @Test
  void withAllProtocols_onOneThatIsWritten_writesIntoItAndAllTheOthers() {
    Flows flows = NONE.with(6, 22, 22, OFFICE).withAllProtocols(HOME);
    assertThat(flows.protocol(6).at(22)).isEqualTo(OFFICE.union(HOME));
    assertThat(flows.protocol(6).at(23)).isEqualTo(HOME);
    assertThat(flows.protocol(50).at(0)).isEqualTo(HOME);
    assertThat(flows.otherProtocols().at(65535)).isEqualTo(HOME);
    assertThat(flows.protocols()).containsExactly(6);
    assertThat(flows)
        .hasToString(
            "{6={0-21=198.51.100.7/32; 22=198.51.100.7/32,203.0.113.0/24; 23-65535=198.51.100.7/32};"
                + " other={0-65535=198.51.100.7/32}}");
  }

  @Test
  void equals_protocolWrittenLikeTheOthers_makesNoDifference() {
    Flows written = NONE.with(6, 0, 65535, ANY).withAllProtocols(ANY).with(17, 53, 53, HOME);
    Flows all = Flows.all(AddressFamily.IPV4);
    assertThat(written).isEqualTo(all).hasSameHashCodeAs(all);
    assertThat(NONE.with(6, 0, 65535, IpSet.empty(AddressFamily.IPV4))).isSameAs(NONE);
  }

  @Test
  void equals_everyNumberWritten_stillDiffersInTheOtherProtocols() {
    Flows flows = NONE;
    for (int protocol = 0; protocol <= 255; protocol++) {
      flows = flows.with(protocol, 0, 65535, ANY);
    }
    assertThat(flows).isNotEqualTo(Flows.all(AddressFamily.IPV4));
    assertThat(flows.otherProtocols().isEmpty()).isTrue();
    assertThat(flows.protocols()).hasSize(256);
  }

  @Test
  void protocols_outsideOfTheRange_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NONE.with(Protocols.ALL, 0, 65535, ANY))
        .withMessageContaining("withAllProtocols");
    assertThatIllegalArgumentException().isThrownBy(() -> NONE.with(256, 0, 65535, ANY));
    assertThatIllegalArgumentException().isThrownBy(() -> NONE.protocol(256));
    assertThatIllegalArgumentException().isThrownBy(() -> NONE.with(6, 3, 2, ANY));
  }

  @Test
  void operations_onTwoFamilies_areRefused() {
    Flows ipv6 = Flows.none(AddressFamily.IPV6);
    assertThat(NONE).isNotEqualTo(ipv6);
    assertThatIllegalArgumentException().isThrownBy(() -> NONE.minus(ipv6));
    assertThatIllegalArgumentException().isThrownBy(() -> ipv6.withAllProtocols(ANY));
  }

  @Test
  void queries_ofAnyRelation_agreeWithBruteForce() {
    Random random = new Random(2);
    for (int round = 0; round < 200; round++) {
      Pair x = Pair.random(random);
      Pair y = Pair.random(random);
      IpSet some = y.flows.addresses();
      IpSet all =
          x.protocols.stream()
              .map(ports -> ports.at(PortSet.all()))
              .reduce(IpSet.empty(AddressFamily.IPV4), IpSet::union);
      assertThat(x.flows.addresses()).isEqualTo(all);
      assertThat(protocols(x.flows.within(some)))
          .isEqualTo(
              x.protocols.stream()
                  .map(ports -> ports.intersect(PortMap.everywhere(some)))
                  .toList());
      int protocol = PROTOCOLS[random.nextInt(PROTOCOLS.length)];
      PortMap ports = y.flows.protocol(PROTOCOLS[random.nextInt(PROTOCOLS.length)]);
      List<PortMap> replaced = new ArrayList<>(x.protocols);
      replaced.set(protocol, ports);
      assertThat(protocols(x.flows.withProtocol(protocol, ports))).isEqualTo(replaced);
      for (int key : new int[] {0, 40, 90, 91, 65535}) {
        for (Cidr address : List.of(Cidr.parse("0.0.0.5/32"), Cidr.parse("0.0.0.9/32"))) {
          assertThat(x.flows.contains(protocol, key, address))
              .isEqualTo(x.protocols.get(protocol).at(key).contains(address));
        }
      }
      assertThat(x.flows.protocols())
          .isEqualTo(
              IntStream.range(0, OTHERS)
                  .filter(i -> !x.protocols.get(i).equals(x.protocols.get(OTHERS)))
                  .boxed()
                  .toList());
    }
  }

  @Test
  void withProtocol_ofTheSamePorts_changesNothing() {
    Flows flows = NONE.with(6, 22, 22, OFFICE).withAllProtocols(HOME);
    assertThat(flows.withProtocol(6, flows.protocol(6))).isEqualTo(flows);
    assertThat(flows.withProtocol(17, flows.otherProtocols())).isEqualTo(flows);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> flows.withProtocol(256, flows.otherProtocols()));
  }
}
