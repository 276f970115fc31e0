/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.monitoring;

import dev.merlon.collect.Reads;
import dev.merlon.collect.ServiceCollector;
import dev.merlon.fact.cloudtrail.Trail;
import dev.merlon.fact.cloudtrail.TrailEventSelector;
import dev.merlon.fact.cloudtrail.TrailStatus;
import dev.merlon.fact.cloudwatch.MetricAlarm;
import dev.merlon.fact.events.EventRule;
import dev.merlon.fact.events.EventTarget;
import dev.merlon.fact.logs.MetricFilter;
import dev.merlon.fact.sns.TopicSubscription;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.sns.SnsClient;

/**
 * Declares what is read of who is told when something changes: AWS CloudTrail, CloudWatch,
 * EventBridge, SNS. Two calls per account, and of what they find: two for each trail, one for each
 * log group of a trail, for each Region with such groups, for each EventBridge rule that may
 * concern what controls watch for, and for each topic that is notified.
 */
public final class MonitoringCollector implements ServiceCollector {

  @Override
  public void describe(Reads reads) {
    reads
        .onceInRegions(CloudTrailClient::builder)
        .read(TrailReader::read, Trail.class)
        .readPer(Trail.class, TrailReader::readStatus, TrailStatus.class)
        .readPer(Trail.class, TrailReader::readEventSelectors, TrailEventSelector.class);
    reads
        .onceInRegions(CloudWatchLogsClient::builder)
        .readPerNamed(
            Trail.class, Trail::logGroupHere, MetricFilterReader::read, MetricFilter.class);
    reads
        .onceInRegions(CloudWatchClient::builder)
        .readPerNamed(Trail.class, Trail::alarmsHere, MetricAlarmReader::read, MetricAlarm.class);
    reads
        .onceInRegions(EventBridgeClient::builder)
        .read(EventRuleReader::read, EventRule.class)
        .readPer(EventRule.class, EventRuleReader::readTargets, EventTarget.class);
    reads
        .onceInRegions(SnsClient::builder)
        .readPerNamed(
            MetricAlarm.class,
            TopicSubscriptionReader::topics,
            TopicSubscriptionReader::read,
            TopicSubscription.class)
        .readPerNamed(
            EventTarget.class,
            TopicSubscriptionReader::topics,
            TopicSubscriptionReader::read,
            TopicSubscription.class);
  }
}
