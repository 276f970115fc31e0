/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.events;

import dev.merlon.fact.Arn;
import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;
import dev.merlon.fact.pattern.EventPattern;
import dev.merlon.fact.pattern.EventProbe;
import dev.merlon.fact.pattern.EventTopic;
import dev.merlon.fact.policy.Truth;

/**
 * A rule of the default event bus, in the Region where events of global services arrive.
 *
 * @param eventPattern JSON; empty for a rule that runs on a schedule
 */
@ReadBy(value = "events:ListRules", scope = ReadBy.Scope.ACCOUNT)
public record EventRule(
    String arn, String account, String region, String name, String state, String eventPattern)
    implements Resource {
  private static final String ENABLED = "ENABLED";

  /** Of management events that only read, rules get none but those of this state. */
  private static final String ENABLED_FOR_ALL = "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS";

  /** Whether it is given such events at all, before its pattern is asked. */
  public boolean isGiven(EventProbe probe) {
    boolean enabled =
        state.equals(ENABLED_FOR_ALL) || (state.equals(ENABLED) && !probe.isReadOnly());
    return enabled && !eventPattern.isEmpty();
  }

  /** Whether it may pass on an event of some {@link EventTopic}: only then its targets are read. */
  public boolean mayPassOnATopic() {
    EventPattern pattern = EventPattern.parse(eventPattern);
    String here = "arn:" + Arn.of(arn).partition() + ":iam::" + account + ":root";
    return EventTopic.all()
        .anyMatch(probe -> isGiven(probe) && pattern.matches(probe.delivered(here)) != Truth.FALSE);
  }
}
