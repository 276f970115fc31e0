/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.iam;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;
import java.util.List;

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
}
