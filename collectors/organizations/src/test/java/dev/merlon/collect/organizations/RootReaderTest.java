/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.organizations;

import static dev.merlon.collect.organizations.Collected.ACCOUNT;
import static dev.merlon.collect.organizations.Collected.REGION;
import static dev.merlon.collect.organizations.Collected.arn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.Gap;
import dev.merlon.fact.organizations.OrganizationAccount;
import dev.merlon.fact.organizations.OrganizationPolicy;
import dev.merlon.fact.organizations.OrganizationPolicyContent;
import dev.merlon.fact.organizations.OrganizationRoot;
import dev.merlon.fact.organizations.OrganizationalUnit;
import dev.merlon.fact.organizations.PolicyAttachment;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.organizations.model.ListRootsRequest;
import software.amazon.awssdk.services.organizations.model.ListRootsResponse;
import software.amazon.awssdk.services.organizations.model.PolicyTypeSummary;
import software.amazon.awssdk.services.organizations.model.Root;

final class RootReaderTest {
  private static final String ACTION = "organizations:ListRoots";
  private static final List<Class<?>> ROOT = List.of(OrganizationRoot.class);

  @Test
  void read_secondPage_keepsEachStatusAsItIs() {
    FakeOrganizations organizations =
        roots(
            Pages.of(
                List.of(),
                List.of(
                    found("r-1")
                        .name("Root")
                        .policyTypes(
                            type("SERVICE_CONTROL_POLICY", "ENABLED"),
                            type("TAG_POLICY", "PENDING_ENABLE"),
                            type("A_POLICY_OF_2030", "A_STATUS_OF_2030"))
                        .build())));

    assertThat(Collected.from(organizations, OrganizationRoot.class))
        .isEqualTo(
            Collected.snapshot(
                ROOT,
                List.of(
                    root(
                        "r-1",
                        "Root",
                        Map.of(
                            "SERVICE_CONTROL_POLICY",
                            "ENABLED",
                            "TAG_POLICY",
                            "PENDING_ENABLE",
                            "A_POLICY_OF_2030",
                            "A_STATUS_OF_2030")))));
    assertThat(organizations.calls).containsExactly("ListRoots roots -", "ListRoots roots 1");
  }

  @Test
  void read_rootOfUnknownPolicyType_costsThatRoot() {
    FakeOrganizations organizations =
        roots(
            Pages.of(
                List.of(
                    found("r-1")
                        .policyTypes(PolicyTypeSummary.builder().status("ENABLED").build())
                        .build(),
                    found("r-2").build())));

    assertThat(Collected.from(organizations, OrganizationRoot.class))
        .isEqualTo(
            Collected.snapshot(
                ROOT,
                List.of(root("r-2", "", Map.of())),
                Collected.gap(OrganizationRoot.class, null, Collected.missing(ACTION, "Type"))));
  }

  @Test
  void read_denied_allThatHangsOnTheRootIsAGap() {
    FakeOrganizations organizations = roots(Pages.of(List.of()));
    organizations.denied.add("ListRoots roots -");

    List<Class<?>> types =
        List.of(
            OrganizationRoot.class,
            OrganizationalUnit.class,
            OrganizationAccount.class,
            OrganizationPolicy.class,
            OrganizationPolicyContent.class,
            PolicyAttachment.class);
    assertThat(Collected.from(organizations, types.toArray(Class<?>[]::new)))
        .isEqualTo(
            Collected.snapshot(
                List.of(),
                List.of(),
                types.stream()
                    .map(type -> Collected.gap(type, null, Collected.denied(ACTION)))
                    .toArray(Gap[]::new)));
  }

  private static FakeOrganizations roots(Pages<Root> pages) {
    return new FakeOrganizations() {
      @Override
      public ListRootsResponse listRoots(ListRootsRequest request) {
        String token = request.nextToken();
        call("ListRoots", "roots", token, request.maxResults());
        return ListRootsResponse.builder()
            .roots(pages.at(token))
            .nextToken(pages.after(token))
            .build();
      }
    };
  }

  private static Root.Builder found(String id) {
    return Root.builder().id(id).arn(arn("root/o-example/" + id));
  }

  private static PolicyTypeSummary type(String type, String status) {
    return PolicyTypeSummary.builder().type(type).status(status).build();
  }

  private static OrganizationRoot root(String id, String name, Map<String, String> types) {
    return new OrganizationRoot(arn("root/o-example/" + id), ACCOUNT, REGION, id, name, types);
  }
}
