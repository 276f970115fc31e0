/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.monitoring;

import static dev.merlon.collect.AwsValues.required;
import static dev.merlon.collect.AwsValues.text;

import dev.merlon.collect.Reading;
import dev.merlon.collect.Regional;
import dev.merlon.fact.events.EventRule;
import dev.merlon.fact.events.EventTarget;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.ListRulesResponse;
import software.amazon.awssdk.services.eventbridge.model.ListTargetsByRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.Rule;
import software.amazon.awssdk.services.eventbridge.model.Target;

/**
 * Maps ListRules of the default event bus, and ListTargetsByRule for rules that may matter. The SDK
 * has no paginators for them.
 */
final class EventRuleReader {
  private static final int PAGE = 100;

  private EventRuleReader() {}

  static void read(Regional<EventBridgeClient> events, Reading reading) {
    EventBridgeClient client = events.in(events.homeOfGlobalServices());
    String token = null;
    do {
      ListRulesResponse page = page(client, token);
      reading.each(page.rules(), rule -> map(rule, reading));
      token = page.nextToken();
    } while (token != null);
  }

  private static ListRulesResponse page(EventBridgeClient client, @Nullable String token) {
    return client.listRules(request -> request.limit(PAGE).nextToken(token));
  }

  private static EventRule map(Rule rule, Reading reading) {
    return new EventRule(
        required(rule.arn(), "Arn"),
        reading.account(),
        reading.region(),
        required(rule.name(), "Name"),
        required(rule.stateAsString(), "State"),
        text(rule.eventPattern()));
  }

  static void readTargets(Regional<EventBridgeClient> events, EventRule rule, Reading reading) {
    if (!rule.mayPassOnATopic()) {
      return;
    }
    EventBridgeClient client = events.in(events.homeOfGlobalServices());
    String token = null;
    do {
      ListTargetsByRuleResponse page = page(client, rule, token);
      reading.each(page.targets(), target -> map(target, rule, reading));
      token = page.nextToken();
    } while (token != null);
  }

  private static ListTargetsByRuleResponse page(
      EventBridgeClient client, EventRule rule, @Nullable String token) {
    return client.listTargetsByRule(
        request -> request.rule(rule.name()).limit(PAGE).nextToken(token));
  }

  private static EventTarget map(Target target, EventRule rule, Reading reading) {
    String id = required(target.id(), "Id");
    return new EventTarget(
        rule.arn() + "/target/" + id,
        reading.account(),
        reading.region(),
        rule.arn(),
        id,
        required(target.arn(), "Arn"));
  }
}
