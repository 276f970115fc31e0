/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.sns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TopicSubscriptionTest {

  @Test
  void topicsOf_someArns_areTopicsOfTheAccount() {
    assertThat(
            TopicSubscription.topicsOf(
                "1",
                List.of(
                    "arn:aws:sns:us-east-1:1:ours",
                    "arn:aws:sns:us-east-1:2:theirs",
                    "arn:aws:lambda:us-east-1:1:function:f",
                    "arn:aws:automate:us-east-1:ec2:stop",
                    "")))
        .containsExactly("arn:aws:sns:us-east-1:1:ours");
  }
}
