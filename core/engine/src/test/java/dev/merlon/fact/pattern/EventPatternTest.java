/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.fact.policy.Truth;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EventPatternTest {
  private static final SampleEvent EVENT =
      SampleEvent.any()
          .with("source", "aws.organizations")
          .with("detail-type", "AWS API Call via CloudTrail")
          .with("detail.eventName", "AttachPolicy")
          .with("detail.userIdentity.type", "Root")
          .without("detail.errorCode", "detail.userIdentity.invokedBy");

  private static Truth matches(String pattern) {
    return EventPattern.parse(pattern).matches(EVENT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          TRUE      | {"source": ["aws.organizations"]}
          TRUE      | {"source": ["aws.iam", "aws.organizations"]}
          FALSE     | {"source": ["aws.iam"]}
          FALSE     | {"source": ["AWS.organizations"]}
          FALSE     | {"source": []}
          TRUE      | {"source": ["aws.organizations"], "detail": {"eventName": ["AttachPolicy"]}}
          FALSE     | {"source": ["aws.organizations"], "detail": {"eventName": ["X"]}}
          TRUE      | {"detail": {"userIdentity": {"type": ["Root"]}}}
          UNDECIDED | {"region": ["us-east-1"]}
          FALSE     | {"region": ["us-east-1"], "source": ["aws.iam"]}
          FALSE     | {"detail": {"errorCode": ["AccessDenied"]}}
          FALSE     | {"detail": {"errorCode": [400]}}
          UNDECIDED | {"detail": {"eventName": [400]}}
          UNDECIDED | {"detail": {"eventName": [true]}}
          FALSE     | {"detail": {"errorCode": [null]}}
          """)
  void matches_values(Truth expected, String pattern) {
    assertThat(matches(pattern)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          TRUE      | [{"prefix": "aws."}]
          FALSE     | [{"prefix": "organizations"}]
          TRUE      | [{"prefix": {"equals-ignore-case": "AWS."}}]
          TRUE      | [{"suffix": "organizations"}]
          FALSE     | [{"suffix": "aws"}]
          TRUE      | [{"suffix": {"equals-ignore-case": "Organizations"}}]
          TRUE      | [{"equals-ignore-case": "AWS.Organizations"}]
          FALSE     | [{"equals-ignore-case": "AWS.IAM"}]
          TRUE      | [{"wildcard": "aws.*"}]
          TRUE      | [{"wildcard": "*organi*"}]
          FALSE     | [{"wildcard": "iam*"}]
          UNDECIDED | [{"wildcard": "aws.\\*"}]
          TRUE      | [{"anything-but": "aws.iam"}]
          FALSE     | [{"anything-but": "aws.organizations"}]
          FALSE     | [{"anything-but": ["aws.iam", "aws.organizations"]}]
          TRUE      | [{"anything-but": ["aws.iam", "aws.s3"]}]
          FALSE     | [{"anything-but": {"prefix": "aws."}}]
          FALSE     | [{"anything-but": {"prefix": ["x", "aws."]}}]
          TRUE      | [{"anything-but": {"suffix": "iam"}}]
          FALSE     | [{"anything-but": {"wildcard": "*organizations"}}]
          UNDECIDED | [{"anything-but": {"cidr": "10.0.0.0/8"}}]
          UNDECIDED | [{"anything-but": 1}]
          TRUE      | [{"exists": true}]
          FALSE     | [{"exists": false}]
          UNDECIDED | [{"exists": "yes"}]
          UNDECIDED | [{"numeric": [">", 1]}]
          UNDECIDED | [{"cidr": "10.0.0.0/8"}]
          UNDECIDED | [{"unheard-of": "x"}]
          UNDECIDED | [{"prefix": "aws.", "suffix": "x"}]
          UNDECIDED | [{"prefix": 1}]
          UNDECIDED | "aws.organizations"
          TRUE      | [{"unheard-of": "x"}, "aws.organizations"]
          """)
  void matches_operators(Truth expected, String choices) {
    assertThat(matches("{\"source\": " + choices + "}")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          FALSE     | errorCode | [{"exists": true}]
          TRUE      | errorCode | [{"exists": false}]
          FALSE     | errorCode | [{"anything-but": "x"}]
          FALSE     | errorCode | [{"prefix": ""}]
          FALSE     | errorCode | [{"unheard-of": "x"}]
          UNDECIDED | awsRegion | [{"exists": true}]
          UNDECIDED | awsRegion | [{"anything-but": "x"}]
          UNDECIDED | awsRegion | [{"prefix": "x"}]
          TRUE      | userIdentity | [{"exists": true}]
          UNDECIDED | userIdentity | ["Root"]
          """)
  void matches_fieldThatIsAbsentOrNotKnown(Truth expected, String field, String choices) {
    assertThat(matches("{\"detail\": {\"" + field + "\": " + choices + "}}")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          TRUE      | {"$or": [{"source": ["x"]}, {"detail": {"eventName": ["AttachPolicy"]}}]}
          FALSE     | {"$or": [{"source": ["x"]}, {"detail": {"eventName": ["X"]}}]}
          TRUE      | {"detail": {"$or": [{"eventName": ["X"]}, {"userIdentity": {"type": ["Root"]}}]}}
          FALSE     | {"source": ["x"], "$or": [{"source": ["aws.organizations"]}]}
          UNDECIDED | {"$or": [{"source": ["x"]}, {"region": ["eu-west-1"]}]}
          """)
  void matches_or(Truth expected, String pattern) {
    assertThat(matches(pattern)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                     | line 1, column 1: a value is missing at the end of the text
          {"source": ["x"]       | line 1, column 17: a comma or the end of the object is missing
          {"a": ["x"], "a": []}  | line 1, column 14: the key "a" is there twice
          ["source"]             | it is no JSON object
          """)
  void parse_whatIsNotUnderstood_isUndecidedAndSaysWhy(String pattern, String problem) {
    EventPattern parsed = EventPattern.parse(pattern);

    assertThat(parsed.problem()).isEqualTo(problem);
    assertThat(parsed.matches(EVENT)).isEqualTo(Truth.UNDECIDED);
  }

  @Test
  void matches_emptyObject_isUndecided() {
    assertThat(matches("{}")).isEqualTo(Truth.UNDECIDED);
    assertThat(matches("{\"detail\": {}}")).isEqualTo(Truth.UNDECIDED);
  }

  @Test
  void parse_anything_neverThrows() {
    Random random = new Random(1);
    String[] parts = {
      "{",
      "}",
      "[",
      "]",
      ":",
      ",",
      "\"source\"",
      "\"prefix\"",
      "\"anything-but\"",
      "\"exists\"",
      "\"$or\"",
      "\"aws.organizations\"",
      "true",
      "1",
      "null",
      "\"",
      " "
    };
    int understood = 0;
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder("{\"source\": [");
      for (int part = random.nextInt(6); part > 0; part--) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      EventPattern parsed = EventPattern.parse(text.append("]}").toString());
      understood += parsed.problem().isEmpty() ? 1 : 0;
      assertThat(parsed.problem().isEmpty() || parsed.matches(EVENT) == Truth.UNDECIDED).isTrue();
    }
    assertThat(understood).isBetween(1, 19_999);
  }
}
