/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.merlon.Gap;
import dev.merlon.Snapshot;
import dev.merlon.collect.AwsCollector;
import dev.merlon.collect.Emulator;
import dev.merlon.fact.Resource;
import dev.merlon.fact.cloudtrail.Trail;
import dev.merlon.fact.cloudtrail.TrailEventSelector;
import dev.merlon.fact.cloudtrail.TrailStatus;
import dev.merlon.fact.cloudwatch.MetricAlarm;
import dev.merlon.fact.cloudwatch.MetricAlarm.WatchedMetric;
import dev.merlon.fact.events.EventRule;
import dev.merlon.fact.events.EventTarget;
import dev.merlon.fact.logs.MetricFilter;
import dev.merlon.fact.sns.TopicSubscription;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;

/**
 * The monitoring collector and the AWS SDK against an emulated account whose trail is elsewhere.
 */
final class EmulatedAccountTest {
  private static final String ACCOUNT = Emulator.ACCOUNT;
  private static final String HOME = "eu-central-1";
  private static final String TRAIL = arn("cloudtrail", HOME, "trail/main");
  private static final String GROUP = arn("logs", HOME, "log-group:trail:*");
  private static final String ALARMS = arn("cloudwatch", HOME, "alarm:*");
  private static final String TOPIC = arn("sns", HOME, "security");
  private static final String EVENTS_TOPIC = arn("sns", "us-east-1", "events");
  private static final String RULE = arn("events", "us-east-1", "rule/organizations");
  private static final String PATTERN = "{\"source\": [\"aws.organizations\"]}";

  @SuppressWarnings("NullAway.Init") // JUnit calls start() first
  private static Emulator emulator;

  @BeforeAll
  static void start() throws URISyntaxException {
    emulator = Emulator.start();
    emulator.python(
        Path.of(Objects.requireNonNull(EmulatedAccountTest.class.getResource("seed.py")).toURI()));
  }

  @AfterAll
  @SuppressWarnings("UnnecessaryNullCheck") // when start() was aborted
  static void stop() {
    if (emulator != null) {
      emulator.close();
    }
  }

  @BeforeEach
  void allowAll() {
    emulator.deny();
    emulator.forgetCalls();
  }

  private static String arn(String service, String region, String resource) {
    return String.join(":", "arn:aws", service, region, ACCOUNT, resource);
  }

  private static Snapshot collect(Region... regions) {
    return AwsCollector.builder()
        .services(new MonitoringCollector())
        .regions(regions)
        .clientCustomizer(emulator.customizer())
        .build()
        .collect();
  }

  @Test
  void collect_trailOfARegionThatIsNotChosen_factsAreWhatWasMade() {
    Snapshot snapshot = collect(Region.EU_WEST_1, Region.US_WEST_2);

    assertThat(snapshot.gaps()).isEmpty();
    assertThat(snapshot.facts(Trail.class))
        .containsExactly(
            new Trail(TRAIL, ACCOUNT, Resource.GLOBAL, "main", HOME, true, false, GROUP));
    assertThat(snapshot.facts(TrailStatus.class))
        .containsExactly(
            new TrailStatus(TRAIL + "/status", ACCOUNT, Resource.GLOBAL, TRAIL, true, ""));
    assertThat(snapshot.facts(TrailEventSelector.class))
        .containsExactly(
            new TrailEventSelector(
                TRAIL + "/event-selector/0",
                ACCOUNT,
                Resource.GLOBAL,
                TRAIL,
                "All",
                true,
                List.of(),
                List.of()));
    assertThat(snapshot.facts(MetricFilter.class))
        .containsExactly(
            new MetricFilter(
                arn("logs", HOME, "log-group:trail:metric-filter:root"),
                ACCOUNT,
                Resource.GLOBAL,
                GROUP,
                "root",
                "{ $.userIdentity.type = Root }",
                "CIS",
                "Root",
                "1",
                false,
                false,
                ""));
    assertThat(snapshot.facts(MetricAlarm.class))
        .containsExactly(
            new MetricAlarm(
                arn("cloudwatch", HOME, "alarm:root"),
                ACCOUNT,
                Resource.GLOBAL,
                ALARMS,
                "root",
                true,
                List.of(TOPIC),
                List.of(new WatchedMetric(ACCOUNT, "CIS", "Root", "Sum", false)),
                false,
                "GreaterThanOrEqualToThreshold",
                "1.0",
                1));
    assertThat(snapshot.facts(EventRule.class))
        .containsExactlyInAnyOrder(
            new EventRule(RULE, ACCOUNT, Resource.GLOBAL, "organizations", "ENABLED", PATTERN),
            new EventRule(
                arn("events", "us-east-1", "rule/nightly"),
                ACCOUNT,
                Resource.GLOBAL,
                "nightly",
                "ENABLED",
                ""));
    assertThat(snapshot.facts(EventTarget.class))
        .containsExactly(
            new EventTarget(RULE + "/target/1", ACCOUNT, Resource.GLOBAL, RULE, "1", EVENTS_TOPIC));
    assertThat(snapshot.facts(TopicSubscription.class))
        .extracting(
            TopicSubscription::topicArn,
            TopicSubscription::protocol,
            TopicSubscription::isConfirmed)
        .containsExactlyInAnyOrder(tuple(TOPIC, "email", true), tuple(EVENTS_TOPIC, "sqs", true));
  }

  @Test
  void collect_twoRegions_makesNineCallsWhereTheResourcesAre() {
    collect(Region.EU_WEST_1, Region.US_WEST_2);

    assertThat(emulator.calls())
        .containsExactlyInAnyOrder(
            "sts:GetCallerIdentity eu-west-1",
            "cloudtrail:DescribeTrails eu-west-1",
            "cloudtrail:GetTrailStatus " + HOME,
            "cloudtrail:GetEventSelectors " + HOME,
            "logs:DescribeMetricFilters " + HOME,
            "monitoring:DescribeAlarms " + HOME,
            "sns:ListSubscriptionsByTopic " + HOME,
            "events:ListRules us-east-1",
            "events:ListTargetsByRule us-east-1",
            "sns:ListSubscriptionsByTopic us-east-1");
  }

  @Test
  void collect_alarmsDenied_isAGapOfTheirRegion() {
    emulator.deny("monitoring:DescribeAlarms");

    String denied =
        "cloudwatch:DescribeAlarms was denied: AccessDenied: User is not authorized to perform:"
            + " monitoring:DescribeAlarms";
    assertThat(collect(Region.EU_WEST_1).gaps())
        .containsExactly(
            new Gap("MetricAlarm", ACCOUNT, Resource.GLOBAL, ALARMS, denied),
            new Gap("TopicSubscription", ACCOUNT, Resource.GLOBAL, null, denied));
  }
}
