/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ArnTest {

  @Test
  void of_anArn_keepsColonsInTheResource() {
    assertThat(Arn.of("arn:aws-cn:logs:cn-north-1:1:log-group:trail:*"))
        .isEqualTo(new Arn("aws-cn", "logs", "cn-north-1", "1", "log-group:trail:*"));
    assertThat(Arn.of("arn:aws:iam::1:root")).isEqualTo(new Arn("aws", "iam", "", "1", "root"));
  }

  @Test
  void of_anythingElse_isEmpty() {
    Arn none = new Arn("", "", "", "", "");
    assertThat(Arn.of("")).isEqualTo(none);
    assertThat(Arn.of("arn:aws:sns:us-east-1")).isEqualTo(none);
    assertThat(Arn.of("urn:aws:sns:us-east-1:1:topic")).isEqualTo(none);
  }
}
