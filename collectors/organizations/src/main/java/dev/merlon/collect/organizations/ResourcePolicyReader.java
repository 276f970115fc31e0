/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.organizations;

import static dev.merlon.collect.AwsValues.present;
import static dev.merlon.collect.AwsValues.required;

import dev.merlon.collect.Reading;
import dev.merlon.fact.organizations.OrganizationResourcePolicy;
import java.util.List;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.DescribeResourcePolicyResponse;
import software.amazon.awssdk.services.organizations.model.ResourcePolicy;
import software.amazon.awssdk.services.organizations.model.ResourcePolicyNotFoundException;
import software.amazon.awssdk.services.organizations.model.ResourcePolicySummary;

/** Maps DescribeResourcePolicy. */
final class ResourcePolicyReader {
  private ResourcePolicyReader() {}

  static void read(OrganizationsClient organizations, Reading reading) {
    reading.each(answers(organizations), answer -> map(answer, reading));
  }

  private static List<DescribeResourcePolicyResponse> answers(OrganizationsClient organizations) {
    try {
      return List.of(organizations.describeResourcePolicy(request -> {}));
    } catch (ResourcePolicyNotFoundException e) {
      return List.of();
    }
  }

  private static OrganizationResourcePolicy map(
      DescribeResourcePolicyResponse answer, Reading reading) {
    ResourcePolicy policy = present(answer.resourcePolicy(), "ResourcePolicy");
    ResourcePolicySummary summary =
        present(policy.resourcePolicySummary(), "ResourcePolicySummary");
    return new OrganizationResourcePolicy(
        required(summary.arn(), "Arn"),
        reading.account(),
        reading.region(),
        required(summary.id(), "Id"),
        required(policy.content(), "Content"));
  }
}
