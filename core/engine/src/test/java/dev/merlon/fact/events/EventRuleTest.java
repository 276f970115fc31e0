/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.fact.pattern.EventProbe;
import dev.merlon.fact.pattern.EventTopic;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EventRuleTest {
  private static final EventProbe WRITES = EventTopic.ORGANIZATIONS_CHANGES.probes().get(0);
  private static final EventProbe READS =
      EventTopic.ROOT_USAGE.probes().stream()
          .filter(EventProbe::isReadOnly)
          .findFirst()
          .orElseThrow();

  private static EventRule rule(String state, String pattern) {
    return new EventRule(
        "arn:aws:events:us-east-1:1:rule/watch", "1", "global", "watch", state, pattern);
  }

  @ParameterizedTest
  @CsvSource({
    "ENABLED, {}, true, false",
    "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS, {}, true, true",
    "DISABLED, {}, false, false",
    "ENABLED, '', false, false",
    "'', {}, false, false",
  })
  void isGiven_byState(String state, String pattern, boolean writes, boolean reads) {
    assertThat(rule(state, pattern).isGiven(WRITES)).isEqualTo(writes);
    assertThat(rule(state, pattern).isGiven(READS)).isEqualTo(reads);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ENABLED  | {"source": ["aws.organizations"]}            | true
          ENABLED  | {"source": ["aws.health"]}                   | false
          ENABLED  | {"source": ["aws.signin"]}                   | true
          ENABLED  | {"source": ["aws.signin"], "account": ["1"]} | true
          ENABLED  | {"source": ["aws.signin"], "account": ["2"]} | false
          ENABLED  | {"detail": {"eventName": ["RunInstances"]}}  | true
          ENABLED  | {"detail": {"eventName": ["ListUsers"]}}     | false
          ENABLED  | not JSON                                     | true
          ENABLED  | ``                                           | false
          DISABLED | {"source": ["aws.organizations"]}            | false
          """)
  void mayPassOnATopic_ofARule_isTrueUnlessItCertainlyDoesNot(
      String state, String pattern, boolean expected) {
    assertThat(rule(state, pattern).mayPassOnATopic()).isEqualTo(expected);
  }
}
