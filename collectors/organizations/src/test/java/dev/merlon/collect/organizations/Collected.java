/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.organizations;

import dev.merlon.Coverage;
import dev.merlon.Coverage.Area;
import dev.merlon.Gap;
import dev.merlon.Snapshot;
import dev.merlon.collect.FakeAws;
import dev.merlon.fact.FactType;
import dev.merlon.fact.Resource;
import dev.merlon.fact.organizations.AccountHandshake;
import dev.merlon.fact.organizations.DelegatedAdministrator;
import dev.merlon.fact.organizations.DelegatedService;
import dev.merlon.fact.organizations.Organization;
import dev.merlon.fact.organizations.OrganizationAccount;
import dev.merlon.fact.organizations.OrganizationHandshake;
import dev.merlon.fact.organizations.OrganizationPolicy;
import dev.merlon.fact.organizations.OrganizationPolicyContent;
import dev.merlon.fact.organizations.OrganizationResourcePolicy;
import dev.merlon.fact.organizations.OrganizationRoot;
import dev.merlon.fact.organizations.OrganizationalUnit;
import dev.merlon.fact.organizations.PolicyAttachment;
import dev.merlon.fact.organizations.TrustedService;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkClient;

/** What the organizations collector makes of fakes, and what it should make of them. */
final class Collected {
  static final String ACCOUNT = FakeAws.ACCOUNT;
  static final String MEMBER = "444455556666";
  static final String OTHER_MEMBER = "777788889999";
  static final String REGION = Resource.GLOBAL;
  static final String ROOT_ARN = arn("root/o-example/r-1");

  /** All that AWS Organizations is asked about. */
  static final Class<?>[] OF_ORGANIZATIONS = {
    Organization.class,
    OrganizationRoot.class,
    OrganizationalUnit.class,
    OrganizationAccount.class,
    OrganizationPolicy.class,
    OrganizationPolicyContent.class,
    PolicyAttachment.class,
    DelegatedAdministrator.class,
    DelegatedService.class,
    TrustedService.class,
    OrganizationResourcePolicy.class,
    AccountHandshake.class,
    OrganizationHandshake.class
  };

  private Collected() {}

  /** Collects what is needed for these types from AWS as the fake has it. */
  static Snapshot from(SdkClient fake, Class<?>... types) {
    return FakeAws.collector(fake)
        .services(new OrganizationsCollector())
        .forControls(FakeAws.controlsReading(types))
        .build()
        .collect();
  }

  static Snapshot snapshot(List<Class<?>> covered, List<? extends Resource> facts, Gap... gaps) {
    return new Snapshot(
        FakeAws.NOW,
        List.copyOf(facts),
        new Coverage(
            List.of(
                new Area(ACCOUNT, REGION, covered.stream().map(FactType::nameOf).toList()),
                new Area(ACCOUNT, "us-east-1", List.of()))),
        Arrays.asList(gaps));
  }

  static Gap gap(Class<?> type, @Nullable String arn, String reason) {
    return new Gap(FactType.nameOf(type), ACCOUNT, REGION, arn, reason);
  }

  static String denied(String action) {
    return action + " was denied: AccessDeniedException: You may not.";
  }

  static String missing(String action, String attribute) {
    return "an item of "
        + action
        + " could not be read: IllegalArgumentException: "
        + attribute
        + " is missing";
  }

  static String arn(String resource) {
    return "arn:aws:organizations::" + ACCOUNT + ":" + resource;
  }

  static OrganizationRoot root(Map<String, String> policyTypes) {
    return new OrganizationRoot(ROOT_ARN, ACCOUNT, REGION, "r-1", "Root", policyTypes);
  }

  static OrganizationalUnit unit(String id, String parentId) {
    return new OrganizationalUnit(
        arn("ou/o-example/" + id), ACCOUNT, REGION, id, "unit " + id, parentId, ROOT_ARN);
  }

  static AwsServiceException refusal() {
    return error(403, "AccessDeniedException", "You may not.");
  }

  static AwsServiceException error(int status, String code, String message) {
    return with(AwsServiceException.builder(), status, code, message);
  }

  /** An error of the class that the SDK has for it. */
  static AwsServiceException with(
      AwsServiceException.Builder builder, int status, String code, String message) {
    return builder
        .statusCode(status)
        .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).errorMessage(message).build())
        .build();
  }
}
