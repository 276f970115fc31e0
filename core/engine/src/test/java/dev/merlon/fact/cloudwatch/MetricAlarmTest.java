/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.fact.cloudwatch.MetricAlarm.WatchedMetric;
import dev.merlon.fact.policy.Truth;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MetricAlarmTest {
  private static final WatchedMetric METRIC = metric("1", "Sum", false);

  private static WatchedMetric metric(String account, String statistic, boolean hasDimensions) {
    return new WatchedMetric(account, "CIS", "Root", statistic, hasDimensions);
  }

  private static MetricAlarm alarm(
      String operator, String threshold, int datapoints, boolean computed, WatchedMetric... all) {
    return new MetricAlarm(
        "arn",
        "1",
        "global",
        "alarms",
        "root",
        true,
        List.of(),
        Arrays.asList(all),
        computed,
        operator,
        threshold,
        datapoints);
  }

  private static MetricAlarm alarm(WatchedMetric... all) {
    return alarm("GreaterThanOrEqualToThreshold", "1.0", 1, false, all);
  }

  @Test
  void watches_aMetric_isOneOfItsOwnAccountByNamespaceAndName() {
    assertThat(alarm(METRIC).watches("CIS", "Root")).isTrue();
    assertThat(alarm(METRIC).watches("CIS", "root")).isFalse();
    assertThat(alarm(METRIC).watches("Cis", "Root")).isFalse();
    assertThat(alarm(metric("2", "Sum", false)).watches("CIS", "Root")).isFalse();
    assertThat(alarm(metric("2", "Sum", false), METRIC).watches("CIS", "Root")).isTrue();
    assertThat(alarm().watches("CIS", "Root")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "GreaterThanOrEqualToThreshold, 1.0, 1, 1,   TRUE",
    "GreaterThanOrEqualToThreshold, 1,   1, 1.0, TRUE",
    "GreaterThanOrEqualToThreshold, 5.0, 1, 1,   UNDECIDED",
    "GreaterThanOrEqualToThreshold, 5.0, 1, 10,  TRUE",
    "GreaterThanThreshold,          0.0, 1, 1,   TRUE",
    "GreaterThanThreshold,          1.0, 1, 1,   UNDECIDED",
    "LessThanThreshold,             2.0, 1, 1,   UNDECIDED",
    "GreaterThanOrEqualToThreshold, '',  1, 1,   UNDECIDED",
    "GreaterThanOrEqualToThreshold, 1.0, 1, $.n, UNDECIDED",
    "GreaterThanOrEqualToThreshold, 1.0, 2, 1,   UNDECIDED",
  })
  void isRaisedByOne_plainMetric_comparesWithTheThreshold(
      String operator, String threshold, int datapoints, String value, Truth expected) {
    assertThat(
            alarm(operator, threshold, datapoints, false, METRIC)
                .isRaisedByOne("CIS", "Root", value, false))
        .isEqualTo(expected);
  }

  @Test
  void isRaisedByOne_notPlain_isUndecided() {
    assertThat(alarm(METRIC).isRaisedByOne("CIS", "Root", "1", true)).isEqualTo(Truth.UNDECIDED);
    assertThat(alarm(metric("1", "Sum", true)).isRaisedByOne("CIS", "Root", "1", false))
        .isEqualTo(Truth.UNDECIDED);
    assertThat(alarm(metric("1", "p99", false)).isRaisedByOne("CIS", "Root", "1", false))
        .isEqualTo(Truth.UNDECIDED);
    assertThat(
            alarm("GreaterThanOrEqualToThreshold", "1.0", 1, true, METRIC)
                .isRaisedByOne("CIS", "Root", "1", false))
        .isEqualTo(Truth.UNDECIDED);
    assertThat(alarm(metric("1", "Maximum", false)).isRaisedByOne("CIS", "Root", "1", false))
        .isEqualTo(Truth.TRUE);
  }
}
