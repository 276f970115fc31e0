/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import dev.merlon.fact.policy.Request;
import dev.merlon.fact.policy.Truth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The policies that count for one user.
 *
 * @param held the user's own and those of the user's groups
 * @param boundary the permissions boundary; none or one
 */
record UserPolicies(List<HeldPolicy> held, List<HeldPolicy> boundary) {

  UserPolicies {
    held = List.copyOf(held);
    boundary = List.copyOf(boundary);
  }

  AdministratorRights administrator(Collection<String> furtherArns) {
    Truth bounded = all(boundary, HeldPolicy::allowsEverything);
    Truth rights = Truth.FALSE;
    List<String> through = new ArrayList<>();
    for (HeldPolicy policy : held) {
      boolean named =
          furtherArns.stream().anyMatch(arn -> PolicyArns.same(arn, policy.arn()))
              && policy.allowsEverything() != Truth.TRUE;
      Truth grants = named ? Truth.TRUE : policy.allowsEverything().and(bounded);
      rights = rights.or(grants);
      if (grants != Truth.FALSE) {
        through.add(policy.name() + (named || policy.doubt().isEmpty() ? "" : " (not known)"));
      }
    }
    List<HeldPolicy> all = new ArrayList<>(held);
    all.addAll(boundary);
    rights = rights.and(any(all, HeldPolicy::deniesEverything).not());
    return switch (rights) {
      case FALSE -> AdministratorRights.NONE;
      case TRUE -> new AdministratorRights(true, true, String.join(", ", through), "");
      case UNDECIDED -> new AdministratorRights(false, true, String.join(", ", through), doubts());
    };
  }

  /** Returns what is not known of the policies. */
  String doubts() {
    TreeSet<String> doubts = new TreeSet<>();
    held.forEach(policy -> doubts.add(policy.doubt()));
    boundary.forEach(policy -> doubts.add("permissions boundary " + policy.doubt()));
    doubts.removeIf(doubt -> doubt.isEmpty() || doubt.equals("permissions boundary "));
    return String.join("; ", doubts);
  }

  /**
   * Whether the request is denied by a statement, or not within the permissions boundary. What a
   * boundary of AWS allows is not known; none asks for MFA.
   */
  Truth denied(Request request) {
    Truth denied = any(held, policy -> policy.denies(request));
    for (HeldPolicy policy : boundary) {
      denied = denied.or(policy.denies(request));
      denied = policy.opaque() ? denied : denied.or(policy.allows(request).not());
    }
    return denied;
  }

  /** Whether the request is allowed, whatever denies it. */
  Truth allowed(Request request) {
    return any(held, policy -> policy.allows(request))
        .and(all(boundary, policy -> policy.allows(request)));
  }

  private static Truth any(List<HeldPolicy> policies, Function<HeldPolicy, Truth> question) {
    Truth result = Truth.FALSE;
    for (HeldPolicy policy : policies) {
      result = result.or(question.apply(policy));
    }
    return result;
  }

  private static Truth all(List<HeldPolicy> policies, Function<HeldPolicy, Truth> question) {
    Truth result = Truth.TRUE;
    for (HeldPolicy policy : policies) {
      result = result.and(question.apply(policy));
    }
    return result;
  }
}
