/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.cloudtrail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TrailTest {

  @ParameterizedTest
  @CsvSource({
    "arn:aws:logs:eu-west-1:1:log-group:trail:*, arn:aws:cloudwatch:eu-west-1:1:alarm:*",
    "arn:aws-cn:logs:cn-north-1:1:log-group:trail:*, arn:aws-cn:cloudwatch:cn-north-1:1:alarm:*",
    "arn:aws:logs:eu-west-1:2:log-group:trail:*, ''",
    "arn:aws:logs::1:log-group:trail:*, ''",
    "no ARN, ''",
    "'', ''",
  })
  void logGroupHere_ofSomeAccount_isThereForTheOneThatWasRead(String logGroup, String alarms) {
    Trail trail = new Trail("arn", "1", "global", "main", "eu-west-1", true, false, logGroup);

    assertThat(trail.hasLogGroupHere()).isEqualTo(!alarms.isEmpty());
    assertThat(String.join(",", trail.logGroupHere().toList()))
        .isEqualTo(alarms.isEmpty() ? "" : logGroup);
    assertThat(String.join(",", trail.alarmsHere().toList())).isEqualTo(alarms);
  }
}
