/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.organizations;

import static dev.merlon.collect.organizations.Collected.ACCOUNT;
import static dev.merlon.collect.organizations.Collected.REGION;
import static dev.merlon.collect.organizations.Collected.arn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.Snapshot;
import dev.merlon.fact.organizations.OrganizationResourcePolicy;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.organizations.model.DescribeResourcePolicyRequest;
import software.amazon.awssdk.services.organizations.model.DescribeResourcePolicyResponse;
import software.amazon.awssdk.services.organizations.model.ResourcePolicy;
import software.amazon.awssdk.services.organizations.model.ResourcePolicyNotFoundException;

final class ResourcePolicyReaderTest {
  private static final String ACTION = "organizations:DescribeResourcePolicy";
  private static final List<Class<?>> POLICY = List.of(OrganizationResourcePolicy.class);

  @Test
  void read_policy_keepsItsDocument() {
    assertThat(read(() -> answer(complete().build())))
        .isEqualTo(
            Collected.snapshot(
                POLICY,
                List.of(
                    new OrganizationResourcePolicy(
                        arn("resourcepolicy/o-example/rp-1"),
                        ACCOUNT,
                        REGION,
                        "rp-1",
                        "{\"Statement\": []}"))));
  }

  @Test
  void read_noPolicy_isAnAnswer() {
    assertThat(
            read(
                () -> {
                  throw Collected.with(
                      ResourcePolicyNotFoundException.builder(),
                      400,
                      "ResourcePolicyNotFoundException",
                      "There is none.");
                }))
        .isEqualTo(Collected.snapshot(POLICY, List.of()));
  }

  @Test
  void read_denied_isAGap() {
    assertThat(
            read(
                () -> {
                  throw Collected.refusal();
                }))
        .isEqualTo(
            Collected.snapshot(
                List.of(),
                List.of(),
                Collected.gap(OrganizationResourcePolicy.class, null, Collected.denied(ACTION))));
  }

  @Test
  void read_answerWithoutContent_isAGap() {
    assertThat(read(() -> answer(complete().content("").build())))
        .isEqualTo(
            Collected.snapshot(
                POLICY,
                List.of(),
                Collected.gap(
                    OrganizationResourcePolicy.class, null, Collected.missing(ACTION, "Content"))));
  }

  private static Snapshot read(Supplier<DescribeResourcePolicyResponse> answer) {
    return Collected.from(
        new FakeOrganizations() {
          @Override
          public DescribeResourcePolicyResponse describeResourcePolicy(
              DescribeResourcePolicyRequest request) {
            return answer.get();
          }
        },
        OrganizationResourcePolicy.class);
  }

  private static DescribeResourcePolicyResponse answer(ResourcePolicy policy) {
    return DescribeResourcePolicyResponse.builder().resourcePolicy(policy).build();
  }

  private static ResourcePolicy.Builder complete() {
    return ResourcePolicy.builder()
        .resourcePolicySummary(
            summary -> summary.id("rp-1").arn(arn("resourcepolicy/o-example/rp-1")))
        .content("{\"Statement\": []}");
  }
}
