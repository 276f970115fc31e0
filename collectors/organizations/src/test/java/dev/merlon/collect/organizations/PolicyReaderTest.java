/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.organizations;

import static dev.merlon.collect.organizations.Collected.ACCOUNT;
import static dev.merlon.collect.organizations.Collected.MEMBER;
import static dev.merlon.collect.organizations.Collected.REGION;
import static dev.merlon.collect.organizations.Collected.ROOT_ARN;
import static dev.merlon.collect.organizations.Collected.arn;
import static dev.merlon.collect.organizations.Collected.root;
import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.fact.organizations.OrganizationPolicy;
import dev.merlon.fact.organizations.OrganizationPolicyContent;
import dev.merlon.fact.organizations.OrganizationRoot;
import dev.merlon.fact.organizations.PolicyAttachment;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.organizations.model.PolicySummary;
import software.amazon.awssdk.services.organizations.model.PolicyTargetSummary;
import software.amazon.awssdk.services.organizations.model.PolicyTypeSummary;

final class PolicyReaderTest {
  private static final String LIST = "organizations:ListPolicies";
  private static final String SCP = "SERVICE_CONTROL_POLICY";
  private static final String TAG = "TAG_POLICY";
  private static final String NEW = "A_POLICY_OF_2030";
  private static final List<Class<?>> POLICIES =
      List.of(OrganizationRoot.class, OrganizationPolicy.class);
  private static final List<Class<?>> ALL =
      List.of(
          OrganizationRoot.class,
          OrganizationPolicy.class,
          OrganizationPolicyContent.class,
          PolicyAttachment.class);

  private final FakeOrganizations organizations = new FakeOrganizations();

  @Test
  void read_threeTypesOfAnyStatus_takesAllPagesOfEach() {
    types(Map.of(SCP, "ENABLED", TAG, "PENDING_DISABLE", NEW, "PENDING_ENABLE"));
    organizations.policies.put(
        SCP,
        Pages.of(
            List.of(found("p-1", SCP).awsManaged(true).build()),
            List.of(),
            List.of(found("p-2", SCP).awsManaged(false).build())));
    organizations.policies.put(NEW, Pages.of(List.of(found("p-3", NEW).build())));

    assertThat(Collected.from(organizations, OrganizationPolicy.class))
        .isEqualTo(
            Collected.snapshot(
                POLICIES,
                List.of(
                    root(Map.of(SCP, "ENABLED", TAG, "PENDING_DISABLE", NEW, "PENDING_ENABLE")),
                    policy("p-1", SCP, true),
                    policy("p-2", SCP, false),
                    policy("p-3", NEW, false))));
    assertThat(organizations.calls)
        .containsExactly(
            "ListRoots roots -",
            "ListPolicies A_POLICY_OF_2030 -",
            "ListPolicies SERVICE_CONTROL_POLICY -",
            "ListPolicies SERVICE_CONTROL_POLICY 1",
            "ListPolicies SERVICE_CONTROL_POLICY 2",
            "ListPolicies TAG_POLICY -");
  }

  @Test
  void read_typeThatListPoliciesDoesNotKnow_isAGapAndTheOthersAreRead() {
    types(Map.of(NEW, "ENABLED", SCP, "ENABLED"));
    organizations.policies.put(SCP, Pages.of(List.of(found("p-1", SCP).build())));
    organizations.contents.put("p-1", "{}");
    organizations.unknown.add("ListPolicies A_POLICY_OF_2030 -");
    String reason =
        LIST + " failed with HTTP 400: InvalidInputException: You specified an invalid value.";

    assertThat(Collected.from(organizations, OrganizationPolicyContent.class))
        .isEqualTo(
            Collected.snapshot(
                List.of(
                    OrganizationRoot.class,
                    OrganizationPolicy.class,
                    OrganizationPolicyContent.class),
                List.of(
                    root(Map.of(NEW, "ENABLED", SCP, "ENABLED")),
                    policy("p-1", SCP, false),
                    content("p-1", "{}")),
                Collected.gap(OrganizationPolicy.class, ROOT_ARN, reason),
                Collected.gap(OrganizationPolicyContent.class, null, reason)));
  }

  @Test
  void read_oneTypeGrantedToADelegatedAdministrator_keepsThatOne() {
    types(Map.of(NEW, "ENABLED", SCP, "ENABLED", TAG, "ENABLED"));
    organizations.policies.put(SCP, Pages.of(List.of(found("p-1", SCP).build())));
    organizations.denied.addAll(
        List.of("ListPolicies A_POLICY_OF_2030 -", "ListPolicies TAG_POLICY -"));

    assertThat(Collected.from(organizations, OrganizationPolicy.class))
        .isEqualTo(
            Collected.snapshot(
                POLICIES,
                List.of(
                    root(Map.of(NEW, "ENABLED", SCP, "ENABLED", TAG, "ENABLED")),
                    policy("p-1", SCP, false)),
                Collected.gap(OrganizationPolicy.class, ROOT_ARN, Collected.denied(LIST))));
  }

  @Test
  void read_policyWithoutArn_costsThatOne() {
    types(Map.of(SCP, "ENABLED"));
    organizations.policies.put(
        SCP, Pages.of(List.of(found("p-1", SCP).arn(null).build(), found("p-2", SCP).build())));

    assertThat(Collected.from(organizations, OrganizationPolicy.class))
        .isEqualTo(
            Collected.snapshot(
                POLICIES,
                List.of(root(Map.of(SCP, "ENABLED")), policy("p-2", SCP, false)),
                Collected.gap(OrganizationPolicy.class, ROOT_ARN, Collected.missing(LIST, "Arn"))));
  }

  @Test
  void read_typeWithoutName_isTheOneAskedFor() {
    types(Map.of(SCP, "ENABLED"));
    organizations.policies.put(
        SCP, Pages.of(List.of(PolicySummary.builder().id("p-1").arn(policyArn("p-1")).build())));

    assertThat(
            Collected.from(organizations, OrganizationPolicy.class).facts(OrganizationPolicy.class))
        .containsExactly(
            new OrganizationPolicy(
                policyArn("p-1"), ACCOUNT, REGION, "p-1", "", SCP, false, ROOT_ARN));
  }

  @Test
  void readContentAndAttachments_twoPolicies_takesAllPages() {
    types(Map.of(SCP, "ENABLED"));
    organizations.policies.put(
        SCP, Pages.of(List.of(found("p-1", SCP).build(), found("p-2", SCP).build())));
    organizations.contents.putAll(Map.of("p-1", "{\"a\": 1}", "p-2", "not JSON"));
    organizations.targets.put(
        "p-1",
        Pages.of(
            List.of(target("r-1", "ROOT").name("Root").build()),
            List.of(
                target("ou-a", "ORGANIZATIONAL_UNIT").name("Workloads").build(),
                target(MEMBER, "ACCOUNT").build())));

    assertThat(
            Collected.from(organizations, OrganizationPolicyContent.class, PolicyAttachment.class))
        .isEqualTo(
            Collected.snapshot(
                ALL,
                List.of(
                    root(Map.of(SCP, "ENABLED")),
                    policy("p-1", SCP, false),
                    policy("p-2", SCP, false),
                    content("p-1", "{\"a\": 1}"),
                    content("p-2", "not JSON"),
                    attachment("p-1", "r-1", "ROOT", "Root"),
                    attachment("p-1", "ou-a", "ORGANIZATIONAL_UNIT", "Workloads"),
                    attachment("p-1", MEMBER, "ACCOUNT", ""))));
    assertThat(organizations.calls)
        .containsExactlyInAnyOrder(
            "ListRoots roots -",
            "ListPolicies SERVICE_CONTROL_POLICY -",
            "DescribePolicy p-1 -",
            "DescribePolicy p-2 -",
            "Targets p-1 -",
            "Targets p-1 1",
            "Targets p-2 -");
  }

  @Test
  void readContentAndAttachments_oneOfEachFails_gapsNameThePolicy() {
    types(Map.of(SCP, "ENABLED"));
    organizations.policies.put(
        SCP, Pages.of(List.of(found("p-1", SCP).build(), found("p-2", SCP).build())));
    organizations.contents.put("p-2", "{}");
    organizations.targets.put(
        "p-1",
        Pages.of(
            List.of(
                target("r-1", "ROOT").type((String) null).build(),
                target("ou-a", "ORGANIZATIONAL_UNIT").name("Workloads").build())));
    organizations.denied.addAll(List.of("DescribePolicy p-1 -", "Targets p-2 -"));

    assertThat(
            Collected.from(organizations, OrganizationPolicyContent.class, PolicyAttachment.class))
        .isEqualTo(
            Collected.snapshot(
                ALL,
                List.of(
                    root(Map.of(SCP, "ENABLED")),
                    policy("p-1", SCP, false),
                    policy("p-2", SCP, false),
                    content("p-2", "{}"),
                    attachment("p-1", "ou-a", "ORGANIZATIONAL_UNIT", "Workloads")),
                Collected.gap(
                    OrganizationPolicyContent.class,
                    policyArn("p-1"),
                    Collected.denied("organizations:DescribePolicy")),
                Collected.gap(
                    PolicyAttachment.class,
                    policyArn("p-1"),
                    Collected.missing("organizations:ListTargetsForPolicy", "Type")),
                Collected.gap(
                    PolicyAttachment.class,
                    policyArn("p-2"),
                    Collected.denied("organizations:ListTargetsForPolicy"))));
  }

  @Test
  void readContent_policyWithoutContent_isAGapOfThatPolicy() {
    types(Map.of(SCP, "ENABLED"));
    organizations.policies.put(SCP, Pages.of(List.of(found("p-1", SCP).build())));

    assertThat(Collected.from(organizations, OrganizationPolicyContent.class).gaps())
        .containsExactly(
            Collected.gap(
                OrganizationPolicyContent.class,
                policyArn("p-1"),
                Collected.missing("organizations:DescribePolicy", "Content")));
  }

  private void types(Map<String, String> statusByType) {
    statusByType.forEach(
        (type, status) ->
            organizations.policyTypes.add(
                PolicyTypeSummary.builder().type(type).status(status).build()));
  }

  private static PolicySummary.Builder found(String id, String type) {
    return PolicySummary.builder()
        .id(id)
        .arn(policyArn(id))
        .name("policy " + id)
        .description("for somebody")
        .type(type);
  }

  private static PolicyTargetSummary.Builder target(String id, String type) {
    return PolicyTargetSummary.builder().targetId(id).type(type).arn(arn("whatever/" + id));
  }

  private static String policyArn(String id) {
    return arn("policy/o-example/service_control_policy/" + id);
  }

  private static OrganizationPolicy policy(String id, String type, boolean awsManaged) {
    return new OrganizationPolicy(
        policyArn(id), ACCOUNT, REGION, id, "policy " + id, type, awsManaged, ROOT_ARN);
  }

  private static OrganizationPolicyContent content(String id, String content) {
    return new OrganizationPolicyContent(
        policyArn(id), ACCOUNT, REGION, policyArn(id), id, content);
  }

  private static PolicyAttachment attachment(
      String policyId, String targetId, String type, String name) {
    return new PolicyAttachment(
        policyArn(policyId) + "/target/" + targetId,
        ACCOUNT,
        REGION,
        policyArn(policyId),
        policyId,
        targetId,
        type,
        name);
  }
}
