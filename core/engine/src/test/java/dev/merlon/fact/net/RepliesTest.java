/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class RepliesTest {

  private static final int[] PROTOCOLS = {0, 1, 6, 17, 47, 58, 255};
  private static final int[] KEYS = {
    0, 1, 22, 255, 256, 443, 1023, 1024, 2047, 2048, 2049, 2303, 2304, 32767, 32768, 33023, 33024,
    33279, 33280, 65535
  };
  private static final int ADDRESSES = 3;

  static Iterable<Toy> corners() {
    return Toy.corners();
  }

  private static boolean isAnswered(Flows leaving, int protocol, int key, Cidr client) {
    return switch (protocol) {
      case 6, 17 ->
          IntStream.of(KEYS) // what leaves ends at one of these
              .filter(port -> port > 0)
              .anyMatch(port -> leaving.contains(protocol, port, client));
      case 1 -> leaving.contains(1, key / 256 == 8 ? 0 : key, client);
      case 58 -> leaving.contains(58, key / 256 == 128 ? 129 * 256 : key, client);
      default -> leaving.contains(protocol, key, client);
    };
  }

  @ParameterizedTest
  @MethodSource("corners")
  void possible_givenAnythingThatLeaves_isWhatSomeReplyOfItAnswers(Toy toy) {
    Random random = new Random(1);
    for (int round = 0; round < 12; round++) {
      Flows leaving = Flows.none(toy.family());
      for (int n = random.nextInt(6); n > 0; n--) {
        IpSet addresses = IpSet.of(toy.cidr(random.nextInt(ADDRESSES)));
        int a = KEYS[random.nextInt(KEYS.length)];
        int b = KEYS[random.nextInt(KEYS.length)];
        int protocol = PROTOCOLS[random.nextInt(PROTOCOLS.length)];
        leaving =
            random.nextInt(8) == 0
                ? leaving.withAllProtocols(addresses)
                : leaving.with(protocol, Math.min(a, b), Math.max(a, b), addresses);
      }
      Flows answered = Replies.possible(leaving);
      for (int protocol : PROTOCOLS) {
        for (int i = 0; i < ADDRESSES; i++) {
          for (int key : KEYS) {
            assertThat(answered.contains(protocol, key, toy.cidr(i)))
                .as("%s %s %s of %s", protocol, key, toy.cidr(i), leaving)
                .isEqualTo(isAnswered(leaving, protocol, key, toy.cidr(i)));
          }
        }
      }
    }
  }

  @Test
  void possible_ifOnlyThePortZeroLeaves_isNothing() {
    IpSet any = IpSet.all(AddressFamily.IPV4);
    Flows none = Flows.none(AddressFamily.IPV4);
    assertThat(Replies.possible(none.with(6, 0, 0, any).with(17, 0, 0, any))).isEqualTo(none);
  }

  @Test
  void possible_ifOnePortLeaves_isEveryPortToHere() {
    IpSet any = IpSet.all(AddressFamily.IPV4);
    Flows none = Flows.none(AddressFamily.IPV4);
    assertThat(Replies.possible(none.with(6, 443, 443, any)))
        .isEqualTo(none.with(6, 0, 65535, any));
  }

  @Test
  void possible_ifNothingOrEverythingLeaves_isThat() {
    for (AddressFamily family : AddressFamily.values()) {
      assertThat(Replies.possible(Flows.none(family))).isEqualTo(Flows.none(family));
      assertThat(Replies.possible(Flows.all(family))).isEqualTo(Flows.all(family));
    }
  }
}
