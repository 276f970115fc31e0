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

final class LogFilterPatternTest {
  private static final SampleEvent EVENT =
      SampleEvent.any()
          .with("eventName", "AttachPolicy")
          .with("eventSource", "organizations.amazonaws.com")
          .with("userIdentity.type", "Root")
          .with("session.mfa", "true")
          .without("errorCode", "userIdentity.invokedBy", "responseElements");

  private static Truth matches(String pattern) {
    return LogFilterPattern.parse(pattern).matches(EVENT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          TRUE      | { $.eventName = AttachPolicy }
          TRUE      | { $.eventName = "AttachPolicy" }
          TRUE      | {$.eventName=AttachPolicy}
          TRUE      | {$.eventName="AttachPolicy"&&$.userIdentity.type=Root}
          FALSE     | { $.eventName = attachpolicy }
          FALSE     | { $.eventName = Attach }
          FALSE     | { $.eventName = DetachPolicy }
          TRUE      | { $.eventName = * }
          TRUE      | { $.eventName = Attach* }
          TRUE      | { $.eventName = "*Policy" }
          TRUE      | { $.eventName = "A*h*y" }
          FALSE     | { $.eventName = "A*h*x" }
          TRUE      | { $.eventName != DetachPolicy }
          FALSE     | { $.eventName != "Attach*" }
          UNDECIDED | { $.awsRegion = us-east-1 }
          UNDECIDED | { $.awsRegion != us-east-1 }
          UNDECIDED | { $.awsRegion = * }
          FALSE     | { $.errorCode = AccessDenied }
          UNDECIDED | { $.errorCode != AccessDenied }
          FALSE     | { $.responseElements.policy.id = p-1 }
          """)
  void matches_comparisonOfTexts(Truth expected, String pattern) {
    assertThat(matches(pattern)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FALSE     | { $.eventName NOT EXISTS }
          TRUE      | { $.eventName EXISTS }
          TRUE      | { $.userIdentity EXISTS }
          TRUE      | { $.userIdentity.invokedBy NOT EXISTS }
          TRUE      | { $.userIdentity.invokedBy NOT  EXISTS }
          TRUE      | { $.userIdentity.invokedBy.deeper NOT EXISTS }
          UNDECIDED | { $.awsRegion NOT EXISTS }
          FALSE     | { $.eventName IS NULL }
          UNDECIDED | { $.errorCode IS NULL }
          UNDECIDED | { $.awsRegion IS NULL }
          TRUE      | { $.session.mfa IS TRUE }
          FALSE     | { $.session.mfa IS FALSE }
          UNDECIDED | { $.awsRegion IS TRUE }
          FALSE     | { $.errorCode IS TRUE }
          """)
  void matches_presence(Truth expected, String pattern) {
    assertThat(matches(pattern)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          UNDECIDED | { $.eventVersion = 1.08 }
          UNDECIDED | { $.eventName = 400 }
          UNDECIDED | { $.eventName >= 400 }
          FALSE     | { $.errorCode < 400 }
          FALSE     | { $.errorCode = 400 }
          UNDECIDED | { $.eventName = %^Attach% }
          UNDECIDED | { $.eventName != %^Attach (all)% }
          FALSE     | { $.errorCode = %.*% }
          UNDECIDED | { $.resources[0].ARN = x }
          UNDECIDED | { $.['eventName'] = x }
          """)
  void matches_numbersRegexesAndArrays_areUndecidedUnlessTheFieldIsAbsent(
      Truth expected, String pattern) {
    assertThat(matches(pattern)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          TRUE      ; { ($.eventName = X) || ($.eventName = AttachPolicy) }
          FALSE     ; { ($.eventName = X) && ($.eventName = AttachPolicy) }
          TRUE      ; { $.eventName = X && $.eventName = Y || $.eventName = AttachPolicy }
          FALSE     ; { $.eventName = X && ($.eventName = Y || $.eventName = AttachPolicy) }
          TRUE      ; { $.eventName = AttachPolicy || $.eventName = X && $.eventName = Y }
          TRUE      ; { ((($.eventName = AttachPolicy))) }
          TRUE      ; { ($.awsRegion = x) || ($.eventName = AttachPolicy) }
          FALSE     ; { ($.awsRegion = x) && ($.eventName = X) }
          UNDECIDED ; { ($.awsRegion = x) || ($.eventName = X) }
          UNDECIDED ; { ($.awsRegion = x) && ($.eventName = AttachPolicy) }
          """)
  void matches_connectives_bindAsAwsSays(Truth expected, String pattern) {
    assertThat(matches(pattern)).isEqualTo(expected);
  }

  @Test
  void matches_emptyPattern_catchesAll() {
    assertThat(matches("")).isEqualTo(Truth.TRUE);
    assertThat(matches("  ")).isEqualTo(Truth.TRUE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          AttachPolicy                        | it is no pattern for JSON
          [ip, user, ...]                     | it is no pattern for JSON
          { $.eventName = }                   | it is not understood from column 17 on
          { $.eventName ~ x }                 | it is not understood from column 15 on
          { eventName = x }                   | it is not understood from column 3 on
          { $.eventName = x                   | it is not understood from column 18 on
          { $.eventName = x } y               | it is not understood from column 20 on
          { ($.eventName = x }                | it is not understood from column 20 on
          { $.eventName = x & $.a = b }       | it is not understood from column 19 on
          { $.eventName = %x }                | it is not understood from column 17 on
          { $. = x }                          | it is not understood from column 5 on
          { $.eventName = "x }                | a quoted text has no end, or an escape in it
          { $.eventName = "\\"x" }            | a quoted text has no end, or an escape in it
          """)
  void parse_whatIsNotUnderstood_isUndecidedAndSaysWhy(String pattern, String problem) {
    LogFilterPattern parsed = LogFilterPattern.parse(pattern);

    assertThat(parsed.problem()).isEqualTo(problem);
    assertThat(parsed.matches(EVENT)).isEqualTo(Truth.UNDECIDED);
  }

  @Test
  void parse_deepNesting_isRefused() {
    assertThat(LogFilterPattern.parse("{" + "(".repeat(100_000)).problem())
        .isEqualTo("it is nested deeper than 50 levels");
  }

  @Test
  void matches_longChain_needsNoDeepStack() {
    String choices = "$.eventName = X || ".repeat(50_000);

    assertThat(matches("{ " + choices + "$.eventName = AttachPolicy }")).isEqualTo(Truth.TRUE);
    assertThat(matches("{ " + choices + "$.eventName = Y }")).isEqualTo(Truth.FALSE);
  }

  @Test
  void parse_anything_neverThrows() {
    Random random = new Random(1);
    String[] parts = {
      "{",
      "}",
      "(",
      ")",
      "$",
      ".",
      "eventName",
      " ",
      "=",
      "!=",
      "&&",
      "||",
      "\"",
      "%",
      "*",
      "NOT",
      "EXISTS",
      "IS",
      "NULL",
      "x",
      "1",
      "\\",
      "<",
      "[",
      "\u0000",
      "é"
    };
    int undecided = 0;
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder("{ $.eventName = x ");
      for (int part = random.nextInt(12); part > 0; part--) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      LogFilterPattern parsed = LogFilterPattern.parse(text.append(" }").toString());
      undecided += parsed.matches(EVENT) == Truth.UNDECIDED ? 1 : 0;
      assertThat(parsed.problem().isEmpty() || parsed.matches(EVENT) == Truth.UNDECIDED).isTrue();
    }
    assertThat(undecided).isBetween(1, 19_999);
  }
}
