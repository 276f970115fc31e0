/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import dev.merlon.fact.policy.PolicyDocument;
import dev.merlon.fact.policy.Request;
import dev.merlon.fact.policy.Truth;

/**
 * A policy that counts for a user.
 *
 * @param name how people find it: {@code policy Admins through group admins}
 * @param arn its ARN; empty for an inline policy and for what is not known
 * @param document what it says; unreadable if that is not known
 * @param opaque whether it is one of AWS's own, whose text nobody reads: what it allows is not
 *     known, but it does not allow everything and denies nothing that matters here
 */
record HeldPolicy(String name, String arn, PolicyDocument document, boolean opaque) {

  private static final PolicyDocument ALLOWS_ALL = ofEverything("Allow");
  private static final PolicyDocument DENIES_ALL = ofEverything("Deny");
  private static final PolicyDocument UNREAD =
      PolicyDocument.unreadable("the policies of AWS are not read");

  private static PolicyDocument ofEverything(String effect) {
    return PolicyDocument.parse(
        "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\""
            + effect
            + "\",\"Action\":\"*\",\"Resource\":\"*\"}}");
  }

  /** Takes a policy that AWS manages, of which the two that say everything are known. */
  static HeldPolicy ofAws(String name, String arn) {
    return switch (PolicyArns.name(arn)) {
      case "AdministratorAccess" -> new HeldPolicy(name, arn, ALLOWS_ALL, false);
      case "AWSDenyAll" -> new HeldPolicy(name, arn, DENIES_ALL, false);
      default -> new HeldPolicy(name, arn, UNREAD, true);
    };
  }

  static HeldPolicy unknown(String name, String arn, String why) {
    return new HeldPolicy(name, arn, PolicyDocument.unreadable(why), false);
  }

  Truth allowsEverything() {
    return opaque ? Truth.FALSE : document.allowsEverything();
  }

  /** Whether it denies every action on every resource whatever the circumstances. */
  Truth deniesEverything() {
    boolean decided = opaque || document.isReadable();
    return decided
        ? Truth.of(document.denies(Request.ofEverything()) == Truth.TRUE)
        : Truth.UNDECIDED;
  }

  Truth allows(Request request) {
    return document.allows(request);
  }

  Truth denies(Request request) {
    return opaque ? Truth.FALSE : document.denies(request);
  }

  /** Returns what is not known of it, "" if everything is that counts. */
  String doubt() {
    return opaque || document.isReadable() ? "" : name + ": " + document.problem();
  }
}
