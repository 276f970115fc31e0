/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.policy;

import dev.merlon.fact.policy.PolicyStatement.Effect;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The service control policies on the path from the organization's root to one account: what they
 * leave of an action (SCP-1 to SCP-8).
 *
 * <p>Every question is a {@link Request}. "Is it denied outside our Regions?" fixes {@code
 * aws:RequestedRegion} to none of ours, "to everyone but the break-glass role?" {@code
 * aws:PrincipalArn} to none of those, "to the root user?" {@code aws:PrincipalArn} to the root's.
 */
public final class ScpCeiling {

  /** A policy that is attached; {@link PolicyDocument#unreadable} if its text is not known. */
  public record Policy(String id, PolicyDocument document) {}

  /**
   * The root, an organizational unit or the account, with the policies attached to it. AWS keeps at
   * least one everywhere, so a level without any was not read (SCP-8).
   */
  public record Level(String name, List<Policy> policies) {

    public Level {
      policies = List.copyOf(policies);
    }

    /** Stands for a level of which it is not known what is attached, or only in part. */
    public static Level unread(String name, String why) {
      return new Level(
          name, List.of(new Policy("what is attached", PolicyDocument.unreadable(why))));
    }

    /** What is not known of this level, "" if everything is. */
    private String doubt() {
      if (policies.isEmpty()) {
        return "no policy is known at " + name + ", where AWS keeps at least one";
      }
      return policies.stream()
          .filter(policy -> !policy.document().isReadable())
          .map(policy -> policy.id() + " at " + name + ": " + policy.document().problem())
          .collect(Collectors.joining("; "));
    }

    private Truth any(Function<PolicyDocument, Truth> question) {
      Truth result = policies.isEmpty() ? Truth.UNDECIDED : Truth.FALSE;
      for (Policy policy : policies) {
        result = result.or(question.apply(policy.document()));
      }
      return result;
    }
  }

  /** An answer, and why. */
  public record Decision(Ceiling ceiling, String reason) {}

  private static final Glob SERVICE_LINKED_ROLE = Glob.of("arn:*:iam::*:role/aws-service-role/*");

  private static final Glob ROLE = Glob.of("arn:*:iam::*:role/*");
  private static final List<String> TAKEOVERS =
      List.of("iam:CreateRole", "iam:UpdateAssumeRolePolicy");

  private final List<Level> levels;
  private final String exemption;

  private ScpCeiling(List<Level> levels, String exemption) {
    this.levels = List.copyOf(levels);
    this.exemption = exemption;
  }

  /** Takes the levels from the root down to the account. */
  public static ScpCeiling of(List<Level> levels) {
    return new ScpCeiling(levels, "");
  }

  /**
   * Stands for an account that no SCP binds: it is the management account, or the policy type is
   * off, or the organization has consolidated billing only (SCP-3).
   */
  public static ScpCeiling notRestricted(String why) {
    return new ScpCeiling(List.of(), why);
  }

  /** Answers what is left of the request, and names the level and the policy that decide. */
  public Decision decide(Request request) {
    if (!exemption.isEmpty()) {
      return new Decision(Ceiling.NOT_RESTRICTED, exemption);
    }
    if (isByServiceLinkedRole(request)) {
      return new Decision(Ceiling.NOT_RESTRICTED, "a service-linked role is bound by no SCP");
    }
    List<String> conditions = new ArrayList<>();
    for (Level level : levels) {
      for (Policy policy : level.policies()) {
        for (PolicyStatement statement : policy.document().statements()) {
          if (statement.effect() == Effect.DENY) {
            Truth denies = statement.appliesTo(request);
            String where = "explicit Deny at " + level.name() + " by " + policy.id();
            if (denies == Truth.TRUE) {
              return new Decision(Ceiling.DENIED, where);
            }
            if (denies == Truth.UNDECIDED) {
              conditions.add(where + dependence(statement, request));
            }
          }
        }
      }
    }
    for (Level level : levels) {
      Truth allows = level.any(document -> document.allows(request));
      if (allows == Truth.FALSE) {
        return new Decision(Ceiling.DENIED, "no Allow of " + request + " at " + level.name());
      }
      if (allows == Truth.UNDECIDED) {
        conditions.add("Allow at " + level.name() + " does not always apply");
      }
    }
    List<String> doubts = doubts();
    if (!doubts.isEmpty()) {
      return new Decision(Ceiling.UNKNOWN, String.join("; ", doubts));
    }
    return conditions.isEmpty()
        ? new Decision(Ceiling.ALLOWED, "no Deny of " + request + ", and an Allow at every level")
        : new Decision(Ceiling.CONDITIONAL, String.join("; ", conditions));
  }

  /**
   * Returns those of the exempt role ARNs, wildcards included, that a principal who is not exempt
   * may perhaps create, or open to itself: what is denied to everyone but them is then denied to
   * nobody who administers roles (SCP-4).
   */
  public List<String> unguardedRoles(Collection<String> exemptPrincipalArns) {
    return exemptPrincipalArns.stream()
        .filter(arn -> ROLE.intersects(Glob.of(arn)))
        .filter(
            arn ->
                TAKEOVERS.stream()
                    .map(action -> Request.of(action).on(arn))
                    .map(request -> request.withNoneOf("aws:PrincipalArn", exemptPrincipalArns))
                    .anyMatch(request -> decide(request).ceiling() != Ceiling.DENIED))
        .toList();
  }

  /**
   * Whether anything is restricted at all: a policy denies something, or a level allows less than
   * everything. Undecided if what is known does not restrict and something is not known.
   */
  public Truth restricts() {
    Truth result = levels.isEmpty() && exemption.isEmpty() ? Truth.UNDECIDED : Truth.FALSE;
    for (Level level : levels) {
      result = result.or(level.any(document -> document.has(Effect.DENY)));
      result = result.or(level.any(PolicyDocument::allowsEverything).not());
    }
    return result;
  }

  /** Returns the levels at which certainly nothing is allowed, so that nothing at all works. */
  public List<String> lockedOutAt() {
    return levelsThatAllow(Truth.FALSE);
  }

  /** Returns the levels at which nothing is known to be allowed, and not everything is known. */
  public List<String> maybeLockedOutAt() {
    return levelsThatAllow(Truth.UNDECIDED);
  }

  /** Returns what is not known, from the root down; an account that nothing binds has no doubts. */
  public List<String> doubts() {
    if (levels.isEmpty() && exemption.isEmpty()) {
      return List.of("no level of the organization is known");
    }
    return levels.stream().map(Level::doubt).filter(doubt -> !doubt.isEmpty()).toList();
  }

  private List<String> levelsThatAllow(Truth any) {
    return levels.stream()
        .filter(level -> level.any(document -> document.has(Effect.ALLOW)) == any)
        .map(Level::name)
        .toList();
  }

  private static boolean isByServiceLinkedRole(Request request) {
    String principal = request.singleValue("aws:PrincipalArn");
    return request.isByServiceLinkedRole()
        || (principal != null && SERVICE_LINKED_ROLE.coversAsArn(Glob.literal(principal)));
  }

  private static String dependence(PolicyStatement statement, Request request) {
    List<String> parts = statement.dependsOn(request);
    return parts.isEmpty() ? "" : ", depending on " + String.join(", ", parts);
  }
}
