/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.iam;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
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

  /** Two times of one event: the report rounds, and a console makes a user step by step. */
  private static final Duration SAME = Duration.ofMinutes(1);

  /** One of the two access keys that a user may have; the report does not tell its id. */
  public record ReportedKey(
      boolean active, @Nullable Instant lastRotated, @Nullable Instant lastUsedDate) {

    private boolean isFromBefore(Instant time) {
      return active && lastRotated != null && lastRotated.isBefore(time);
    }

    private boolean isOfUnknownAge() {
      return active && lastRotated == null;
    }

    private boolean isUnusedSince(Instant time) {
      Instant last = latest(lastUsedDate, lastRotated);
      return active && last != null && last.isBefore(time);
    }

    private boolean isOfUnknownUse() {
      return active && lastUsedDate == null && lastRotated == null;
    }
  }

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

  /**
   * Whether the row is about the user who was created at a time. A user who was created after the
   * report has none, or has that of an earlier user of the same name.
   */
  public boolean describes(Instant createDate) {
    return userCreationTime != null && within(userCreationTime, createDate);
  }

  public boolean hasActiveKey() {
    return accessKey1.active() || accessKey2.active();
  }

  /** Whether the user can sign in with a password or call AWS with an access key. */
  public boolean hasActiveCredential() {
    return passwordEnabled || hasActiveKey();
  }

  public boolean hasTwoActiveKeys() {
    return accessKey1.active() && accessKey2.active();
  }

  /** Evidence for what the user can sign in with. */
  public SortedMap<String, Object> credentials() {
    SortedMap<String, Object> evidence = dated();
    evidence.put("passwordEnabled", passwordEnabled);
    evidence.put("accessKey1Active", accessKey1.active());
    evidence.put("accessKey2Active", accessKey2.active());
    return evidence;
  }

  /** Whether an active key was made before a time. */
  public boolean hasKeyFromBefore(Instant time) {
    return accessKey1.isFromBefore(time) || accessKey2.isFromBefore(time);
  }

  /** Whether the report does not tell how old an active key is. */
  public boolean hasKeyOfUnknownAge() {
    return accessKey1.isOfUnknownAge() || accessKey2.isOfUnknownAge();
  }

  /** Evidence for {@link #hasKeyFromBefore}. */
  public SortedMap<String, Object> keysFromBefore(Instant time) {
    SortedMap<String, Object> evidence = dated();
    keys()
        .forEach(
            (name, key) -> {
              if (key.lastRotated() != null && key.isFromBefore(time)) {
                evidence.put(name + "LastRotated", key.lastRotated());
              }
            });
    return evidence;
  }

  /**
   * Whether the password or an active key has not been used since a time, nor been made or changed
   * since.
   */
  public boolean hasUnusedSince(Instant time) {
    return isPasswordUnusedSince(time)
        || accessKey1.isUnusedSince(time)
        || accessKey2.isUnusedSince(time);
  }

  /** Whether it cannot be told since when an active key has not been used. */
  public boolean hasKeyOfUnknownUse() {
    return accessKey1.isOfUnknownUse() || accessKey2.isOfUnknownUse();
  }

  /** Evidence for {@link #hasUnusedSince}. */
  public SortedMap<String, Object> unusedSince(Instant time) {
    SortedMap<String, Object> evidence = dated();
    if (isPasswordUnusedSince(time)) {
      evidence.put("passwordLastUsed", orNever(passwordLastUsed));
    }
    keys()
        .forEach(
            (name, key) -> {
              if (key.isUnusedSince(time)) {
                evidence.put(name + "LastUsed", orNever(key.lastUsedDate()));
              }
            });
    return evidence;
  }

  /**
   * Whether a user with a password has an active key that was made together with the user and has
   * never been used.
   */
  public boolean hasUnusedSetupKey() {
    return !setupKeys().isEmpty();
  }

  /** Returns the keys that {@link #hasUnusedSetupKey} is about: accessKey1, accessKey2. */
  public String setupKeys() {
    List<String> names = new ArrayList<>();
    keys()
        .forEach(
            (name, key) -> {
              if (passwordEnabled
                  && key.active()
                  && key.lastUsedDate() == null
                  && key.lastRotated() != null
                  && describes(key.lastRotated())) {
                names.add(name);
              }
            });
    return String.join(", ", names);
  }

  /**
   * Evidence for several rows: whom they are about, and when the report was made.
   *
   * @param rows rows of one report, in any order
   */
  public static SortedMap<String, Object> users(Collection<?> rows) {
    TreeSet<String> names = new TreeSet<>();
    SortedMap<String, Object> evidence = new TreeMap<>();
    rows.stream()
        .map(CredentialReportRow.class::cast)
        .sorted(Comparator.comparing(CredentialReportRow::generatedTime).reversed())
        .forEach(
            row -> {
              names.add(row.user());
              evidence.putAll(row.dated());
            });
    evidence.put("consoleUsers", String.join(", ", names));
    evidence.put("count", rows.size());
    return evidence;
  }

  private boolean isPasswordUnusedSince(Instant time) {
    Instant last = latest(latest(passwordLastUsed, passwordLastChanged), userCreationTime);
    return passwordEnabled && last != null && last.isBefore(time);
  }

  private SortedMap<String, ReportedKey> keys() {
    return new TreeMap<>(Map.of("accessKey1", accessKey1, "accessKey2", accessKey2));
  }

  private SortedMap<String, Object> dated() {
    return new TreeMap<>(Map.of("reportGenerated", generatedTime));
  }

  private static Object orNever(@Nullable Instant use) {
    return use == null ? "never" : use;
  }

  private static boolean within(Instant one, Instant other) {
    return Duration.between(one, other).abs().compareTo(SAME) <= 0;
  }

  private static @Nullable Instant latest(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? other : one;
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
