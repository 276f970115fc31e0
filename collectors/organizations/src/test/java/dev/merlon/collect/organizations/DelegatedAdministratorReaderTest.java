/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.organizations;

import static dev.merlon.collect.organizations.Collected.ACCOUNT;
import static dev.merlon.collect.organizations.Collected.MEMBER;
import static dev.merlon.collect.organizations.Collected.OTHER_MEMBER;
import static dev.merlon.collect.organizations.Collected.REGION;
import static dev.merlon.collect.organizations.Collected.arn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.fact.organizations.DelegatedAdministrator;
import dev.merlon.fact.organizations.DelegatedService;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.organizations.model.ListDelegatedAdministratorsRequest;
import software.amazon.awssdk.services.organizations.model.ListDelegatedAdministratorsResponse;
import software.amazon.awssdk.services.organizations.model.ListDelegatedServicesForAccountRequest;
import software.amazon.awssdk.services.organizations.model.ListDelegatedServicesForAccountResponse;

final class DelegatedAdministratorReaderTest {
  private static final List<Class<?>> BOTH =
      List.of(DelegatedAdministrator.class, DelegatedService.class);
  private static final String LIST = "organizations:ListDelegatedAdministrators";
  private static final String SERVICES = "organizations:ListDelegatedServicesForAccount";

  private final Administrators organizations = new Administrators();

  @Test
  void read_twoAdministratorsOnTwoPages_takesAllServicesOfBoth() {
    assertThat(Collected.from(organizations, DelegatedService.class))
        .isEqualTo(
            Collected.snapshot(
                BOTH,
                List.of(
                    administrator(MEMBER, "security", "A_STATE_OF_2030"),
                    administrator(OTHER_MEMBER, "", "ACTIVE"),
                    service(MEMBER, "guardduty.amazonaws.com"),
                    service(MEMBER, "macie.amazonaws.com"),
                    service(OTHER_MEMBER, "guardduty.amazonaws.com"),
                    service(OTHER_MEMBER, "macie.amazonaws.com"))));
    assertThat(organizations.calls)
        .containsExactlyInAnyOrder(
            "ListDelegatedAdministrators - -",
            "ListDelegatedAdministrators - 1",
            "Services 444455556666 -",
            "Services 444455556666 1",
            "Services 777788889999 -",
            "Services 777788889999 1");
  }

  @Test
  void read_servicesOfOneDenied_gapNamesThatAdministrator() {
    organizations.denied.add("Services 444455556666 1");

    assertThat(Collected.from(organizations, DelegatedService.class))
        .isEqualTo(
            Collected.snapshot(
                BOTH,
                List.of(
                    administrator(MEMBER, "security", "A_STATE_OF_2030"),
                    administrator(OTHER_MEMBER, "", "ACTIVE"),
                    service(MEMBER, "guardduty.amazonaws.com"),
                    service(OTHER_MEMBER, "guardduty.amazonaws.com"),
                    service(OTHER_MEMBER, "macie.amazonaws.com")),
                Collected.gap(
                    DelegatedService.class,
                    arn("account/o-example/" + MEMBER),
                    Collected.denied(SERVICES))));
  }

  @Test
  void read_administratorsDenied_servicesAreAGapToo() {
    organizations.denied.add("ListDelegatedAdministrators - -");

    assertThat(Collected.from(organizations, DelegatedService.class))
        .isEqualTo(
            Collected.snapshot(
                List.of(),
                List.of(),
                Collected.gap(DelegatedAdministrator.class, null, Collected.denied(LIST)),
                Collected.gap(DelegatedService.class, null, Collected.denied(LIST))));
  }

  private static DelegatedAdministrator administrator(String id, String name, String status) {
    return new DelegatedAdministrator(
        arn("account/o-example/" + id), ACCOUNT, REGION, id, name, status);
  }

  private static DelegatedService service(String id, String principal) {
    String administrator = arn("account/o-example/" + id);
    return new DelegatedService(
        administrator + "/service/" + principal, ACCOUNT, REGION, administrator, id, principal);
  }

  private static final class Administrators extends FakeOrganizations {
    private final Pages<software.amazon.awssdk.services.organizations.model.DelegatedAdministrator>
        administrators =
            Pages.of(
                List.of(
                    found(MEMBER)
                        .name("security")
                        .state("A_STATE_OF_2030")
                        .status("ACTIVE")
                        .build()),
                List.of(found(OTHER_MEMBER).status("ACTIVE").build()));

    private final Pages<software.amazon.awssdk.services.organizations.model.DelegatedService>
        services = Pages.of(List.of(of("guardduty")), List.of(of("macie")));

    private static software.amazon.awssdk.services.organizations.model.DelegatedAdministrator
            .Builder
        found(String id) {
      return software.amazon.awssdk.services.organizations.model.DelegatedAdministrator.builder()
          .id(id)
          .arn(arn("account/o-example/" + id))
          .email("somebody@example.com");
    }

    private static software.amazon.awssdk.services.organizations.model.DelegatedService of(
        String name) {
      return software.amazon.awssdk.services.organizations.model.DelegatedService.builder()
          .servicePrincipal(name + ".amazonaws.com")
          .build();
    }

    @Override
    public ListDelegatedAdministratorsResponse listDelegatedAdministrators(
        ListDelegatedAdministratorsRequest request) {
      String token = request.nextToken();
      call("ListDelegatedAdministrators", "-", token, request.maxResults());
      return ListDelegatedAdministratorsResponse.builder()
          .delegatedAdministrators(administrators.at(token))
          .nextToken(administrators.after(token))
          .build();
    }

    @Override
    public ListDelegatedServicesForAccountResponse listDelegatedServicesForAccount(
        ListDelegatedServicesForAccountRequest request) {
      String token = request.nextToken();
      call("Services", request.accountId(), token, request.maxResults());
      return ListDelegatedServicesForAccountResponse.builder()
          .delegatedServices(services.at(token))
          .nextToken(services.after(token))
          .build();
    }
  }
}
