/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.iam;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What ListOrganizationsFeatures tells: whether the organization manages the root users of its
 * members centrally. Answers that mean no are facts too; a denied call is none.
 *
 * @param arn the account's root
 * @param enabledFeatures {@code RootCredentialsManagement}, {@code RootSessions}; ascending
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListOrganizationsFeatures.html">ListOrganizationsFeatures</a>
 */
@ReadBy(value = "iam:ListOrganizationsFeatures", scope = ReadBy.Scope.ACCOUNT)
public record OrganizationsFeatures(
    String arn, String account, String region, Answer answer, List<String> enabledFeatures)
    implements Resource {
  private static final String ROOT_CREDENTIALS_MANAGEMENT = "RootCredentialsManagement";
  private static final String ROOT_SESSIONS = "RootSessions";

  /** What AWS answered. */
  public enum Answer {
    NOT_SET,
    /** The features. */
    FEATURES,
    /** ServiceAccessNotEnabledException: IAM is not trusted by the organization. */
    SERVICE_ACCESS_NOT_ENABLED,
    /** AccountNotManagementOrDelegatedAdministratorException. */
    NOT_MANAGEMENT_OR_DELEGATED_ADMINISTRATOR,
    /** OrganizationNotFoundException. */
    ORGANIZATION_NOT_FOUND,
    /** OrganizationNotInAllFeaturesModeException. */
    NOT_ALL_FEATURES
  }

  public OrganizationsFeatures {
    enabledFeatures = enabledFeatures.stream().sorted().toList();
  }

  /** Whether the organization does not manage its members' root credentials, or not fully. */
  public boolean lacks(boolean rootSessionsToo) {
    return !missing(rootSessionsToo).isEmpty();
  }

  /** Whether the organization is known to manage its members' root credentials. */
  public boolean managesRootCredentials() {
    return answer == Answer.FEATURES && enabledFeatures.contains(ROOT_CREDENTIALS_MANAGEMENT);
  }

  /** Evidence for {@link #lacks}: what AWS answered, and what is missing. */
  public Map<String, String> evidence(boolean rootSessionsToo) {
    return Map.of("answer", answer.name(), "missing", String.join(", ", missing(rootSessionsToo)));
  }

  /** None if the answer tells nothing of an organization. */
  private List<String> missing(boolean rootSessionsToo) {
    return switch (answer) {
      case NOT_SET, NOT_MANAGEMENT_OR_DELEGATED_ADMINISTRATOR, ORGANIZATION_NOT_FOUND -> List.of();
      case FEATURES, SERVICE_ACCESS_NOT_ENABLED, NOT_ALL_FEATURES ->
          Stream.of(ROOT_CREDENTIALS_MANAGEMENT, ROOT_SESSIONS)
              .filter(feature -> rootSessionsToo || !feature.equals(ROOT_SESSIONS))
              .filter(feature -> !enabledFeatures.contains(feature))
              .toList();
    };
  }
}
