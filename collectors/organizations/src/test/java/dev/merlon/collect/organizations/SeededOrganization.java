/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.organizations;

import dev.merlon.collect.Emulator;
import java.util.List;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.Organization;
import software.amazon.awssdk.services.organizations.model.PolicyType;

/**
 * What was made in the emulator: Workloads, with Production in it, and Sandbox; a policy for the
 * root, one for Production, one for the account {@code app} in it, and one for nobody.
 *
 * @param logAccountId in Workloads
 * @param oldAccountId in Sandbox, and closed
 */
record SeededOrganization(
    String organizationId,
    String rootId,
    String workloadsId,
    String productionId,
    String sandboxId,
    String appAccountId,
    String logAccountId,
    String oldAccountId,
    String rootPolicyId,
    String unitPolicyId,
    String accountPolicyId,
    String tagPolicyId) {
  static final String FULL_ACCESS = "p-FullAWSAccess";
  static final String CONTENT = "{\"Version\": \"2012-10-17\", \"Statement\": []}";

  static SeededOrganization in(Emulator emulator) {
    try (OrganizationsClient organizations = organizations(emulator);
        AccountClient account = client(emulator, AccountClient.builder()).build()) {
      Organization organization = organizations.createOrganization(request -> {}).organization();
      String root = organizations.listRoots().roots().get(0).id();
      for (PolicyType type : List.of(PolicyType.SERVICE_CONTROL_POLICY, PolicyType.TAG_POLICY)) {
        organizations.enablePolicyType(request -> request.rootId(root).policyType(type));
      }
      String workloads = unit(organizations, root, "Workloads");
      String production = unit(organizations, workloads, "Production");
      String sandbox = unit(organizations, root, "Sandbox");
      String app = account(organizations, "app", root, production);
      String log = account(organizations, "log", root, workloads);
      String old = account(organizations, "old", root, sandbox);
      organizations.closeAccount(request -> request.accountId(old));
      organizations.enableAWSServiceAccess(
          request -> request.servicePrincipal("guardduty.amazonaws.com"));
      organizations.registerDelegatedAdministrator(
          request -> request.accountId(app).servicePrincipal("guardduty.amazonaws.com"));
      account.putAlternateContact(
          request ->
              request
                  .alternateContactType("SECURITY")
                  .emailAddress("sec@example.com")
                  .phoneNumber("+15550100")
                  .name("Ann")
                  .title("CISO"));
      return new SeededOrganization(
          organization.id(),
          root,
          workloads,
          production,
          sandbox,
          app,
          log,
          old,
          policy(organizations, PolicyType.SERVICE_CONTROL_POLICY, "for the root", root),
          policy(organizations, PolicyType.SERVICE_CONTROL_POLICY, "for the unit", production),
          policy(organizations, PolicyType.SERVICE_CONTROL_POLICY, "for the account", app),
          policy(organizations, PolicyType.TAG_POLICY, "for nobody"));
    }
  }

  static OrganizationsClient organizations(Emulator emulator) {
    return client(emulator, OrganizationsClient.builder()).build();
  }

  static <B extends AwsClientBuilder<B, C>, C> B client(Emulator emulator, B builder) {
    emulator.customizer().accept(builder);
    return builder.region(Region.US_EAST_1);
  }

  static String unit(OrganizationsClient organizations, String parent, String name) {
    return organizations
        .createOrganizationalUnit(request -> request.parentId(parent).name(name))
        .organizationalUnit()
        .id();
  }

  static String account(
      OrganizationsClient organizations, String name, String root, String destination) {
    String id =
        organizations
            .createAccount(request -> request.accountName(name).email(name + "@example.com"))
            .createAccountStatus()
            .accountId();
    organizations.moveAccount(
        request -> request.accountId(id).sourceParentId(root).destinationParentId(destination));
    return id;
  }

  static String policy(
      OrganizationsClient organizations, PolicyType type, String name, String... targets) {
    String id =
        organizations
            .createPolicy(
                request -> request.type(type).name(name).description(name).content(CONTENT))
            .policy()
            .policySummary()
            .id();
    for (String target : targets) {
      organizations.attachPolicy(request -> request.policyId(id).targetId(target));
    }
    return id;
  }
}
