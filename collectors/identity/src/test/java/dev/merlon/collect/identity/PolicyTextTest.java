/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PolicyTextTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "%7B%22Version%22%3A%222012-10-17%22%7D, {\"Version\":\"2012-10-17\"}",
        "%7b%22a%22%3a%22%2a%22%7d, {\"a\":\"*\"}",
        "%7B%22a%22:%22s3:Get*%22%7D, {\"a\":\"s3:Get*\"}",
        "%22a+b%2Bc%20d%22, \"a+b+c d\"",
        "%22caf%C3%A9%20%F0%9F%94%91%22, \"café 🔑\"",
        "%22café%22, \"café\"",
        "%22100%25%22, \"100%\""
      })
  void decoded_encodedText_isDecoded(String encoded, String text) {
    assertThat(PolicyText.decoded(encoded)).isEqualTo(text);
  }

  @Test
  void decoded_encodedTwice_isDecodedOnce() {
    assertThat(PolicyText.decoded("%257B%2522a%2522%257D")).isEqualTo("%7B%22a%22%7D");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"Action\": \"s3:%2A\"}",
        "%7B%22a%22%7",
        "%7B%22a%22%",
        "%7B%22a%22%zz",
        "%7B%22a%22% 7",
        "%7B%22%-1%22",
        "%7B%22%FF%22%7D",
        "%7B%22%C3%22%7D",
        "not a policy",
        "",
        "%"
      })
  void decoded_notEncodedOrNotRightly_isKeptAsItIs(String text) {
    assertThat(PolicyText.decoded(text)).isEqualTo(text);
  }

  @Test
  void decoded_longText_isDecoded() {
    String text = "{\"Sid\":\"" + "a é/*".repeat(40_000) + "\"}";

    assertThat(
            PolicyText.decoded(URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20")))
        .isEqualTo(text)
        .hasSizeGreaterThan(200_000 - 1);
  }
}
