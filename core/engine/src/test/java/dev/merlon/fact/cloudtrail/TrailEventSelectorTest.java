/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.cloudtrail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.fact.cloudtrail.TrailEventSelector.FieldSelector;
import dev.merlon.fact.pattern.SampleEvent;
import dev.merlon.fact.policy.Truth;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TrailEventSelectorTest {
  private static final SampleEvent WRITE =
      SampleEvent.any()
          .with("eventCategory", "Management")
          .with("eventSource", "iam.amazonaws.com")
          .with("readOnly", "false");
  private static final SampleEvent READ = WRITE.with("readOnly", "true");
  private static final FieldSelector MANAGEMENT = equalTo("eventCategory", "Management");

  @ParameterizedTest
  @CsvSource({
    "All,       true,  '',                  TRUE,  TRUE",
    "All,       true,  kms.amazonaws.com,   TRUE,  TRUE",
    "All,       true,  iam.amazonaws.com,   FALSE, FALSE",
    "All,       false, '',                  FALSE, FALSE",
    "WriteOnly, true,  '',                  TRUE,  FALSE",
    "ReadOnly,  true,  '',                  FALSE, TRUE",
    "'',        true,  '',                  FALSE, FALSE",
  })
  void records_basicSelector(
      String type, boolean management, String excluded, Truth write, Truth read) {
    TrailEventSelector selector =
        new TrailEventSelector(
            "arn", "1", "global", "trail", type, management, List.of(excluded), List.of());

    assertThat(selector.records(WRITE)).isEqualTo(write);
    assertThat(selector.records(READ)).isEqualTo(read);
  }

  @Test
  void records_advancedSelector_asksAllFields() {
    assertThat(advanced(MANAGEMENT).records(WRITE)).isEqualTo(Truth.TRUE);
    assertThat(advanced(equalTo("eventCategory", "Data")).records(WRITE)).isEqualTo(Truth.FALSE);
    assertThat(advanced(MANAGEMENT, equalTo("readOnly", "true")).records(WRITE))
        .isEqualTo(Truth.FALSE);
    assertThat(advanced(MANAGEMENT, equalTo("readOnly", "true")).records(READ))
        .isEqualTo(Truth.TRUE);
    assertThat(advanced(MANAGEMENT, equalTo("userIdentity.arn", "x")).records(WRITE))
        .isEqualTo(Truth.UNDECIDED);
  }

  @ParameterizedTest
  @CsvSource({
    "iam.amazonaws.com, '',  '',             '',                '',    '',   TRUE",
    "kms.amazonaws.com, '',  '',             '',                '',    '',   FALSE",
    "'',                iam, '',             '',                '',    '',   TRUE",
    "'',                kms, '',             '',                '',    '',   FALSE",
    "'',                '',  .amazonaws.com, '',                '',    '',   TRUE",
    "'',                '',  .example.com,   '',                '',    '',   FALSE",
    "'',                '',  '',             kms.amazonaws.com, '',    '',   TRUE",
    "'',                '',  '',             iam.amazonaws.com, '',    '',   FALSE",
    "'',                '',  '',             '',                iam,   '',   FALSE",
    "'',                '',  '',             '',                '',    .com, FALSE",
    "'',                iam, '',             '',                '',    .com, FALSE",
  })
  void records_advancedSelector_everyOperatorCounts(
      String equalTo,
      String startsWith,
      String endsWith,
      String notEquals,
      String notStartsWith,
      String notEndsWith,
      Truth expected) {
    FieldSelector source =
        new FieldSelector(
            "eventSource",
            list(equalTo),
            list(startsWith),
            list(endsWith),
            list(notEquals),
            list(notStartsWith),
            list(notEndsWith));

    assertThat(advanced(source).records(WRITE)).isEqualTo(expected);
  }

  private static List<String> list(String text) {
    return text.isEmpty() ? List.of() : List.of(text);
  }

  private static FieldSelector equalTo(String field, String value) {
    return new FieldSelector(
        field, List.of(value), List.of(), List.of(), List.of(), List.of(), List.of());
  }

  private static TrailEventSelector advanced(FieldSelector... fields) {
    return new TrailEventSelector(
        "arn", "1", "global", "trail", "", false, List.of(), Arrays.asList(fields));
  }
}
