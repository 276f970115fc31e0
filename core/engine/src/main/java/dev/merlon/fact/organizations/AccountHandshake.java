/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.organizations;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An invitation or request that the account that was read has received.
 *
 * @param state {@code REQUESTED}, {@code OPEN}, {@code CANCELED}, {@code ACCEPTED}, {@code
 *     DECLINED} or {@code EXPIRED}
 * @param action {@code INVITE}, {@code ENABLE_ALL_FEATURES}, …
 * @param partyAccountIds the other accounts that take part, ascending, among them the management
 *     account of the organization that sent it; a party that is no account, and not the one that
 *     was read, is {@code email}
 */
@ReadBy(value = "organizations:ListHandshakesForAccount", scope = ReadBy.Scope.ACCOUNT)
public record AccountHandshake(
    String arn,
    String account,
    String region,
    String handshakeId,
    String state,
    String action,
    @Nullable Instant requestedTimestamp,
    @Nullable Instant expirationTimestamp,
    List<String> partyAccountIds)
    implements Resource {
  public AccountHandshake {
    partyAccountIds = partyAccountIds.stream().sorted().toList();
  }

  /** Whether nobody has answered it yet. */
  public boolean isPending() {
    return state.equals("REQUESTED") || state.equals("OPEN");
  }

  /**
   * Whether it waits although it is older than a number of days, or comes from or goes to an
   * account that is not among those expected. An empty list expects all.
   *
   * @param asOf the time to count the days to
   */
  public boolean isUnexpected(
      Instant asOf, int maxPendingDays, Collection<String> expectedAccountIds) {
    return isPending()
        && (requestedTimestamp == null
            || requestedTimestamp.isBefore(asOf.minus(Duration.ofDays(maxPendingDays)))
            || (!expectedAccountIds.isEmpty() && !expectedAccountIds.containsAll(partyAccountIds)));
  }
}
