/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.organizations;

import static dev.merlon.collect.organizations.Collected.ACCOUNT;
import static dev.merlon.collect.organizations.Collected.MEMBER;
import static dev.merlon.collect.organizations.Collected.REGION;
import static dev.merlon.collect.organizations.Collected.arn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.collect.FakeAws;
import dev.merlon.fact.organizations.Organization;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.organizations.model.DescribeOrganizationRequest;
import software.amazon.awssdk.services.organizations.model.DescribeOrganizationResponse;

final class OrganizationReaderTest {
  private static final String ACTION = "organizations:DescribeOrganization";

  @Test
  void read_memberOfAnOrganization_saysWhoManagesIt() {
    assertThat(Collected.from(answering(complete().build()), Organization.class))
        .isEqualTo(
            Collected.snapshot(
                List.of(Organization.class),
                List.of(
                    new Organization(
                        arn("organization/o-example"),
                        ACCOUNT,
                        REGION,
                        "o-example",
                        "A_FEATURE_SET_OF_2030",
                        MEMBER))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Arn", "Id", "FeatureSet", "MasterAccountId"})
  void read_attributeMissing_isAGap(String attribute) {
    software.amazon.awssdk.services.organizations.model.Organization.Builder found = complete();
    switch (attribute) {
      case "Arn" -> found.arn(null);
      case "Id" -> found.id(null);
      case "FeatureSet" -> found.featureSet((String) null);
      default -> found.masterAccountId(null);
    }

    assertThat(Collected.from(answering(found.build()), Organization.class))
        .isEqualTo(
            Collected.snapshot(
                List.of(Organization.class),
                List.of(),
                Collected.gap(Organization.class, null, Collected.missing(ACTION, attribute))));
  }

  @Test
  void read_emptyAnswer_isAGap() {
    FakeOrganizations empty =
        new FakeOrganizations() {
          @Override
          public DescribeOrganizationResponse describeOrganization(
              DescribeOrganizationRequest request) {
            return DescribeOrganizationResponse.builder().build();
          }
        };

    assertThat(Collected.from(empty, Organization.class).gaps())
        .containsExactly(
            Collected.gap(Organization.class, null, Collected.missing(ACTION, "Organization")));
  }

  @Test
  void read_denied_isAGap() {
    FakeOrganizations denying =
        new FakeOrganizations() {
          @Override
          public DescribeOrganizationResponse describeOrganization(
              DescribeOrganizationRequest request) {
            throw Collected.refusal();
          }
        };

    assertThat(Collected.from(denying, Organization.class))
        .isEqualTo(
            Collected.snapshot(
                List.of(),
                List.of(),
                Collected.gap(Organization.class, null, Collected.denied(ACTION))));
  }

  @Test
  void read_accountIsInNoOrganization_isAnAnswerToEveryRead() {
    FakeOrganizations none = new NoOrganization();

    assertThat(
            FakeAws.collector(none)
                .services(new OrganizationsCollector())
                .forControls(FakeAws.controlsReading(Collected.OF_ORGANIZATIONS))
                .build()
                .collect())
        .isEqualTo(Collected.snapshot(List.of(Collected.OF_ORGANIZATIONS), List.of()));
    assertThat(none.calls)
        .containsExactlyInAnyOrder(
            "DescribeOrganization - -",
            "ListRoots roots -",
            "ListDelegatedAdministrators - -",
            "ListAWSServiceAccessForOrganization - -",
            "DescribeResourcePolicy - -",
            "ListHandshakesForAccount - -",
            "ListHandshakesForOrganization - -");
  }

  private static software.amazon.awssdk.services.organizations.model.Organization.Builder
      complete() {
    return software.amazon.awssdk.services.organizations.model.Organization.builder()
        .arn(arn("organization/o-example"))
        .id("o-example")
        .featureSet("A_FEATURE_SET_OF_2030")
        .masterAccountId(MEMBER)
        .masterAccountEmail("somebody@example.com");
  }

  private static FakeOrganizations answering(
      software.amazon.awssdk.services.organizations.model.Organization organization) {
    return new FakeOrganizations() {
      @Override
      public DescribeOrganizationResponse describeOrganization(
          DescribeOrganizationRequest request) {
        return DescribeOrganizationResponse.builder().organization(organization).build();
      }
    };
  }
}
