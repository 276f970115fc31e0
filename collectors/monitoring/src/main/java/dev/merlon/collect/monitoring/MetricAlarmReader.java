/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.monitoring;

import static dev.merlon.collect.AwsValues.flag;
import static dev.merlon.collect.AwsValues.number;
import static dev.merlon.collect.AwsValues.required;
import static dev.merlon.collect.AwsValues.text;

import dev.merlon.collect.Reading;
import dev.merlon.collect.Regional;
import dev.merlon.fact.Arn;
import dev.merlon.fact.cloudwatch.MetricAlarm;
import dev.merlon.fact.cloudwatch.MetricAlarm.WatchedMetric;
import java.math.BigDecimal;
import java.util.List;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;

/** Maps DescribeAlarms for a Region with log groups of trails. */
final class MetricAlarmReader {
  private static final int PAGE = 100;

  private MetricAlarmReader() {}

  static void read(Regional<CloudWatchClient> cloudWatch, String alarmsArn, Reading reading) {
    reading.each(
        cloudWatch
            .in(Arn.of(alarmsArn).region())
            .describeAlarmsPaginator(
                request -> request.alarmTypes(AlarmType.METRIC_ALARM).maxRecords(PAGE))
            .metricAlarms(),
        alarm -> map(alarm, alarmsArn, reading));
  }

  private static MetricAlarm map(
      software.amazon.awssdk.services.cloudwatch.model.MetricAlarm alarm,
      String alarmsArn,
      Reading reading) {
    boolean single = !text(alarm.metricName()).isEmpty();
    Double threshold = alarm.threshold();
    return new MetricAlarm(
        required(alarm.alarmArn(), "AlarmArn"),
        reading.account(),
        reading.region(),
        alarmsArn,
        required(alarm.alarmName(), "AlarmName"),
        flag(alarm.actionsEnabled()),
        alarm.alarmActions(),
        single ? List.of(single(alarm, reading)) : queried(alarm.metrics(), reading),
        !single && isComputed(alarm.metrics()),
        text(alarm.comparisonOperatorAsString()),
        threshold == null ? "" : BigDecimal.valueOf(threshold).toPlainString(),
        number(alarm.datapointsToAlarm(), number(alarm.evaluationPeriods(), 1)));
  }

  private static WatchedMetric single(
      software.amazon.awssdk.services.cloudwatch.model.MetricAlarm alarm, Reading reading) {
    return new WatchedMetric(
        reading.account(),
        text(alarm.namespace()),
        text(alarm.metricName()),
        text(alarm.statisticAsString(), text(alarm.extendedStatistic())),
        !alarm.dimensions().isEmpty());
  }

  private static List<WatchedMetric> queried(List<MetricDataQuery> queries, Reading reading) {
    return queries.stream()
        .filter(query -> query.metricStat() != null && query.metricStat().metric() != null)
        .map(
            query -> {
              Metric metric = query.metricStat().metric();
              return new WatchedMetric(
                  text(query.accountId(), reading.account()),
                  text(metric.namespace()),
                  text(metric.metricName()),
                  text(query.metricStat().stat()),
                  !metric.dimensions().isEmpty());
            })
        .toList();
  }

  private static boolean isComputed(List<MetricDataQuery> queries) {
    return queries.size() != 1 || queries.get(0).metricStat() == null;
  }
}
