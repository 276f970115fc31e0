/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.iam;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A row of the credential report, which is up to four hours old. The root user has one as well,
 * {@link #isRoot}. A time is null where the report has {@code N/A}, {@code no_information} or
 * {@code not_supported}.
 *
 * @param arn the ARN of the user, or of the account's root
 * @param user the user's name; {@code <root_account>} for the root user
 * @param passwordEnabled whether there is a console password; never true for the root user, of whom
 *     the report may say {@code not_supported}
 * @param generatedTime when AWS made the report
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html">credential
 *     reports</a>
 */
@ReadBy(
    value = {"iam:GenerateCredentialReport", "iam:GetCredentialReport"},
    scope = ReadBy.Scope.ACCOUNT)
public record CredentialReportRow(
    String arn,
    String account,
    String region,
    String user,
    @Nullable Instant userCreationTime,
    boolean passwordEnabled,
    @Nullable Instant passwordLastUsed,
    @Nullable Instant passwordLastChanged,
    boolean mfaActive,
    ReportedKey accessKey1,
    ReportedKey accessKey2,
    boolean cert1Active,
    boolean cert2Active,
    Instant generatedTime)
    implements Resource {
  /** The name that the report has for the root user. */
  public static final String ROOT = "<root_account>";

  /** One of the two access keys that a user may have; the report does not tell its id. */
  public record ReportedKey(
      boolean active, @Nullable Instant lastRotated, @Nullable Instant lastUsedDate) {}

  public boolean isRoot() {
    return user.equals(ROOT);
  }

  /** Whether the password or an access key was used at a time or later. */
  public boolean usedSince(Instant since) {
    return uses().values().stream().anyMatch(use -> !use.isBefore(since));
  }

  /** Evidence for a use: when each credential was used last, and when the report was made. */
  public SortedMap<String, Instant> lastUses() {
    SortedMap<String, Instant> uses = uses();
    uses.put("reportGenerated", generatedTime);
    return uses;
  }

  private SortedMap<String, Instant> uses() {
    SortedMap<String, Instant> uses = new TreeMap<>();
    put(uses, "passwordLastUsed", passwordLastUsed);
    put(uses, "accessKey1LastUsed", accessKey1.lastUsedDate());
    put(uses, "accessKey2LastUsed", accessKey2.lastUsedDate());
    return uses;
  }

  private static void put(Map<String, Instant> uses, String name, @Nullable Instant use) {
    if (use != null) {
      uses.put(name, use);
    }
  }
}
