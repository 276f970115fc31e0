/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.monitoring;

import static dev.merlon.collect.monitoring.FakeAccount.ACCOUNT;
import static dev.merlon.collect.monitoring.FakeAccount.ALARMS;
import static dev.merlon.collect.monitoring.FakeAccount.GROUP;
import static dev.merlon.collect.monitoring.FakeAccount.OTHER_ACCOUNT;
import static dev.merlon.collect.monitoring.FakeAccount.RULE;
import static dev.merlon.collect.monitoring.FakeAccount.TOPIC;
import static dev.merlon.collect.monitoring.FakeAccount.TRAIL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.merlon.Gap;
import dev.merlon.Snapshot;
import dev.merlon.fact.Resource;
import dev.merlon.fact.account.Account;
import dev.merlon.fact.cloudtrail.Trail;
import dev.merlon.fact.cloudtrail.TrailEventSelector;
import dev.merlon.fact.cloudtrail.TrailEventSelector.FieldSelector;
import dev.merlon.fact.cloudtrail.TrailStatus;
import dev.merlon.fact.cloudwatch.MetricAlarm;
import dev.merlon.fact.cloudwatch.MetricAlarm.WatchedMetric;
import dev.merlon.fact.events.EventRule;
import dev.merlon.fact.events.EventTarget;
import dev.merlon.fact.logs.MetricFilter;
import dev.merlon.fact.sns.TopicSubscription;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedEventSelector;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedFieldSelector;
import software.amazon.awssdk.services.cloudtrail.model.EventSelector;
import software.amazon.awssdk.services.cloudtrail.model.GetEventSelectorsResponse;
import software.amazon.awssdk.services.cloudtrail.model.GetTrailStatusResponse;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricTransformation;
import software.amazon.awssdk.services.eventbridge.model.Rule;
import software.amazon.awssdk.services.eventbridge.model.Target;
import software.amazon.awssdk.services.sns.model.Subscription;

final class MonitoringCollectorTest {
  private static final String REGION = Resource.GLOBAL;
  private static final String PATTERN = "{\"source\": [\"aws.organizations\"]}";
  private static final String DENIED = " was denied: AccessDenied: You may not.";

  private final FakeAccount aws = new FakeAccount();

  private static software.amazon.awssdk.services.cloudtrail.model.Trail trail(
      String name, String group) {
    return software.amazon.awssdk.services.cloudtrail.model.Trail.builder()
        .trailARN(TRAIL.replace("main", name))
        .name(name)
        .homeRegion("eu-west-1")
        .isMultiRegionTrail(true)
        .isOrganizationTrail(false)
        .cloudWatchLogsLogGroupArn(group)
        .build();
  }

  private static software.amazon.awssdk.services.cloudwatchlogs.model.MetricFilter filter(
      String name) {
    return software.amazon.awssdk.services.cloudwatchlogs.model.MetricFilter.builder()
        .filterName(name)
        .filterPattern("{ $.eventName = x }")
        .metricTransformations(
            MetricTransformation.builder()
                .metricNamespace("CIS")
                .metricName("Watched")
                .metricValue("1")
                .build())
        .build();
  }

  private static software.amazon.awssdk.services.cloudwatch.model.MetricAlarm.Builder alarm(
      String name, String... actions) {
    return software.amazon.awssdk.services.cloudwatch.model.MetricAlarm.builder()
        .alarmArn(ALARMS.replace("*", name))
        .alarmName(name)
        .actionsEnabled(true)
        .alarmActions(actions)
        .namespace("CIS")
        .metricName("Watched")
        .statistic(Statistic.SUM)
        .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
        .threshold(1.0)
        .evaluationPeriods(1);
  }

  private static Rule rule(String name, String pattern) {
    return Rule.builder()
        .arn(RULE.replace("watch", name))
        .name(name)
        .state("ENABLED")
        .eventPattern(pattern)
        .build();
  }

  private static Target target(String id, String arn) {
    return Target.builder().id(id).arn(arn).build();
  }

  private static Subscription subscription(String arn, String protocol) {
    return Subscription.builder()
        .subscriptionArn(arn)
        .protocol(protocol)
        .endpoint("someone@example.com")
        .topicArn(TOPIC)
        .build();
  }

  private void wholeChain() {
    aws.trails.add(trail("main", GROUP));
    aws.selectors =
        GetEventSelectorsResponse.builder()
            .eventSelectors(
                EventSelector.builder().readWriteType("All").includeManagementEvents(true).build())
            .build();
    aws.filters.put("trail", List.of(filter("watch")));
    aws.alarms.add(alarm("watch", TOPIC).build());
    aws.rules.add(rule("watch", PATTERN));
    aws.targets.add(target("1", TOPIC));
    aws.subscriptions.put(TOPIC, List.of(subscription(TOPIC + ":1", "email")));
  }

  private static Trail trailFact(String name, String group) {
    return new Trail(
        TRAIL.replace("main", name), ACCOUNT, REGION, name, "eu-west-1", true, false, group);
  }

  private static TrailStatus statusFact() {
    return new TrailStatus(TRAIL + "/status", ACCOUNT, REGION, TRAIL, true, "");
  }

  private static TrailEventSelector selectorFact() {
    return new TrailEventSelector(
        TRAIL + "/event-selector/0", ACCOUNT, REGION, TRAIL, "All", true, List.of(), List.of());
  }

  private static MetricFilter filterFact(String name) {
    return new MetricFilter(
        GROUP.replace(":*", ":metric-filter:" + name),
        ACCOUNT,
        REGION,
        GROUP,
        name,
        "{ $.eventName = x }",
        "CIS",
        "Watched",
        "1",
        false,
        false,
        "");
  }

  private static MetricAlarm alarmFact(String name, String... actions) {
    return new MetricAlarm(
        ALARMS.replace("*", name),
        ACCOUNT,
        REGION,
        ALARMS,
        name,
        true,
        Arrays.asList(actions),
        List.of(new WatchedMetric(ACCOUNT, "CIS", "Watched", "Sum", false)),
        false,
        "GreaterThanOrEqualToThreshold",
        "1.0",
        1);
  }

  private static EventRule ruleFact(String name, String pattern) {
    return new EventRule(RULE.replace("watch", name), ACCOUNT, REGION, name, "ENABLED", pattern);
  }

  private static EventTarget targetFact(String id, String arn) {
    return new EventTarget(RULE + "/target/" + id, ACCOUNT, REGION, RULE, id, arn);
  }

  private static TopicSubscription subscriptionFact(String arn, String protocol) {
    return new TopicSubscription(arn, ACCOUNT, REGION, TOPIC, protocol, !arn.contains(":Pending"));
  }

  private static Account account() {
    return new Account("arn:aws:iam::" + ACCOUNT + ":root", ACCOUNT, REGION);
  }

  @Test
  void collect_wholeChain_factsAreWhatAwsSaysInEightCalls() {
    wholeChain();

    Snapshot snapshot = aws.collect();

    assertThat(snapshot.gaps()).isEmpty();
    assertThat(snapshot.facts())
        .containsExactlyInAnyOrder(
            account(),
            trailFact("main", GROUP),
            statusFact(),
            selectorFact(),
            filterFact("watch"),
            alarmFact("watch", TOPIC),
            ruleFact("watch", PATTERN),
            targetFact("1", TOPIC),
            subscriptionFact(TOPIC + ":1", "email"));
    assertThat(aws.calls)
        .containsExactlyInAnyOrder(
            "DescribeTrails",
            "GetTrailStatus " + TRAIL,
            "GetEventSelectors " + TRAIL,
            "DescribeMetricFilters trail",
            "DescribeAlarms MetricAlarm",
            "ListRules",
            "ListTargetsByRule watch",
            "ListSubscriptionsByTopic " + TOPIC);
    assertThat(snapshot.toString()).doesNotContain("someone@example.com");
  }

  @Test
  void collect_nothingThere_makesTwoCalls() {
    assertThat(aws.collect().facts()).containsExactly(account());
    assertThat(aws.calls).containsExactlyInAnyOrder("DescribeTrails", "ListRules");
  }

  @Test
  void collect_trailsWithoutLogGroupHere_asksForNoFiltersAndAlarms() {
    String elsewhere = GROUP.replace(ACCOUNT, OTHER_ACCOUNT);
    aws.trails.add(trail("a", ""));
    aws.trails.add(trail("b", elsewhere));

    Snapshot snapshot = aws.collect(MetricFilter.class, MetricAlarm.class);

    assertThat(snapshot.gaps()).isEmpty();
    assertThat(snapshot.facts()).containsExactly(trailFact("a", ""), trailFact("b", elsewhere));
    assertThat(aws.calls).containsExactly("DescribeTrails");
  }

  @Test
  void collect_trailsAlarmsAndTargetsThatShare_asksOnce() {
    wholeChain();
    aws.trails.add(trail("second", GROUP));
    aws.trails.add(trail("third", GROUP.replace("group:trail", "group:third")));
    aws.filters.put("third", List.of());
    aws.alarms.add(alarm("more", TOPIC).build());

    aws.collect(MetricFilter.class, MetricAlarm.class, TopicSubscription.class);

    assertThat(aws.calls)
        .containsExactlyInAnyOrder(
            "DescribeTrails",
            "DescribeMetricFilters trail",
            "DescribeMetricFilters third",
            "DescribeAlarms MetricAlarm",
            "DescribeAlarms MetricAlarm 1",
            "ListRules",
            "ListTargetsByRule watch",
            "ListSubscriptionsByTopic " + TOPIC);
  }

  @Test
  void collect_severalPages_takesAllOfThem() {
    wholeChain();
    aws.filters.put("trail", List.of(filter("watch"), filter("more")));
    aws.rules.add(rule("health", "{\"source\": [\"aws.health\"]}"));
    aws.targets.add(target("2", "arn:aws:lambda:us-east-1:" + ACCOUNT + ":function:f"));
    aws.subscriptions.put(
        TOPIC,
        List.of(
            subscription(TOPIC + ":1", "email"),
            subscription("PendingConfirmation", "email"),
            subscription("PendingConfirmation", "sms"),
            subscription("PendingConfirmation", "email")));

    Snapshot snapshot = aws.collect();

    assertThat(snapshot.gaps()).isEmpty();
    assertThat(snapshot.facts(MetricFilter.class))
        .containsExactlyInAnyOrder(filterFact("watch"), filterFact("more"));
    assertThat(snapshot.facts(EventRule.class))
        .containsExactlyInAnyOrder(
            ruleFact("watch", PATTERN), ruleFact("health", "{\"source\": [\"aws.health\"]}"));
    assertThat(snapshot.facts(EventTarget.class))
        .containsExactlyInAnyOrder(
            targetFact("1", TOPIC),
            targetFact("2", "arn:aws:lambda:us-east-1:" + ACCOUNT + ":function:f"));
    assertThat(snapshot.facts(TopicSubscription.class))
        .containsExactlyInAnyOrder(
            subscriptionFact(TOPIC + ":1", "email"),
            subscriptionFact(TOPIC + ":PendingConfirmation:email", "email"),
            subscriptionFact(TOPIC + ":PendingConfirmation:sms", "sms"));
    assertThat(aws.calls).doesNotContain("ListTargetsByRule health");
  }

  @Test
  void collect_logGroupAndTopicThatWereDeleted_isAnAnswer() {
    wholeChain();
    aws.filters.clear();
    aws.subscriptions.clear();

    Snapshot snapshot = aws.collect(MetricFilter.class, TopicSubscription.class);

    assertThat(snapshot.gaps()).isEmpty();
    assertThat(snapshot.facts(MetricFilter.class)).isEmpty();
    assertThat(snapshot.facts(TopicSubscription.class)).isEmpty();
  }

  @Test
  void collect_topicsOfOtherAccounts_areNotAskedFor() {
    wholeChain();
    aws.alarms.clear();
    aws.alarms.add(alarm("watch", TOPIC.replace(ACCOUNT, OTHER_ACCOUNT)).build());
    aws.targets.clear();

    Snapshot snapshot = aws.collect(TopicSubscription.class);

    assertThat(snapshot.gaps()).isEmpty();
    assertThat(aws.calls).noneMatch(call -> call.startsWith("ListSubscriptionsByTopic"));
  }

  @Test
  void collect_statusWithDeliveryError_keepsIt() {
    wholeChain();
    aws.status =
        GetTrailStatusResponse.builder()
            .isLogging(false)
            .latestCloudWatchLogsDeliveryError("AccessDenied")
            .build();

    assertThat(aws.collect(TrailStatus.class).facts(TrailStatus.class))
        .containsExactly(
            new TrailStatus(TRAIL + "/status", ACCOUNT, REGION, TRAIL, false, "AccessDenied"));
  }

  @Test
  void collect_advancedSelectors_keepTheirFields() {
    wholeChain();
    aws.selectors =
        GetEventSelectorsResponse.builder()
            .advancedEventSelectors(
                AdvancedEventSelector.builder()
                    .fieldSelectors(
                        AdvancedFieldSelector.builder()
                            .field("eventCategory")
                            .equalsValue("Management")
                            .build(),
                        AdvancedFieldSelector.builder()
                            .field("eventSource")
                            .startsWith("a")
                            .endsWith("b")
                            .notEquals("c")
                            .notStartsWith("d")
                            .notEndsWith("e")
                            .build())
                    .build(),
                AdvancedEventSelector.builder()
                    .fieldSelectors(
                        AdvancedFieldSelector.builder()
                            .field("eventCategory")
                            .equalsValue("Data")
                            .build())
                    .build())
            .build();

    assertThat(aws.collect(TrailEventSelector.class).facts(TrailEventSelector.class))
        .containsExactlyInAnyOrder(
            advanced(
                0,
                equalTo("eventCategory", "Management"),
                new FieldSelector(
                    "eventSource",
                    List.of(),
                    List.of("a"),
                    List.of("b"),
                    List.of("c"),
                    List.of("d"),
                    List.of("e"))),
            advanced(1, equalTo("eventCategory", "Data")));
  }

  private static FieldSelector equalTo(String field, String value) {
    return new FieldSelector(
        field, List.of(value), List.of(), List.of(), List.of(), List.of(), List.of());
  }

  private static TrailEventSelector advanced(int number, FieldSelector... fields) {
    return new TrailEventSelector(
        TRAIL + "/event-selector/" + number,
        ACCOUNT,
        REGION,
        TRAIL,
        "",
        false,
        List.of(),
        Arrays.asList(fields));
  }

  @Test
  void collect_filterOfAnotherKind_keepsWhatMakesItSo() {
    wholeChain();
    aws.filters.put(
        "trail",
        List.of(
            filter("dimensions").toBuilder()
                .metricTransformations(
                    MetricTransformation.builder()
                        .metricNamespace("CIS")
                        .metricName("Watched")
                        .metricValue("$.n")
                        .dimensions(Map.of("User", "$.user"))
                        .build())
                .build(),
            filter("system").toBuilder()
                .emitSystemFieldDimensions("@aws.region")
                .applyOnTransformedLogs(true)
                .fieldSelectionCriteria("@aws.region = x")
                .build()));

    assertThat(aws.collect(MetricFilter.class).facts(MetricFilter.class))
        .extracting(
            MetricFilter::filterName,
            MetricFilter::metricValue,
            MetricFilter::hasDimensions,
            MetricFilter::applyOnTransformedLogs,
            MetricFilter::fieldSelectionCriteria)
        .containsExactlyInAnyOrder(
            tuple("dimensions", "$.n", true, false, ""),
            tuple("system", "1", true, true, "@aws.region = x"));
  }

  @Test
  void collect_alarmOnSeveralMetrics_keepsThoseOfAll() {
    wholeChain();
    aws.alarms.clear();
    aws.alarms.add(
        alarm("computed")
            .namespace(null)
            .metricName(null)
            .statistic((String) null)
            .threshold(null)
            .datapointsToAlarm(2)
            .evaluationPeriods(3)
            .actionsEnabled(null)
            .metrics(
                MetricDataQuery.builder().id("e").expression("a + b").build(),
                query("a", "Watched").toBuilder().accountId(OTHER_ACCOUNT).build(),
                query("b", "More"))
            .build());
    aws.alarms.add(
        alarm("queried").namespace(null).metricName(null).metrics(query("a", "Watched")).build());

    assertThat(aws.collect(MetricAlarm.class).facts(MetricAlarm.class))
        .containsExactlyInAnyOrder(
            new MetricAlarm(
                ALARMS.replace("*", "computed"),
                ACCOUNT,
                REGION,
                ALARMS,
                "computed",
                false,
                List.of(),
                List.of(
                    new WatchedMetric(OTHER_ACCOUNT, "CIS", "Watched", "Sum", true),
                    new WatchedMetric(ACCOUNT, "CIS", "More", "Sum", true)),
                true,
                "GreaterThanOrEqualToThreshold",
                "",
                2),
            new MetricAlarm(
                ALARMS.replace("*", "queried"),
                ACCOUNT,
                REGION,
                ALARMS,
                "queried",
                true,
                List.of(),
                List.of(new WatchedMetric(ACCOUNT, "CIS", "Watched", "Sum", true)),
                false,
                "GreaterThanOrEqualToThreshold",
                "1.0",
                1));
  }

  private static MetricDataQuery query(String id, String metric) {
    return MetricDataQuery.builder()
        .id(id)
        .metricStat(
            stat ->
                stat.stat("Sum")
                    .metric(
                        of ->
                            of.namespace("CIS")
                                .metricName(metric)
                                .dimensions(Dimension.builder().name("a").value("b").build())))
        .build();
  }

  static Stream<Arguments> denials() {
    return Stream.of(
        Arguments.of(
            "DescribeTrails",
            "cloudtrail",
            List.of(
                gap("MetricAlarm", null),
                gap("MetricFilter", null),
                gap("TopicSubscription", null),
                gap("Trail", null),
                gap("TrailEventSelector", null),
                gap("TrailStatus", null))),
        Arguments.of("GetTrailStatus", "cloudtrail", List.of(gap("TrailStatus", TRAIL))),
        Arguments.of("GetEventSelectors", "cloudtrail", List.of(gap("TrailEventSelector", TRAIL))),
        Arguments.of("DescribeMetricFilters", "logs", List.of(gap("MetricFilter", GROUP))),
        Arguments.of(
            "DescribeAlarms",
            "cloudwatch",
            List.of(gap("MetricAlarm", ALARMS), gap("TopicSubscription", null))),
        Arguments.of(
            "ListRules",
            "events",
            List.of(
                gap("EventRule", null), gap("EventTarget", null), gap("TopicSubscription", null))),
        Arguments.of(
            "ListTargetsByRule",
            "events",
            List.of(gap("EventTarget", RULE), gap("TopicSubscription", null))),
        Arguments.of("ListSubscriptionsByTopic", "sns", List.of(gap("TopicSubscription", TOPIC))));
  }

  /** Without its reason. */
  private static Gap gap(String type, @Nullable String arn) {
    return new Gap(type, ACCOUNT, REGION, arn, "");
  }

  @ParameterizedTest
  @MethodSource("denials")
  void collect_oneLinkDenied_gapsNameTheResourceItWasAskedFor(
      String action, String service, List<Gap> expected) {
    wholeChain();
    aws.denied.add(action);

    assertThat(aws.collect().gaps())
        .containsExactlyElementsOf(
            expected.stream()
                .map(
                    gap ->
                        new Gap(
                            gap.factType(),
                            gap.account(),
                            gap.region(),
                            gap.arn(),
                            service + ":" + action + DENIED))
                .toList());
  }

  @Test
  void collect_trailWhoseHomeIsNoRegion_isAGapOfItsStatusOnly() {
    wholeChain();
    aws.trails.clear();
    aws.trails.add(trail("main", "").toBuilder().homeRegion("eu-west-1.example.com").build());

    assertThat(aws.collect(TrailStatus.class).gaps())
        .containsExactly(
            new Gap(
                "TrailStatus",
                ACCOUNT,
                REGION,
                TRAIL,
                "cloudtrail:GetTrailStatus could not be read: IllegalArgumentException:"
                    + " \"eu-west-1.example.com\" is no name of a Region"));
  }
}
