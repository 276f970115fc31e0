/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.identity;

import static dev.merlon.collect.AwsValues.flag;
import static dev.merlon.collect.AwsValues.present;
import static dev.merlon.collect.AwsValues.required;
import static dev.merlon.collect.AwsValues.text;

import dev.merlon.collect.Reading;
import dev.merlon.fact.iam.IamGroup;
import dev.merlon.fact.iam.IamPolicy;
import dev.merlon.fact.iam.IamRole;
import dev.merlon.fact.iam.IamUser;
import dev.merlon.fact.iam.InlinePolicy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AttachedPermissionsBoundary;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.EntityType;
import software.amazon.awssdk.services.iam.model.GetAccountAuthorizationDetailsResponse;
import software.amazon.awssdk.services.iam.model.GroupDetail;
import software.amazon.awssdk.services.iam.model.ManagedPolicyDetail;
import software.amazon.awssdk.services.iam.model.PolicyDetail;
import software.amazon.awssdk.services.iam.model.PolicyVersion;
import software.amazon.awssdk.services.iam.model.RoleDetail;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.iam.model.UserDetail;

/** Maps GetAccountAuthorizationDetails: who there is, and what their policies say. */
final class AuthorizationDetailsReader {
  private static final int PAGE = 1000;

  private AuthorizationDetailsReader() {}

  static void read(IamClient iam, Reading reading) {
    iam.getAccountAuthorizationDetailsPaginator(
            request ->
                request
                    .filter(
                        EntityType.USER,
                        EntityType.GROUP,
                        EntityType.ROLE,
                        EntityType.LOCAL_MANAGED_POLICY)
                    .maxItems(PAGE))
        .forEach(page -> map(page, reading));
  }

  /** A policy that cannot be read does not take away the one that it is written into. */
  private static void map(GetAccountAuthorizationDetailsResponse page, Reading reading) {
    reading.each(page.userDetailList(), user -> map(user, reading));
    for (UserDetail user : page.userDetailList()) {
      inline(user.userPolicyList(), user.arn(), reading);
    }
    reading.each(page.groupDetailList(), group -> map(group, reading));
    for (GroupDetail group : page.groupDetailList()) {
      inline(group.groupPolicyList(), group.arn(), reading);
    }
    reading.each(page.roleDetailList(), role -> map(role, reading));
    for (RoleDetail role : page.roleDetailList()) {
      inline(role.rolePolicyList(), role.arn(), reading);
    }
    reading.each(page.policies(), policy -> map(policy, reading));
  }

  private static IamUser map(UserDetail user, Reading reading) {
    return new IamUser(
        required(user.arn(), "Arn"),
        reading.account(),
        reading.region(),
        required(user.userName(), "UserName"),
        text(user.userId()),
        text(user.path()),
        present(user.createDate(), "CreateDate"),
        user.groupList(),
        arns(user.attachedManagedPolicies()),
        arn(user.permissionsBoundary()),
        tags(user.tags()));
  }

  private static IamGroup map(GroupDetail group, Reading reading) {
    return new IamGroup(
        required(group.arn(), "Arn"),
        reading.account(),
        reading.region(),
        required(group.groupName(), "GroupName"),
        text(group.path()),
        arns(group.attachedManagedPolicies()));
  }

  private static IamRole map(RoleDetail role, Reading reading) {
    return new IamRole(
        required(role.arn(), "Arn"),
        reading.account(),
        reading.region(),
        required(role.roleName(), "RoleName"),
        text(role.path()),
        present(role.createDate(), "CreateDate"),
        PolicyText.decoded(required(role.assumeRolePolicyDocument(), "AssumeRolePolicyDocument")),
        arns(role.attachedManagedPolicies()),
        arn(role.permissionsBoundary()),
        role.roleLastUsed() == null ? null : role.roleLastUsed().lastUsedDate(),
        tags(role.tags()));
  }

  private static IamPolicy map(ManagedPolicyDetail policy, Reading reading) {
    String document =
        policy.policyVersionList().stream()
            .filter(version -> flag(version.isDefaultVersion()))
            .map(PolicyVersion::document)
            .findFirst()
            .orElse("");
    return new IamPolicy(
        required(policy.arn(), "Arn"),
        reading.account(),
        reading.region(),
        text(policy.policyName()),
        text(policy.path()),
        PolicyText.decoded(required(document, "the default version's Document")));
  }

  private static void inline(
      List<PolicyDetail> policies, @Nullable String ownerArn, Reading reading) {
    reading.each(
        policies,
        policy -> {
          String owner = required(ownerArn, "Arn");
          String name = required(policy.policyName(), "PolicyName");
          return new InlinePolicy(
              owner + "/inline/" + name,
              reading.account(),
              reading.region(),
              owner,
              name,
              PolicyText.decoded(required(policy.policyDocument(), "PolicyDocument")));
        });
  }

  private static List<String> arns(List<AttachedPolicy> policies) {
    return policies.stream().map(policy -> required(policy.policyArn(), "PolicyArn")).toList();
  }

  private static String arn(@Nullable AttachedPermissionsBoundary boundary) {
    return boundary == null
        ? ""
        : required(boundary.permissionsBoundaryArn(), "PermissionsBoundaryArn");
  }

  private static Map<String, String> tags(List<Tag> tags) {
    Map<String, String> mapped = new HashMap<>();
    tags.forEach(tag -> mapped.put(text(tag.key()), text(tag.value())));
    return mapped;
  }
}
