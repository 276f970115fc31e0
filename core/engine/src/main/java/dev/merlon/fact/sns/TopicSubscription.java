/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.sns;

import dev.merlon.fact.Arn;
import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;
import java.util.Collection;
import java.util.stream.Stream;

/**
 * A subscription to a topic that an alarm or a rule notifies. Whom it reaches is not kept.
 *
 * @param arn the topic's, {@code :PendingConfirmation:} and the protocol where there is none yet
 * @param protocol {@code email}, {@code sms}, {@code https}, …
 * @param isConfirmed whether messages are sent to it
 */
@ReadBy(value = "sns:ListSubscriptionsByTopic", scope = ReadBy.Scope.ACCOUNT, per = "topicArn")
public record TopicSubscription(
    String arn,
    String account,
    String region,
    String topicArn,
    String protocol,
    boolean isConfirmed)
    implements Resource {

  /** Whether an ARN is that of a topic. */
  public static boolean isTopic(String arn) {
    return Arn.of(arn).service().equals("sns");
  }

  /** Those of some ARNs that are topics of an account. */
  public static Stream<String> topicsOf(String account, Collection<String> arns) {
    return arns.stream().filter(arn -> isTopic(arn) && Arn.of(arn).account().equals(account));
  }
}
