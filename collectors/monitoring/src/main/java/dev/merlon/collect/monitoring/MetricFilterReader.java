/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.monitoring;

import static dev.merlon.collect.AwsValues.flag;
import static dev.merlon.collect.AwsValues.required;
import static dev.merlon.collect.AwsValues.text;

import dev.merlon.collect.Reading;
import dev.merlon.collect.Regional;
import dev.merlon.fact.Arn;
import dev.merlon.fact.logs.MetricFilter;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricTransformation;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;

/** Maps DescribeMetricFilters for the log group of a trail. */
final class MetricFilterReader {
  private static final int PAGE = 50;

  private MetricFilterReader() {}

  static void read(Regional<CloudWatchLogsClient> logs, String logGroupArn, Reading reading) {
    Arn arn = Arn.of(logGroupArn);
    String name = arn.resource().replaceFirst("^log-group:", "").replaceFirst(":[*]$", "");
    try {
      reading.eachToMany(
          logs.in(arn.region())
              .describeMetricFiltersPaginator(request -> request.logGroupName(name).limit(PAGE))
              .metricFilters(),
          filter -> map(filter, logGroupArn, reading));
    } catch (ResourceNotFoundException e) {
      // The trail names a log group that was deleted: it has no filters.
    }
  }

  private static Stream<MetricFilter> map(
      software.amazon.awssdk.services.cloudwatchlogs.model.MetricFilter filter,
      String logGroupArn,
      Reading reading) {
    return filter.metricTransformations().stream()
        .map(metric -> map(filter, metric, logGroupArn, reading));
  }

  private static MetricFilter map(
      software.amazon.awssdk.services.cloudwatchlogs.model.MetricFilter filter,
      MetricTransformation metric,
      String logGroupArn,
      Reading reading) {
    String name = required(filter.filterName(), "FilterName");
    return new MetricFilter(
        logGroupArn.replaceFirst(":[*]$", "") + ":metric-filter:" + name,
        reading.account(),
        reading.region(),
        logGroupArn,
        name,
        text(filter.filterPattern()),
        required(metric.metricNamespace(), "MetricNamespace"),
        required(metric.metricName(), "MetricName"),
        text(metric.metricValue()),
        !metric.dimensions().isEmpty() || !filter.emitSystemFieldDimensions().isEmpty(),
        flag(filter.applyOnTransformedLogs()),
        text(filter.fieldSelectionCriteria()));
  }
}
