/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import dev.merlon.fact.FactType;
import dev.merlon.rules.AwsRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;

/** What the derivations make of a snapshot, with one session for each turn of them. */
public final class Derived {

  /** The derivations; those that read what others derive come after them. */
  static final List<Set<String>> TURNS =
      List.of(
          Set.of(
              "load-balancer-ports/classic",
              "event-alarms",
              "identity-policies",
              "missing-reads",
              "network-interfaces",
              "prefix-list-addresses",
              "role-trust",
              "root-credentials"),
          Set.of(
              "effective-block-public-access",
              "effective-network-acl",
              "effective-route-table",
              "forwarding",
              "forwarding/by-rule",
              "forwarding/classic",
              "group-exposure",
              "load-balancer-ports",
              "network-acl-flows",
              "organization-trees",
              "privileged-user",
              "route-paths"),
          Set.of("effective-internet-gateway", "effective-scp", "security-groups"),
          Set.of("subnet-network"),
          Set.of(
              "ingress-gate/block-public-access",
              "ingress-gate/internet-gateway",
              "ingress-gate/network-acl",
              "ingress-gate/network-acl-reply",
              "ingress-gate/return-route",
              "nat-path",
              "service-paths",
              "subnet-tier"),
          Set.of("egress-gateways", "subnet-ingress"),
          Set.of("internet-exposure", "subnet-egress"),
          Set.of("internet-egress", "load-balancer-front", "target-side"),
          Set.of("forwarded-front"),
          Set.of("load-balancer-exposure"));

  /** Only the derivations: the others want parameters. */
  private static final KieBase BASE =
      KieBaseBuilder.createKieBaseFromModel(
          AwsRules.all()
              .load()
              .only(rule -> rule.startsWith("dev.merlon.rules.derived."))
              .models());

  private Derived() {}

  /** The facts and gaps of the snapshot, with all that is derived from them. */
  public static List<Object> of(Snapshot snapshot) {
    List<Object> facts = new ArrayList<>(snapshot.facts());
    facts.addAll(
        new Ignorance(snapshot, FactType.all(Derived.class.getClassLoader()), List.of()).gaps());
    for (Set<String> turn : TURNS) {
      facts = fire(BASE, facts, turn, session -> {});
    }
    return facts;
  }

  /**
   * The facts, with those that some rules derive from them.
   *
   * @param preparation sets the globals that the rules of the base want
   */
  static List<Object> fire(
      KieBase base, List<Object> facts, Set<String> rules, Consumer<KieSession> preparation) {
    KieSession session = base.newKieSession();
    try {
      preparation.accept(session);
      facts.forEach(session::insert);
      session.fireAllRules(match -> rules.contains(match.getRule().getName()));
      return List.copyOf(session.getObjects());
    } finally {
      session.dispose();
    }
  }
}
