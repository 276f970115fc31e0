/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.identity;

import dev.merlon.collect.Reading;
import dev.merlon.fact.iam.AccountSummary;
import dev.merlon.fact.iam.AccountSummary.RootPassword;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.IamClient;

/** Maps what GetAccountSummary tells of the root user. */
final class AccountSummaryReader {
  private static final String PASSWORD = "AccountPasswordPresent";
  private static final String KEYS = "AccountAccessKeysPresent";
  private static final String CERTIFICATES = "AccountSigningCertificatesPresent";
  private static final String MFA = "AccountMFAEnabled";

  private AccountSummaryReader() {}

  static void read(IamClient iam, Reading reading) {
    reading.each(
        List.of(iam.getAccountSummary().summaryMapAsStrings()), figures -> map(figures, reading));
  }

  private static AccountSummary map(Map<String, Integer> figures, Reading reading) {
    List<String> missing = new ArrayList<>();
    AccountSummary summary =
        new AccountSummary(
            reading.arn("iam", reading.account(), "root"),
            reading.account(),
            reading.region(),
            password(figures.get(PASSWORD)),
            figure(KEYS, figures, missing),
            figure(CERTIFICATES, figures, missing),
            figure(MFA, figures, missing) > 0);
    // A figure that is missing is not zero: that would vouch for a root user without credentials.
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException("figures that are missing: " + String.join(", ", missing));
    }
    return summary;
  }

  private static int figure(String name, Map<String, Integer> figures, List<String> missing) {
    Integer figure = figures.get(name);
    if (figure == null) {
      missing.add(name);
      return 0;
    }
    return figure;
  }

  private static RootPassword password(@Nullable Integer figure) {
    if (figure == null) {
      return RootPassword.NOT_SAID;
    }
    return figure == 0 ? RootPassword.ABSENT : RootPassword.PRESENT;
  }
}
