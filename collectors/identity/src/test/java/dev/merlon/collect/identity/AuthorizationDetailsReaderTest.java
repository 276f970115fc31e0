/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.identity;

import static dev.merlon.collect.identity.Collected.ACCOUNT;
import static dev.merlon.collect.identity.Collected.REGION;
import static dev.merlon.collect.identity.Collected.arn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.Gap;
import dev.merlon.Snapshot;
import dev.merlon.fact.iam.IamGroup;
import dev.merlon.fact.iam.IamPolicy;
import dev.merlon.fact.iam.IamRole;
import dev.merlon.fact.iam.IamUser;
import dev.merlon.fact.iam.InlinePolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.AttachedPermissionsBoundary;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.GetAccountAuthorizationDetailsRequest;
import software.amazon.awssdk.services.iam.model.GetAccountAuthorizationDetailsResponse;
import software.amazon.awssdk.services.iam.model.GroupDetail;
import software.amazon.awssdk.services.iam.model.ManagedPolicyDetail;
import software.amazon.awssdk.services.iam.model.PolicyDetail;
import software.amazon.awssdk.services.iam.model.PolicyVersion;
import software.amazon.awssdk.services.iam.model.RoleDetail;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.iam.model.UserDetail;

final class AuthorizationDetailsReaderTest {
  private static final String ACTION = "iam:GetAccountAuthorizationDetails";
  private static final List<Class<?>> TYPES =
      List.of(IamUser.class, IamGroup.class, IamRole.class, IamPolicy.class, InlinePolicy.class);
  private static final Instant CREATED = Instant.parse("2021-02-03T04:05:06Z");
  private static final Instant USED = Instant.parse("2026-10-11T12:13:14Z");
  private static final String ADMIN = "arn:aws:iam::aws:policy/AdministratorAccess";
  private static final String BOUNDARY = arn("policy/boundary");

  @Test
  void read_twoPages_takesEverythingOfBoth() {
    Details iam = new Details();
    iam.pages.add(
        GetAccountAuthorizationDetailsResponse.builder()
            .userDetailList(jane().build())
            .groupDetailList(
                GroupDetail.builder()
                    .arn(arn("group/ops"))
                    .groupName("ops")
                    .path("/")
                    .attachedManagedPolicies(attached(ADMIN))
                    .groupPolicyList(inline("some", "%7B%22a%22%3A%22%2A%22%7D"))
                    .build())
            .build());
    iam.pages.add(
        GetAccountAuthorizationDetailsResponse.builder()
            .userDetailList(named("joe").build())
            .roleDetailList(
                role("deploy")
                    .attachedManagedPolicies(attached(ADMIN))
                    .permissionsBoundary(boundary(BOUNDARY))
                    .roleLastUsed(used -> used.lastUsedDate(USED))
                    .tags(tag("team", "ops"))
                    .rolePolicyList(inline("some", "%7B%22b%22%7D"))
                    .build(),
                role("idle").roleLastUsed(used -> {}).build(),
                role("new").build())
            .policies(
                ManagedPolicyDetail.builder()
                    .arn(BOUNDARY)
                    .policyName("boundary")
                    .path("/")
                    .policyVersionList(
                        version("v3", false, "%7B%223%22%7D"),
                        version("v2", true, "%7B%222%22%7D"),
                        version("v1", false, "%7B%221%22%7D"))
                    .build())
            .build());

    assertThat(collect(iam))
        .isEqualTo(
            Collected.snapshot(
                TYPES,
                List.of(
                    new IamUser(
                        arn("user/it/jane"),
                        ACCOUNT,
                        REGION,
                        "jane",
                        "AIDAJANE",
                        "/it/",
                        CREATED,
                        List.of("dev", "ops"),
                        List.of(ADMIN, BOUNDARY),
                        BOUNDARY,
                        Map.of("team", "", "owner", "jane")),
                    inlineOf(arn("user/it/jane"), "own", "{\"x\"}"),
                    inlineOf(arn("user/it/jane"), "other", "%7B%"),
                    new IamGroup(arn("group/ops"), ACCOUNT, REGION, "ops", "/", List.of(ADMIN)),
                    inlineOf(arn("group/ops"), "some", "{\"a\":\"*\"}"),
                    bareUser("joe"),
                    new IamRole(
                        arn("role/deploy"),
                        ACCOUNT,
                        REGION,
                        "deploy",
                        "/",
                        CREATED,
                        "{\"t\"}",
                        List.of(ADMIN),
                        BOUNDARY,
                        USED,
                        Map.of("team", "ops")),
                    inlineOf(arn("role/deploy"), "some", "{\"b\"}"),
                    bareRole("idle"),
                    bareRole("new"),
                    new IamPolicy(BOUNDARY, ACCOUNT, REGION, "boundary", "/", "{\"2\"}"))));
    assertThat(iam.requests)
        .extracting(Object::toString)
        .containsExactly(
            "GetAccountAuthorizationDetailsRequest(Filter=[User, Group, Role, LocalManagedPolicy],"
                + " MaxItems=1000)",
            "GetAccountAuthorizationDetailsRequest(Filter=[User, Group, Role, LocalManagedPolicy],"
                + " MaxItems=1000, Marker=1)");
  }

  @Test
  void read_secondPageDenied_keepsTheFirst() {
    Details iam = new Details();
    iam.pages.add(
        GetAccountAuthorizationDetailsResponse.builder()
            .userDetailList(named("joe").build())
            .build());
    iam.pages.add(GetAccountAuthorizationDetailsResponse.builder().build());
    iam.denied = "1";

    assertThat(collect(iam))
        .isEqualTo(
            Collected.snapshot(
                List.of(),
                List.of(bareUser("joe")),
                TYPES.stream()
                    .map(
                        type ->
                            Collected.gap(
                                type, null, ACTION + " was denied: AccessDenied: You may not."))
                    .toArray(Gap[]::new)));
  }

  @Test
  void read_malformedItems_costThemselvesAndAreGapsOfAllTypes() {
    Details iam = new Details();
    iam.pages.add(
        GetAccountAuthorizationDetailsResponse.builder()
            .userDetailList(
                UserDetail.builder().userName("nobody").userPolicyList(inline("p", "%7B")).build(),
                named("young").createDate(null).build(),
                named("odd").permissionsBoundary(boundary(null)).build(),
                named("joe")
                    .userPolicyList(inline("empty", null), inline("good", "%7B%22%7D"))
                    .build())
            .groupDetailList(
                GroupDetail.builder().arn(arn("group/x")).build(),
                GroupDetail.builder()
                    .arn(arn("group/y"))
                    .groupName("y")
                    .attachedManagedPolicies(AttachedPolicy.builder().policyName("p").build())
                    .build())
            .roleDetailList(role("trustless").assumeRolePolicyDocument(null).build())
            .policies(
                ManagedPolicyDetail.builder()
                    .arn(BOUNDARY)
                    .policyName("boundary")
                    .policyVersionList(version("v1", false, "%7B%221%22%7D"))
                    .build())
            .build());

    assertThat(collect(iam))
        .isEqualTo(
            Collected.snapshot(
                TYPES,
                List.of(bareUser("joe"), inlineOf(arn("user/joe"), "good", "{\"}")),
                List.of(
                        "Arn",
                        "CreateDate",
                        "PermissionsBoundaryArn",
                        "PolicyDocument",
                        "GroupName",
                        "PolicyArn",
                        "AssumeRolePolicyDocument",
                        "the default version's Document")
                    .stream()
                    .flatMap(
                        what ->
                            TYPES.stream()
                                .map(type -> Collected.lost(type, ACTION, what + " is missing")))
                    .toArray(Gap[]::new)));
  }

  @Test
  void read_hugeDocument_isKeptWhole() {
    String sid = "x".repeat(200 * 1024);
    Details iam = new Details();
    iam.pages.add(
        GetAccountAuthorizationDetailsResponse.builder()
            .userDetailList(
                named("joe").userPolicyList(inline("huge", "%22" + sid + "%22")).build())
            .build());

    assertThat(collect(iam).facts(InlinePolicy.class))
        .containsExactly(inlineOf(arn("user/joe"), "huge", '"' + sid + '"'));
  }

  @Test
  void read_emptyAccount_coversAllThatTheCallTells() {
    Details iam = new Details();
    iam.pages.add(GetAccountAuthorizationDetailsResponse.builder().build());

    assertThat(Collected.from(iam, IamRole.class)).isEqualTo(Collected.snapshot(TYPES, List.of()));
  }

  private static Snapshot collect(Details iam) {
    return Collected.from(iam, TYPES.toArray(Class<?>[]::new));
  }

  private static UserDetail.Builder named(String name) {
    return UserDetail.builder()
        .arn(arn("user/" + name))
        .userName(name)
        .path("/")
        .createDate(CREATED);
  }

  private static UserDetail.Builder jane() {
    return named("jane")
        .arn(arn("user/it/jane"))
        .userId("AIDAJANE")
        .path("/it/")
        .groupList("ops", "dev")
        .attachedManagedPolicies(attached(BOUNDARY), attached(ADMIN))
        .permissionsBoundary(boundary(BOUNDARY))
        .tags(tag("team", null), tag("owner", "jane"))
        .userPolicyList(inline("own", "%7B%22x%22%7D"), inline("other", "%7B%"));
  }

  private static RoleDetail.Builder role(String name) {
    return RoleDetail.builder()
        .arn(arn("role/" + name))
        .roleName(name)
        .path("/")
        .createDate(CREATED)
        .assumeRolePolicyDocument("%7B%22t%22%7D");
  }

  private static AttachedPolicy attached(String arn) {
    return AttachedPolicy.builder().policyArn(arn).build();
  }

  private static AttachedPermissionsBoundary boundary(@Nullable String arn) {
    return AttachedPermissionsBoundary.builder().permissionsBoundaryArn(arn).build();
  }

  private static Tag tag(String key, @Nullable String value) {
    return Tag.builder().key(key).value(value).build();
  }

  private static PolicyDetail inline(String name, @Nullable String document) {
    return PolicyDetail.builder().policyName(name).policyDocument(document).build();
  }

  private static PolicyVersion version(String id, boolean isDefault, String document) {
    return PolicyVersion.builder()
        .versionId(id)
        .isDefaultVersion(isDefault)
        .document(document)
        .build();
  }

  private static IamUser bareUser(String name) {
    return new IamUser(
        arn("user/" + name),
        ACCOUNT,
        REGION,
        name,
        "",
        "/",
        CREATED,
        List.of(),
        List.of(),
        "",
        Map.of());
  }

  private static IamRole bareRole(String name) {
    return new IamRole(
        arn("role/" + name),
        ACCOUNT,
        REGION,
        name,
        "/",
        CREATED,
        "{\"t\"}",
        List.of(),
        "",
        null,
        Map.of());
  }

  private static InlinePolicy inlineOf(String owner, String name, String document) {
    return new InlinePolicy(owner + "/inline/" + name, ACCOUNT, REGION, owner, name, document);
  }

  /** Gives pages whose markers are their numbers. */
  private static final class Details extends FakeIam {
    private final List<GetAccountAuthorizationDetailsResponse> pages = new ArrayList<>();
    private final List<GetAccountAuthorizationDetailsRequest> requests = new ArrayList<>();
    private String denied = "";

    @Override
    public GetAccountAuthorizationDetailsResponse getAccountAuthorizationDetails(
        GetAccountAuthorizationDetailsRequest request) {
      requests.add(request);
      if (denied.equals(request.marker())) {
        throw Collected.denied();
      }
      int page = request.marker() == null ? 0 : Integer.parseInt(request.marker());
      boolean isTruncated = page + 1 < pages.size();
      return pages.get(page).toBuilder()
          .isTruncated(isTruncated)
          .marker(isTruncated ? Integer.toString(page + 1) : null)
          .build();
    }
  }
}
