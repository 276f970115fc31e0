/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.organizations;

import static dev.merlon.collect.organizations.Collected.ACCOUNT;
import static dev.merlon.collect.organizations.Collected.REGION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.fact.organizations.TrustedService;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.organizations.model.EnabledServicePrincipal;
import software.amazon.awssdk.services.organizations.model.ListAwsServiceAccessForOrganizationRequest;
import software.amazon.awssdk.services.organizations.model.ListAwsServiceAccessForOrganizationResponse;

final class TrustedServiceReaderTest {
  private static final String ACTION = "organizations:ListAWSServiceAccessForOrganization";

  private final Services organizations = new Services();

  @Test
  void read_threePages_takesAll() {
    assertThat(Collected.from(organizations, TrustedService.class))
        .isEqualTo(
            Collected.snapshot(
                List.of(TrustedService.class),
                List.of(trusted("guardduty.amazonaws.com"), trusted("iam.amazonaws.com")),
                Collected.gap(
                    TrustedService.class, null, Collected.missing(ACTION, "ServicePrincipal"))));
    assertThat(organizations.calls).containsExactly("Services - -", "Services - 1", "Services - 2");
  }

  @Test
  void read_secondPageDenied_keepsTheFirst() {
    organizations.denied.add("Services - 1");

    assertThat(Collected.from(organizations, TrustedService.class))
        .isEqualTo(
            Collected.snapshot(
                List.of(),
                List.of(trusted("guardduty.amazonaws.com")),
                Collected.gap(TrustedService.class, null, Collected.denied(ACTION))));
  }

  private static TrustedService trusted(String principal) {
    return new TrustedService(
        "arn:aws:iam::" + ACCOUNT + ":root/service/" + principal, ACCOUNT, REGION, principal);
  }

  private static final class Services extends FakeOrganizations {
    private final Pages<EnabledServicePrincipal> pages =
        Pages.of(
            List.of(
                EnabledServicePrincipal.builder()
                    .servicePrincipal("guardduty.amazonaws.com")
                    .build()),
            List.of(),
            List.of(
                EnabledServicePrincipal.builder().build(),
                EnabledServicePrincipal.builder().servicePrincipal("iam.amazonaws.com").build()));

    @Override
    public ListAwsServiceAccessForOrganizationResponse listAWSServiceAccessForOrganization(
        ListAwsServiceAccessForOrganizationRequest request) {
      String token = request.nextToken();
      call("Services", "-", token, request.maxResults());
      return ListAwsServiceAccessForOrganizationResponse.builder()
          .enabledServicePrincipals(pages.at(token))
          .nextToken(pages.after(token))
          .build();
    }
  }
}
