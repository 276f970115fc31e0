/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.logs;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;

/**
 * A metric filter of a log group that a trail delivers to.
 *
 * @param arn the log group's, {@code :metric-filter:} and the name: AWS gives none
 * @param logGroupArn as the trail has it
 * @param metricName the metric that it counts in
 * @param metricValue what it counts an event as, a number or a field of the event
 * @param hasDimensions whether it counts in one metric for each value of some field
 * @param applyOnTransformedLogs whether it looks at events as a transformer of the log group has
 *     changed them
 * @param fieldSelectionCriteria what it asks of the account and Region that logs come from; empty
 *     for nothing
 */
@ReadBy(value = "logs:DescribeMetricFilters", scope = ReadBy.Scope.ACCOUNT, per = "logGroupArn")
public record MetricFilter(
    String arn,
    String account,
    String region,
    String logGroupArn,
    String filterName,
    String filterPattern,
    String metricNamespace,
    String metricName,
    String metricValue,
    boolean hasDimensions,
    boolean applyOnTransformedLogs,
    String fieldSelectionCriteria)
    implements Resource {

  /** Whether its pattern alone says what it counts, of events as the trail delivers them. */
  public boolean isDecidedByPattern() {
    return !applyOnTransformedLogs && fieldSelectionCriteria.isEmpty();
  }
}
