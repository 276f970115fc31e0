/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.organizations;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the handshakes that an account received and those that an organization sent share. */
final class Handshakes {

  private Handshakes() {}

  static boolean isPending(String state) {
    return state.equals("REQUESTED") || state.equals("OPEN");
  }

  /** One that does not say since when it waits counts as old. */
  static boolean isUnexpected(
      @Nullable Instant requested,
      Instant before,
      List<String> parties,
      Collection<String> expected) {
    return requested == null
        || requested.isBefore(before)
        || (!expected.isEmpty() && !expected.containsAll(parties));
  }

  static String described(
      String handshakeId,
      String action,
      String state,
      @Nullable Instant requested,
      List<String> parties) {
    return handshakeId
        + " "
        + action
        + " "
        + state
        + (requested == null ? "" : " since " + requested)
        + (parties.isEmpty() ? "" : " with " + String.join(" and ", parties));
  }
}
