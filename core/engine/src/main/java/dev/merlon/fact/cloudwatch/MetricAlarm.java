/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.cloudwatch;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;
import dev.merlon.fact.policy.Truth;
import java.math.BigDecimal;
import java.util.List;

/**
 * A metric alarm in a Region where a trail delivers to a log group.
 *
 * @param alarmsArn stands for all alarms of the Region, which are read together
 * @param metrics what it watches: the one metric, or those that it computes with
 * @param isComputed whether it watches the result of a computation
 * @param threshold a number; empty for an alarm on anomalies
 * @param datapointsToAlarm how many periods are to be over the threshold
 */
@ReadBy(value = "cloudwatch:DescribeAlarms", scope = ReadBy.Scope.ACCOUNT, per = "alarmsArn")
public record MetricAlarm(
    String arn,
    String account,
    String region,
    String alarmsArn,
    String alarmName,
    boolean actionsEnabled,
    List<String> alarmActions,
    List<WatchedMetric> metrics,
    boolean isComputed,
    String comparisonOperator,
    String threshold,
    int datapointsToAlarm)
    implements Resource {

  public MetricAlarm {
    alarmActions = List.copyOf(alarmActions);
    metrics = List.copyOf(metrics);
  }

  /**
   * A metric of an alarm.
   *
   * @param accountId the account that the metric is of
   */
  public record WatchedMetric(
      String accountId,
      String namespace,
      String metricName,
      String statistic,
      boolean hasDimensions) {}

  /** Whether it watches a metric of its own account, with or without dimensions. */
  public boolean watches(String namespace, String metricName) {
    return metrics.stream().anyMatch(metric -> is(metric, namespace, metricName));
  }

  private boolean is(WatchedMetric metric, String namespace, String metricName) {
    return metric.accountId().equals(account)
        && metric.namespace().equals(namespace)
        && metric.metricName().equals(metricName);
  }

  /**
   * Whether one event is enough to raise it. Undecided where that depends on more than the alarm.
   *
   * @param value what the event counts as in the metric
   * @param hasDimensions whether that is counted in a metric with dimensions
   */
  public Truth isRaisedByOne(
      String namespace, String metricName, String value, boolean hasDimensions) {
    boolean plain =
        !hasDimensions
            && !isComputed
            && datapointsToAlarm <= 1
            && metrics.stream()
                .anyMatch(
                    metric ->
                        is(metric, namespace, metricName)
                            && !metric.hasDimensions()
                            && List.of("Sum", "Maximum").contains(metric.statistic()));
    if (!plain) {
      return Truth.UNDECIDED;
    }
    try {
      int above = new BigDecimal(value).compareTo(new BigDecimal(threshold));
      boolean raised =
          switch (comparisonOperator) {
            case "GreaterThanOrEqualToThreshold" -> above >= 0;
            case "GreaterThanThreshold" -> above > 0;
            default -> false;
          };
      return raised ? Truth.TRUE : Truth.UNDECIDED;
    } catch (NumberFormatException e) {
      return Truth.UNDECIDED;
    }
  }
}
