/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.identity;

import static dev.merlon.collect.AwsValues.flag;
import static dev.merlon.collect.AwsValues.number;
import static dev.merlon.collect.AwsValues.present;

import dev.merlon.collect.Reading;
import dev.merlon.fact.iam.PasswordPolicy;
import java.util.List;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.GetAccountPasswordPolicyResponse;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;

/** Maps GetAccountPasswordPolicy. */
final class PasswordPolicyReader {
  private PasswordPolicyReader() {}

  static void read(IamClient iam, Reading reading) {
    reading.each(answers(iam), answer -> map(answer, reading));
  }

  /** None where the account has no policy of its own. */
  private static List<GetAccountPasswordPolicyResponse> answers(IamClient iam) {
    try {
      return List.of(iam.getAccountPasswordPolicy());
    } catch (NoSuchEntityException e) {
      return List.of();
    }
  }

  private static PasswordPolicy map(GetAccountPasswordPolicyResponse answer, Reading reading) {
    software.amazon.awssdk.services.iam.model.PasswordPolicy policy =
        present(answer.passwordPolicy(), "PasswordPolicy");
    return new PasswordPolicy(
        reading.arn("iam", reading.account(), "root"),
        reading.account(),
        reading.region(),
        present(policy.minimumPasswordLength(), "MinimumPasswordLength"),
        flag(policy.requireUppercaseCharacters()),
        flag(policy.requireLowercaseCharacters()),
        flag(policy.requireNumbers()),
        flag(policy.requireSymbols()),
        flag(policy.expirePasswords()),
        number(policy.maxPasswordAge(), 0),
        number(policy.passwordReusePrevention(), 0),
        flag(policy.allowUsersToChangePassword()));
  }
}
