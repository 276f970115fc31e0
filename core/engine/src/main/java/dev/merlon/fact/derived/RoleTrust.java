/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import dev.merlon.fact.iam.IamRole;
import dev.merlon.fact.policy.PolicyDocument;
import dev.merlon.fact.policy.PolicyStatement;
import dev.merlon.fact.policy.PolicyStatement.Effect;
import dev.merlon.fact.policy.PolicyStatement.Principals;
import dev.merlon.fact.policy.Request;
import dev.merlon.fact.policy.Truth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The trust policy of a role, read once. There is one for every role.
 *
 * @param document unreadable if it is not understood
 */
public record RoleTrust(String roleArn, String account, PolicyDocument document) {

  private static final String PRESENT = "aws:multifactorauthpresent";
  private static final String AGE = "aws:multifactorauthage";
  private static final String EXTERNAL_ID = "sts:externalid";
  private static final Set<String> GUARDS = Set.of(PRESENT, AGE, EXTERNAL_ID);

  /** Sessions of roles carry no MFA of their own: they are machines, or signed in elsewhere. */
  private static final List<String> MACHINES =
      List.of("arn:*:iam::*:role/*", "arn:*:sts::*:assumed-role/*");

  private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
  private static final Pattern HUMANS =
      Pattern.compile("arn:[^:]+:(?:iam|sts)::(\\d{12}):(?:root|user/.+|federated-user/.+)");
  private static final Pattern MACHINE =
      Pattern.compile("arn:[^:]+:(?:iam|sts)::(\\d{12}):(?:role|assumed-role)/.+");

  /** What IAM shows in place of a principal that has been deleted. */
  private static final Pattern DELETED = Pattern.compile("A[A-Z0-9]{15,}");

  /** Reads the trust policy of a role. */
  public static RoleTrust of(IamRole role) {
    return new RoleTrust(
        role.arn(), role.account(), PolicyDocument.parse(role.assumeRolePolicyDocument()));
  }

  /** Whether only services and identity providers are trusted, or nobody. */
  public boolean trustsNoAwsPrincipal() {
    return document.isReadable()
        && document.statements().stream()
            .filter(statement -> statement.effect() == Effect.ALLOW)
            .map(PolicyStatement::principals)
            .allMatch(principals -> !principals.excluded() && principals.of("AWS").isEmpty());
  }

  /**
   * Returns the accounts and users that may assume the role without MFA and without an external id.
   * Whatever else the trust policy asks of them, an organization for instance, does not count.
   * Roles that are trusted are left out.
   *
   * @param trustedAccountIds accounts whose principals are left out
   * @param maxAgeSeconds a condition on the age of MFA alone counts up to here
   */
  public OpenTrust withoutMfa(Collection<String> trustedAccountIds, int maxAgeSeconds) {
    TreeSet<String> open = new TreeSet<>();
    TreeSet<String> doubts = new TreeSet<>();
    if (!document.isReadable()) {
      doubts.add("the trust policy is not understood: " + document.problem());
    }
    for (PolicyStatement statement : document.statements()) {
      if (statement.effect() == Effect.ALLOW) {
        for (String principal : humans(statement.principals(), trustedAccountIds, doubts)) {
          for (Request probe : probes(statement, trustedAccountIds, maxAgeSeconds)) {
            Truth allowed = statement.matches(probe);
            if (allowed != Truth.FALSE && !isDenied(principal, probe)) {
              boolean decided = allowed == Truth.TRUE || !dependsOnGuard(statement, probe);
              (decided ? open : doubts).add(decided ? principal : notUnderstood(principal));
            }
          }
        }
      }
    }
    return new OpenTrust(String.join(", ", open), String.join("; ", doubts));
  }

  private static String notUnderstood(String principal) {
    return "the condition for " + principal + " is not understood";
  }

  private static List<String> humans(
      Principals principals, Collection<String> trusted, Collection<String> doubts) {
    List<String> humans = new ArrayList<>();
    if (principals.excluded()) {
      humans.add("everyone with exceptions (NotPrincipal)");
    }
    for (String name : principals.of("AWS")) {
      Matcher arn = HUMANS.matcher(name);
      boolean isArn = arn.matches();
      if (name.equals("*") || isArn || ACCOUNT.matcher(name).matches()) {
        if (!trusted.contains(isArn ? arn.group(1) : name)) {
          humans.add(name);
        }
      } else if (!MACHINE.matcher(name).matches() && !DELETED.matcher(name).matches()) {
        doubts.add("the principal " + name + " is not understood");
      }
    }
    return humans;
  }

  /** Sign-in without MFA, access keys that cannot have it, and MFA from too long ago. */
  private List<Request> probes(
      PolicyStatement statement, Collection<String> trusted, int maxAgeSeconds) {
    List<String> others = new ArrayList<>(MACHINES);
    trusted.forEach(id -> others.add("arn:*:iam::" + id + ":*"));
    Request request =
        Request.of("sts:AssumeRole")
            .on(roleArn)
            .without(EXTERNAL_ID)
            .withNoneOf("aws:PrincipalArn", others)
            .withNoneOf("aws:PrincipalAccount", trusted);
    List<Request> probes = new ArrayList<>();
    probes.add(request.with(PRESENT, "false").without(AGE));
    probes.add(request.without(PRESENT).without(AGE));
    List<String> keys = statement.conditionKeys();
    if (keys.contains(AGE) && !keys.contains(PRESENT)) {
      probes.add(request.with(PRESENT, "true").with(AGE, Long.toString(maxAgeSeconds + 1L)));
    }
    return probes;
  }

  private boolean isDenied(String principal, Request request) {
    return document.statements().stream()
        .filter(statement -> statement.effect() == Effect.DENY)
        .filter(
            statement ->
                statement.principals().isEveryone()
                    || statement.principals().of("AWS").contains(principal))
        .anyMatch(statement -> statement.matches(request) == Truth.TRUE);
  }

  private static boolean dependsOnGuard(PolicyStatement statement, Request request) {
    return statement.dependsOn(request).stream()
        .anyMatch(key -> GUARDS.contains(key.toLowerCase(Locale.ROOT)));
  }
}
