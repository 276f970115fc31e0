/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.fact.net.FirstMatch.Action;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class FirstMatchTest {

  private static final int ROUNDS = 150;
  private static final int[] PROTOCOLS = {6, 17, 99};
  private static final int[] KEYS = {0, 21, 22, 23, 65535};
  private static final int ADDRESSES = 6;
  private static final List<Action> ACTIONS = List.of(Action.values());

  private record Rule(Action action, Flows matched, boolean exactly) {

    static Rule random(Random random, Toy toy) {
      IpSet addresses = IpSet.empty(toy.family());
      for (int n = 1 + random.nextInt(3); n > 0; n--) {
        addresses = addresses.union(IpSet.of(toy.cidr(random.nextInt(ADDRESSES))));
      }
      int lo = KEYS[random.nextInt(KEYS.length)];
      int hi = KEYS[random.nextInt(KEYS.length)];
      Flows none = Flows.none(toy.family());
      return new Rule(
          ACTIONS.get(random.nextInt(3)),
          random.nextInt(3) == 0
              ? none.withAllProtocols(addresses)
              : none.with(
                  PROTOCOLS[random.nextInt(2)], Math.min(lo, hi), Math.max(lo, hi), addresses),
          random.nextInt(3) != 0);
    }
  }

  /** What may become of one packet: each rule that is uncertain matches it or does not. */
  private static Set<Action> outcomes(List<Rule> rules, int protocol, int key, Cidr address) {
    if (rules.isEmpty()) {
      return EnumSet.of(Action.DENY);
    }
    Rule first = rules.get(0);
    List<Rule> others = rules.subList(1, rules.size());
    if (!first.matched.contains(protocol, key, address)) {
      return outcomes(others, protocol, key, address);
    }
    Set<Action> outcomes =
        first.action == Action.UNKNOWN
            ? EnumSet.of(Action.ALLOW, Action.DENY)
            : EnumSet.of(first.action);
    if (!first.exactly) {
      outcomes.addAll(outcomes(others, protocol, key, address));
    }
    return outcomes;
  }

  static List<Toy> corners() {
    return Toy.corners();
  }

  @ParameterizedTest
  @MethodSource("corners")
  void allowed_ofAnyRules_isWhatEveryAndWhatSomeCompletionAllows(Toy toy) {
    Random random = new Random(1);
    for (int round = 0; round < ROUNDS; round++) {
      List<Rule> rules = new ArrayList<>();
      FirstMatch match = new FirstMatch(toy.family());
      for (int n = random.nextInt(7); n > 0; n--) {
        Rule rule = Rule.random(random, toy);
        rules.add(rule);
        match.add(rule.action, rule.matched, rule.exactly);
      }
      Tri<Flows> allowed = match.allowed();
      for (int protocol : PROTOCOLS) {
        for (int key : KEYS) {
          for (int i = 0; i <= ADDRESSES; i++) { // the last one is in no rule
            Set<Action> outcomes = outcomes(rules, protocol, key, toy.cidr(i));
            assertThat(allowed.must().contains(protocol, key, toy.cidr(i)))
                .as("%s: %s %s %s", rules, protocol, key, toy.cidr(i))
                .isEqualTo(!outcomes.contains(Action.DENY));
            assertThat(allowed.may().contains(protocol, key, toy.cidr(i)))
                .as("%s: %s %s %s", rules, protocol, key, toy.cidr(i))
                .isEqualTo(outcomes.contains(Action.ALLOW));
          }
        }
      }
    }
  }

  @Test
  void allowed_byNoRule_isNothing() {
    FirstMatch match = new FirstMatch(AddressFamily.IPV6);
    assertThat(match.allowed()).isEqualTo(Tri.exactly(Flows.none(AddressFamily.IPV6)));
  }

  @Test
  void allowed_byRulesThatAreCertain_isExact() {
    FirstMatch match = new FirstMatch(AddressFamily.IPV4);
    Flows all = Flows.all(AddressFamily.IPV4);
    Flows ssh = Flows.none(AddressFamily.IPV4).with(6, 22, 22, IpSet.all(AddressFamily.IPV4));
    match.add(Action.DENY, ssh, true);
    match.add(Action.ALLOW, all, true);
    match.add(Action.DENY, all, true);
    assertThat(match.allowed()).isEqualTo(Tri.exactly(all.minus(ssh)));
  }

  @Test
  void allowed_behindADenialThatIsUncertain_mayBeButNeedNot() {
    FirstMatch match = new FirstMatch(AddressFamily.IPV4);
    Flows all = Flows.all(AddressFamily.IPV4);
    match.add(Action.DENY, all, false);
    match.add(Action.ALLOW, all, true);
    assertThat(match.allowed()).isEqualTo(new Tri<>(Flows.none(AddressFamily.IPV4), all));
  }
}
