/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import dev.merlon.fact.pattern.EventTopic;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Topics that nobody is told of, or not of all of it.
 *
 * @param byFilters nobody by an alarm on a metric filter
 * @param byFiltersOrRules nobody by a rule of EventBridge either
 */
public record UnalarmedTopics(
    SortedSet<EventTopic> byFilters, SortedSet<EventTopic> byFiltersOrRules) {

  public UnalarmedTopics {
    byFilters = Collections.unmodifiableSortedSet(new TreeSet<>(byFilters));
    byFiltersOrRules = Collections.unmodifiableSortedSet(new TreeSet<>(byFiltersOrRules));
  }

  /**
   * Whether somebody is not told of a topic.
   *
   * @param acceptEventBridge whether rules of EventBridge count as well
   */
  public boolean misses(EventTopic topic, boolean acceptEventBridge) {
    Set<EventTopic> missed = acceptEventBridge ? byFiltersOrRules : byFilters;
    return missed.contains(topic);
  }
}
