/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.monitoring;

import static dev.merlon.collect.AwsValues.required;
import static dev.merlon.collect.AwsValues.text;

import dev.merlon.collect.Reading;
import dev.merlon.collect.Regional;
import dev.merlon.fact.Arn;
import dev.merlon.fact.cloudwatch.MetricAlarm;
import dev.merlon.fact.events.EventTarget;
import dev.merlon.fact.sns.TopicSubscription;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.Subscription;

/** Maps ListSubscriptionsByTopic for topics that are notified. */
final class TopicSubscriptionReader {
  private TopicSubscriptionReader() {}

  static Stream<String> topics(MetricAlarm alarm) {
    return TopicSubscription.topicsOf(alarm.account(), alarm.alarmActions());
  }

  static Stream<String> topics(EventTarget target) {
    return TopicSubscription.topicsOf(target.account(), List.of(target.targetArn()));
  }

  static void read(Regional<SnsClient> sns, String topicArn, Reading reading) {
    try {
      reading.each(
          sns.in(Arn.of(topicArn).region())
              .listSubscriptionsByTopicPaginator(request -> request.topicArn(topicArn))
              .subscriptions(),
          subscription -> map(subscription, topicArn, reading));
    } catch (NotFoundException e) {
      // The topic was deleted: nobody is subscribed to it.
    }
  }

  /** Where there is no ARN yet, or no more, there is a word. */
  private static TopicSubscription map(
      Subscription subscription, String topicArn, Reading reading) {
    String arn = required(subscription.subscriptionArn(), "SubscriptionArn");
    String protocol = text(subscription.protocol());
    boolean confirmed = arn.startsWith("arn:");
    return new TopicSubscription(
        confirmed ? arn : String.join(":", topicArn, arn, protocol),
        reading.account(),
        reading.region(),
        topicArn,
        protocol,
        confirmed);
  }
}
