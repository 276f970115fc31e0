/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.monitoring;

import dev.merlon.Snapshot;
import dev.merlon.collect.FakeAws;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.DescribeTrailsRequest;
import software.amazon.awssdk.services.cloudtrail.model.DescribeTrailsResponse;
import software.amazon.awssdk.services.cloudtrail.model.GetEventSelectorsRequest;
import software.amazon.awssdk.services.cloudtrail.model.GetEventSelectorsResponse;
import software.amazon.awssdk.services.cloudtrail.model.GetTrailStatusRequest;
import software.amazon.awssdk.services.cloudtrail.model.GetTrailStatusResponse;
import software.amazon.awssdk.services.cloudtrail.model.Trail;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeMetricFiltersRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeMetricFiltersResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricFilter;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.ListRulesRequest;
import software.amazon.awssdk.services.eventbridge.model.ListRulesResponse;
import software.amazon.awssdk.services.eventbridge.model.ListTargetsByRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.ListTargetsByRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.Rule;
import software.amazon.awssdk.services.eventbridge.model.Target;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsByTopicRequest;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsByTopicResponse;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.Subscription;

/**
 * An account of which a test says what it has. Lists come in pages of one item. A call is known by
 * its action, what it asks about, and the page: {@code DescribeMetricFilters trail 1}.
 */
final class FakeAccount {
  static final String ACCOUNT = FakeAws.ACCOUNT;
  static final String OTHER_ACCOUNT = "444455556666";
  static final String TRAIL = "arn:aws:cloudtrail:eu-west-1:" + ACCOUNT + ":trail/main";
  static final String GROUP = "arn:aws:logs:eu-west-1:" + ACCOUNT + ":log-group:trail:*";
  static final String ALARMS = "arn:aws:cloudwatch:eu-west-1:" + ACCOUNT + ":alarm:*";
  static final String TOPIC = "arn:aws:sns:eu-west-1:" + ACCOUNT + ":security";
  static final String RULE = "arn:aws:events:us-east-1:" + ACCOUNT + ":rule/watch";

  final List<Trail> trails = new ArrayList<>();
  GetTrailStatusResponse status = GetTrailStatusResponse.builder().isLogging(true).build();
  GetEventSelectorsResponse selectors = GetEventSelectorsResponse.builder().build();

  /** By the name of the log group; one that is not here is not there. */
  final Map<String, List<MetricFilter>> filters = new HashMap<>();

  final List<MetricAlarm> alarms = new ArrayList<>();
  final List<Rule> rules = new ArrayList<>();
  final List<Target> targets = new ArrayList<>();

  /** By the ARN of the topic; one that is not here is not there. */
  final Map<String, List<Subscription>> subscriptions = new HashMap<>();

  final List<String> calls = Collections.synchronizedList(new ArrayList<>());
  final Set<String> denied = new HashSet<>();

  /** Collects what is needed for these types; all where none is named. */
  Snapshot collect(Class<?>... types) {
    var collector =
        FakeAws.collector(new CloudTrail(), new Logs(), new CloudWatch(), new Events(), new Sns())
            .services(new MonitoringCollector());
    return (types.length == 0 ? collector : collector.forControls(FakeAws.controlsReading(types)))
        .build()
        .collect();
  }

  private void call(String action, String about) {
    calls.add(about.isEmpty() ? action : action + " " + about);
    if (denied.contains(action)) {
      throw error(AwsServiceException.builder(), 403, "AccessDenied", "You may not.");
    }
  }

  private static AwsServiceException error(
      AwsServiceException.Builder builder, int status, String code, String message) {
    return builder
        .statusCode(status)
        .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).errorMessage(message).build())
        .build();
  }

  private static <T> List<T> page(List<T> items, @Nullable String token) {
    int from = token == null ? 0 : Integer.parseInt(token);
    return items.subList(from, Math.min(items.size(), from + 1));
  }

  private static @Nullable String after(List<?> items, @Nullable String token) {
    int next = token == null ? 1 : Integer.parseInt(token) + 1;
    return next < items.size() ? Integer.toString(next) : null;
  }

  private static String about(String what, @Nullable String token) {
    return (what + (token == null ? "" : " " + token)).strip();
  }

  private static void checkPage(int expected, @Nullable Integer asked) {
    if (asked == null || asked != expected) {
      throw new AssertionError("asks for pages of " + asked);
    }
  }

  private final class CloudTrail implements CloudTrailClient {
    @Override
    public DescribeTrailsResponse describeTrails(DescribeTrailsRequest request) {
      if (!Boolean.TRUE.equals(request.includeShadowTrails())) {
        throw new AssertionError("leaves out trails of other Regions");
      }
      call("DescribeTrails", "");
      return DescribeTrailsResponse.builder().trailList(trails).build();
    }

    @Override
    public GetTrailStatusResponse getTrailStatus(GetTrailStatusRequest request) {
      call("GetTrailStatus", request.name());
      return status;
    }

    @Override
    public GetEventSelectorsResponse getEventSelectors(GetEventSelectorsRequest request) {
      call("GetEventSelectors", request.trailName());
      return selectors;
    }

    @Override
    public String serviceName() {
      return "cloudtrail";
    }

    @Override
    public void close() {}
  }

  private final class Logs implements CloudWatchLogsClient {
    @Override
    public DescribeMetricFiltersResponse describeMetricFilters(
        DescribeMetricFiltersRequest request) {
      checkPage(50, request.limit());
      String token = request.nextToken();
      call("DescribeMetricFilters", about(request.logGroupName(), token));
      List<MetricFilter> found = filters.get(request.logGroupName());
      if (found == null) {
        throw error(
            ResourceNotFoundException.builder(),
            400,
            "ResourceNotFoundException",
            "No such group.");
      }
      return DescribeMetricFiltersResponse.builder()
          .metricFilters(page(found, token))
          .nextToken(after(found, token))
          .build();
    }

    @Override
    public String serviceName() {
      return "logs";
    }

    @Override
    public void close() {}
  }

  private final class CloudWatch implements CloudWatchClient {
    @Override
    public DescribeAlarmsResponse describeAlarms(DescribeAlarmsRequest request) {
      checkPage(100, request.maxRecords());
      String token = request.nextToken();
      call("DescribeAlarms", about(String.join(",", request.alarmTypesAsStrings()), token));
      return DescribeAlarmsResponse.builder()
          .metricAlarms(page(alarms, token))
          .nextToken(after(alarms, token))
          .build();
    }

    @Override
    public String serviceName() {
      return "monitoring";
    }

    @Override
    public void close() {}
  }

  private final class Events implements EventBridgeClient {
    @Override
    public ListRulesResponse listRules(ListRulesRequest request) {
      checkPage(100, request.limit());
      String token = request.nextToken();
      call("ListRules", about("", token));
      return ListRulesResponse.builder()
          .rules(page(rules, token))
          .nextToken(after(rules, token))
          .build();
    }

    @Override
    public ListTargetsByRuleResponse listTargetsByRule(ListTargetsByRuleRequest request) {
      checkPage(100, request.limit());
      String token = request.nextToken();
      call("ListTargetsByRule", about(request.rule(), token));
      return ListTargetsByRuleResponse.builder()
          .targets(page(targets, token))
          .nextToken(after(targets, token))
          .build();
    }

    @Override
    public String serviceName() {
      return "events";
    }

    @Override
    public void close() {}
  }

  private final class Sns implements SnsClient {
    @Override
    public ListSubscriptionsByTopicResponse listSubscriptionsByTopic(
        ListSubscriptionsByTopicRequest request) {
      String token = request.nextToken();
      call("ListSubscriptionsByTopic", about(request.topicArn(), token));
      List<Subscription> found = subscriptions.get(request.topicArn());
      if (found == null) {
        throw error(NotFoundException.builder(), 404, "NotFound", "No such topic.");
      }
      return ListSubscriptionsByTopicResponse.builder()
          .subscriptions(page(found, token))
          .nextToken(after(found, token))
          .build();
    }

    @Override
    public String serviceName() {
      return "sns";
    }

    @Override
    public void close() {}
  }
}
