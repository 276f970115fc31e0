/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.organizations;

import static dev.merlon.collect.AwsValues.flag;
import static dev.merlon.collect.AwsValues.present;
import static dev.merlon.collect.AwsValues.required;
import static dev.merlon.collect.AwsValues.text;

import dev.merlon.collect.Reading;
import dev.merlon.fact.organizations.OrganizationPolicy;
import dev.merlon.fact.organizations.OrganizationPolicyContent;
import dev.merlon.fact.organizations.OrganizationRoot;
import dev.merlon.fact.organizations.PolicyAttachment;
import java.util.List;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.PolicySummary;
import software.amazon.awssdk.services.organizations.model.PolicyTargetSummary;

/** Maps ListPolicies, and DescribePolicy and ListTargetsForPolicy for each policy. */
final class PolicyReader {
  private static final int PAGE = 20;

  private PolicyReader() {}

  /** Asks for the types that the root has: those that are disabled bind nobody. */
  static void read(OrganizationsClient organizations, OrganizationRoot root, Reading reading) {
    Independently.call(
        root.policyTypes().keySet(),
        type ->
            organizations
                .listPoliciesPaginator(request -> request.filter(type).maxResults(PAGE))
                .forEach(
                    page ->
                        reading.each(page.policies(), policy -> map(policy, type, root, reading))));
  }

  private static OrganizationPolicy map(
      PolicySummary policy, String type, OrganizationRoot root, Reading reading) {
    return new OrganizationPolicy(
        required(policy.arn(), "Arn"),
        reading.account(),
        reading.region(),
        required(policy.id(), "Id"),
        text(policy.name()),
        text(policy.typeAsString(), type),
        flag(policy.awsManaged()),
        root.arn());
  }

  static void readContent(
      OrganizationsClient organizations, OrganizationPolicy policy, Reading reading) {
    reading.each(
        List.of(organizations.describePolicy(request -> request.policyId(policy.policyId()))),
        answer ->
            new OrganizationPolicyContent(
                policy.arn(),
                reading.account(),
                reading.region(),
                policy.arn(),
                policy.policyId(),
                required(present(answer.policy(), "Policy").content(), "Content")));
  }

  static void readAttachments(
      OrganizationsClient organizations, OrganizationPolicy policy, Reading reading) {
    organizations
        .listTargetsForPolicyPaginator(
            request -> request.policyId(policy.policyId()).maxResults(PAGE))
        .forEach(page -> reading.each(page.targets(), target -> map(target, policy, reading)));
  }

  private static PolicyAttachment map(
      PolicyTargetSummary target, OrganizationPolicy policy, Reading reading) {
    String id = required(target.targetId(), "TargetId");
    return new PolicyAttachment(
        policy.arn() + "/target/" + id,
        reading.account(),
        reading.region(),
        policy.arn(),
        policy.policyId(),
        id,
        required(target.typeAsString(), "Type"),
        text(target.name()));
  }
}
