/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.identity;

import static dev.merlon.collect.identity.Collected.ACCOUNT;
import static dev.merlon.collect.identity.Collected.REGION;
import static dev.merlon.collect.identity.Collected.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.Snapshot;
import dev.merlon.fact.iam.PasswordPolicy;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.GetAccountPasswordPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetAccountPasswordPolicyResponse;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;

final class PasswordPolicyReaderTest {
  private static final String ACTION = "iam:GetAccountPasswordPolicy";
  private static final List<Class<?>> TYPE = List.of(PasswordPolicy.class);

  @Test
  void read_strongPolicy_tellsIt() {
    assertThat(
            collect(
                () ->
                    answer(
                        software.amazon.awssdk.services.iam.model.PasswordPolicy.builder()
                            .minimumPasswordLength(14)
                            .requireUppercaseCharacters(true)
                            .requireLowercaseCharacters(true)
                            .requireNumbers(true)
                            .requireSymbols(true)
                            .expirePasswords(true)
                            .maxPasswordAge(90)
                            .passwordReusePrevention(24)
                            .allowUsersToChangePassword(true)
                            .hardExpiry(true)
                            .build())))
        .isEqualTo(
            Collected.snapshot(
                TYPE,
                List.of(
                    new PasswordPolicy(
                        ROOT, ACCOUNT, REGION, 14, true, true, true, true, true, 90, 24, true))));
  }

  @Test
  void read_barePolicy_hasNothingOfTheRest() {
    assertThat(
            collect(
                () ->
                    answer(
                        software.amazon.awssdk.services.iam.model.PasswordPolicy.builder()
                            .minimumPasswordLength(6)
                            .build())))
        .isEqualTo(
            Collected.snapshot(
                TYPE,
                List.of(
                    new PasswordPolicy(
                        ROOT, ACCOUNT, REGION, 6, false, false, false, false, false, 0, 0,
                        false))));
  }

  @Test
  void read_noSuchEntity_isNoPolicyAndNoGap() {
    assertThat(
            collect(
                () -> {
                  throw Collected.with(
                      NoSuchEntityException.builder(), 404, "NoSuchEntity", "There is none.");
                }))
        .isEqualTo(Collected.snapshot(TYPE, List.of()));
  }

  @Test
  void read_denied_isAGap() {
    assertThat(
            collect(
                () -> {
                  throw Collected.denied();
                }))
        .isEqualTo(
            Collected.snapshot(
                List.of(),
                List.of(),
                Collected.gap(
                    PasswordPolicy.class,
                    null,
                    ACTION + " was denied: AccessDenied: You may not.")));
  }

  @Test
  void read_emptyAnswers_areGapsAndNoPolicy() {
    assertThat(collect(() -> GetAccountPasswordPolicyResponse.builder().build()))
        .isEqualTo(
            Collected.snapshot(
                TYPE,
                List.of(),
                Collected.lost(PasswordPolicy.class, ACTION, "PasswordPolicy is missing")));
    assertThat(
            collect(
                () ->
                    answer(
                        software.amazon.awssdk.services.iam.model.PasswordPolicy.builder()
                            .requireNumbers(true)
                            .build())))
        .isEqualTo(
            Collected.snapshot(
                TYPE,
                List.of(),
                Collected.lost(PasswordPolicy.class, ACTION, "MinimumPasswordLength is missing")));
  }

  private static GetAccountPasswordPolicyResponse answer(
      software.amazon.awssdk.services.iam.model.PasswordPolicy policy) {
    return GetAccountPasswordPolicyResponse.builder().passwordPolicy(policy).build();
  }

  private static Snapshot collect(Supplier<GetAccountPasswordPolicyResponse> answer) {
    return Collected.from(
        new FakeIam() {
          @Override
          public GetAccountPasswordPolicyResponse getAccountPasswordPolicy(
              GetAccountPasswordPolicyRequest request) {
            return answer.get();
          }
        },
        PasswordPolicy.class);
  }
}
