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
 * An invitation or request that the organization has sent.
 *
 * @param state {@code REQUESTED}, {@code OPEN}, {@code CANCELED}, {@code ACCEPTED}, {@code
 *     DECLINED} or {@code EXPIRED}
 * @param action {@code INVITE}, {@code ENABLE_ALL_FEATURES}, …
 * @param partyAccountIds the other accounts that take part, ascending: neither the one that was
 *     read nor its organization; an account that is known by its e-mail address only is {@code
 *     email}, which no list of expected accounts has
 */
@ReadBy(value = "organizations:ListHandshakesForOrganization", scope = ReadBy.Scope.ACCOUNT)
public record OrganizationHandshake(
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
  public OrganizationHandshake {
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
