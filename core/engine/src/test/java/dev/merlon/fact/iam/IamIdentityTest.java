/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.iam;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What users and roles tell of themselves. */
final class IamIdentityTest {

  private static IamRole role(String path) {
    return new IamRole(
        "arn", "1", "global", "role", path, Instant.EPOCH, "{}", List.of(), "", null, Map.of());
  }

  @Test
  void hasTag_whateverItsValue_isTrue() {
    IamUser user =
        new IamUser(
            "arn",
            "1",
            "global",
            "ada",
            "id",
            "/",
            Instant.EPOCH,
            List.of(),
            List.of(),
            "",
            Map.of("service-account", ""));
    assertThat(user.hasTag("service-account")).isTrue();
    assertThat(user.hasTag("Service-Account")).isFalse();
  }

  @Test
  void isByIdentityCenter_ofItsPath_isTrue() {
    assertThat(role("/aws-reserved/sso.amazonaws.com/eu-west-1/").isByIdentityCenter()).isTrue();
    assertThat(role("/mine/aws-reserved/sso.amazonaws.com/").isByIdentityCenter()).isFalse();
    assertThat(role("/").isByIdentityCenter()).isFalse();
  }

  @Test
  void isServiceLinked_ofItsPath_isTrue() {
    assertThat(role("/aws-service-role/support.amazonaws.com/").isServiceLinked()).isTrue();
    assertThat(role("/service-role/").isServiceLinked()).isFalse();
  }
}
