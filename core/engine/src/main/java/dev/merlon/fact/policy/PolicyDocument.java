/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.policy;

import dev.merlon.fact.policy.PolicyStatement.Effect;
import java.util.List;
import java.util.function.Predicate;

/**
 * The text of one policy, read: of an identity, of an organization, of a role's trust, of a
 * resource.
 *
 * <p>A document that is not understood to its last element is undecided as a whole: nobody knows
 * what the rest of it would have said.
 */
public final class PolicyDocument {

  private final List<PolicyStatement> statements;
  private final String problem;

  private PolicyDocument(List<PolicyStatement> statements, String problem) {
    this.statements = List.copyOf(statements);
    this.problem = problem;
  }

  /**
   * Reads a document, as JSON or as the URL-encoded JSON that IAM hands out. Never throws: what
   * cannot be understood is the document's {@link #problem}.
   */
  public static PolicyDocument parse(String text) {
    try {
      return new PolicyDocument(PolicyReader.read(text), "");
    } catch (IllegalArgumentException e) {
      return unreadable(String.valueOf(e.getMessage()));
    }
  }

  /** Stands for a document that is there and was not collected, or not in full. */
  public static PolicyDocument unreadable(String problem) {
    return new PolicyDocument(List.of(), problem.isBlank() ? "not known why" : problem);
  }

  /** Returns what is not understood, "" if everything is. */
  public String problem() {
    return problem;
  }

  public boolean isReadable() {
    return problem.isEmpty();
  }

  /** Returns the statements in their order; none of a document with a problem. */
  public List<PolicyStatement> statements() {
    return statements;
  }

  /** Whether a statement that allows applies to the request; says nothing of those that deny. */
  public Truth allows(Request request) {
    return applies(Effect.ALLOW, request);
  }

  /** Whether a statement that denies applies to the request. */
  public Truth denies(Request request) {
    return applies(Effect.DENY, request);
  }

  /**
   * Whether one of the statements allows every action on every resource without any condition.
   * Undecided only for a document with a problem.
   */
  public Truth allowsEverything() {
    return has(statement -> statement.effect() == Effect.ALLOW && statement.isAboutEverything());
  }

  /**
   * Whether any of the statements has this effect. Undecided only for a document with a problem.
   */
  public Truth has(Effect effect) {
    return has(statement -> statement.effect() == effect);
  }

  private Truth has(Predicate<PolicyStatement> sought) {
    return isReadable() ? Truth.of(statements.stream().anyMatch(sought)) : Truth.UNDECIDED;
  }

  private Truth applies(Effect effect, Request request) {
    Truth result = isReadable() ? Truth.FALSE : Truth.UNDECIDED;
    for (PolicyStatement statement : statements) {
      if (statement.effect() == effect) {
        result = result.or(statement.appliesTo(request));
      }
    }
    return result;
  }
}
