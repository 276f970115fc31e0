/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.organizations;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;
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
    return Handshakes.isPending(state);
  }

  /**
   * Whether it waits since before some time, or comes from or goes to an account that is not among
   * those expected. An empty list expects all.
   */
  public boolean isUnexpected(Instant before, Collection<String> expectedAccountIds) {
    return isPending()
        && Handshakes.isUnexpected(requestedTimestamp, before, partyAccountIds, expectedAccountIds);
  }

  /** Evidence: what it is, for how long, and with whom. */
  public String described() {
    return Handshakes.described(handshakeId, action, state, requestedTimestamp, partyAccountIds);
  }
}
