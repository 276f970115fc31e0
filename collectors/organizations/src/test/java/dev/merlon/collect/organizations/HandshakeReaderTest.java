/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.organizations;

import static dev.merlon.collect.organizations.Collected.ACCOUNT;
import static dev.merlon.collect.organizations.Collected.MEMBER;
import static dev.merlon.collect.organizations.Collected.OTHER_MEMBER;
import static dev.merlon.collect.organizations.Collected.REGION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.collect.FakeAws;
import dev.merlon.fact.organizations.AccountHandshake;
import dev.merlon.fact.organizations.OrganizationHandshake;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.organizations.model.Handshake;
import software.amazon.awssdk.services.organizations.model.HandshakeParty;
import software.amazon.awssdk.services.organizations.model.ListHandshakesForAccountRequest;
import software.amazon.awssdk.services.organizations.model.ListHandshakesForAccountResponse;
import software.amazon.awssdk.services.organizations.model.ListHandshakesForOrganizationRequest;
import software.amazon.awssdk.services.organizations.model.ListHandshakesForOrganizationResponse;

final class HandshakeReaderTest {
  private static final Instant REQUESTED = Instant.parse("2026-11-20T08:00:00Z");
  private static final Instant EXPIRATION = Instant.parse("2026-12-05T08:00:00Z");
  private static final HandshakeParty ORGANIZATION = party("ORGANIZATION", "o-example");
  private static final HandshakeParty EMAIL = party("EMAIL", "somebody@example.com");

  @Test
  void readOfAccount_invitationsOnTwoPages_partyIsWhoeverManagesTheOrganization() {
    Handshakes organizations =
        new Handshakes(
            Pages.of(
                List.of(
                    found("h-1", MEMBER).parties(ORGANIZATION, EMAIL).build(),
                    found("h-2", MEMBER)
                        .parties(ORGANIZATION, party("ACCOUNT", ACCOUNT))
                        .state("A_STATE_OF_2030")
                        .build()),
                List.of(
                    found("h-3", MEMBER)
                        .parties(party("ACCOUNT", OTHER_MEMBER), party("ACCOUNT", MEMBER))
                        .action("TRANSFER_RESPONSIBILITY")
                        .build())));

    assertThat(Collected.from(organizations, AccountHandshake.class))
        .isEqualTo(
            Collected.snapshot(
                List.of(AccountHandshake.class),
                List.of(
                    ofAccount("h-1", MEMBER, "OPEN", "INVITE", List.of(MEMBER)),
                    ofAccount("h-2", MEMBER, "A_STATE_OF_2030", "INVITE", List.of(MEMBER)),
                    ofAccount(
                        "h-3",
                        MEMBER,
                        "OPEN",
                        "TRANSFER_RESPONSIBILITY",
                        List.of(MEMBER, OTHER_MEMBER)))));
    assertThat(organizations.calls)
        .containsExactly("ListHandshakesForAccount - -", "ListHandshakesForAccount - 1");
  }

  @Test
  void readOfAccount_sentByTheAccountItself_partyIsWhoWasInvited() {
    Handshakes organizations =
        new Handshakes(
            Pages.of(List.of(found("h-1", ACCOUNT).parties(ORGANIZATION, EMAIL).build())));

    assertThat(Collected.from(organizations, AccountHandshake.class).facts(AccountHandshake.class))
        .containsExactly(ofAccount("h-1", ACCOUNT, "OPEN", "INVITE", List.of("email")));
  }

  @Test
  void readOfAccount_invitationOfAnUnexpectedOrganization_isUnexpected() {
    Handshakes organizations =
        new Handshakes(
            Pages.of(List.of(found("h-1", MEMBER).parties(ORGANIZATION, EMAIL).build())));

    assertThat(Collected.from(organizations, AccountHandshake.class).facts(AccountHandshake.class))
        .singleElement()
        .satisfies(
            handshake -> {
              assertThat(
                      handshake.isUnexpected(
                          FakeAws.NOW.minus(Duration.ofDays(7)), List.of(OTHER_MEMBER)))
                  .isTrue();
              assertThat(
                      handshake.isUnexpected(
                          FakeAws.NOW.minus(Duration.ofDays(7)), List.of(MEMBER)))
                  .isFalse();
            });
  }

  @Test
  void readOfOrganization_invitations_namesAccountsAndNoAddresses() {
    Handshakes organizations =
        new Handshakes(
            Pages.of(
                List.of(
                    found("h-1", ACCOUNT).parties(ORGANIZATION, EMAIL).build(),
                    found("h-2", ACCOUNT)
                        .parties(ORGANIZATION, party("ACCOUNT", MEMBER), party("ACCOUNT", ACCOUNT))
                        .build()),
                List.of(
                    found("h-3", ACCOUNT)
                        .parties(ORGANIZATION)
                        .action("ENABLE_ALL_FEATURES")
                        .build(),
                    found("h-4", ACCOUNT).parties(party("A_PARTY_OF_2030", "x")).build())));

    assertThat(Collected.from(organizations, OrganizationHandshake.class))
        .isEqualTo(
            Collected.snapshot(
                List.of(OrganizationHandshake.class),
                List.of(
                    ofOrganization("h-1", "INVITE", List.of("email")),
                    ofOrganization("h-2", "INVITE", List.of(MEMBER)),
                    ofOrganization("h-3", "ENABLE_ALL_FEATURES", List.of()),
                    ofOrganization("h-4", "INVITE", List.of("a_party_of_2030")))));
    assertThat(organizations.calls)
        .containsExactly("ListHandshakesForOrganization - -", "ListHandshakesForOrganization - 1");
  }

  @Test
  void readOfOrganization_invitationByAddress_isUnexpectedUnlessAllAreExpected() {
    Handshakes organizations =
        new Handshakes(
            Pages.of(List.of(found("h-1", ACCOUNT).parties(ORGANIZATION, EMAIL).build())));

    assertThat(
            Collected.from(organizations, OrganizationHandshake.class)
                .facts(OrganizationHandshake.class))
        .singleElement()
        .satisfies(
            handshake -> {
              assertThat(
                      handshake.isUnexpected(
                          FakeAws.NOW.minus(Duration.ofDays(7)), List.of(MEMBER)))
                  .isTrue();
              assertThat(handshake.isUnexpected(FakeAws.NOW.minus(Duration.ofDays(7)), List.of()))
                  .isFalse();
            });
  }

  @Test
  void read_attributesMissing_costThatHandshake() {
    Handshakes organizations =
        new Handshakes(
            Pages.of(
                List.of(
                    found("h-1", ACCOUNT).state((String) null).build(),
                    found("h-2", ACCOUNT).parties(HandshakeParty.builder().id("x").build()).build(),
                    found("h-3", ACCOUNT).parties(party("ACCOUNT", "")).build(),
                    found("h-4", ACCOUNT)
                        .requestedTimestamp(null)
                        .expirationTimestamp(null)
                        .action((String) null)
                        .build())));
    String action = "organizations:ListHandshakesForOrganization";

    assertThat(Collected.from(organizations, OrganizationHandshake.class))
        .isEqualTo(
            Collected.snapshot(
                List.of(OrganizationHandshake.class),
                List.of(
                    new OrganizationHandshake(
                        arn("h-4", ACCOUNT),
                        ACCOUNT,
                        REGION,
                        "h-4",
                        "OPEN",
                        "",
                        null,
                        null,
                        List.of())),
                Collected.gap(
                    OrganizationHandshake.class, null, Collected.missing(action, "State")),
                Collected.gap(
                    OrganizationHandshake.class,
                    null,
                    Collected.missing(action, "the Type of a party")),
                Collected.gap(
                    OrganizationHandshake.class,
                    null,
                    Collected.missing(action, "the Id of a party"))));
  }

  @Test
  void read_secondPageDenied_keepsTheFirst() {
    Handshakes organizations =
        new Handshakes(Pages.of(List.of(found("h-1", ACCOUNT).build()), List.of()));
    organizations.denied.add("ListHandshakesForOrganization - 1");

    assertThat(Collected.from(organizations, OrganizationHandshake.class))
        .isEqualTo(
            Collected.snapshot(
                List.of(),
                List.of(ofOrganization("h-1", "INVITE", List.of())),
                Collected.gap(
                    OrganizationHandshake.class,
                    null,
                    Collected.denied("organizations:ListHandshakesForOrganization"))));
  }

  private static Handshake.Builder found(String id, String sender) {
    return Handshake.builder()
        .id(id)
        .arn(arn(id, sender))
        .state("OPEN")
        .action("INVITE")
        .requestedTimestamp(REQUESTED)
        .expirationTimestamp(EXPIRATION);
  }

  private static HandshakeParty party(String type, String id) {
    return HandshakeParty.builder().type(type).id(id).build();
  }

  private static String arn(String id, String sender) {
    return "arn:aws:organizations::" + sender + ":handshake/o-example/invite/" + id;
  }

  private static AccountHandshake ofAccount(
      String id, String sender, String state, String action, List<String> parties) {
    return new AccountHandshake(
        arn(id, sender), ACCOUNT, REGION, id, state, action, REQUESTED, EXPIRATION, parties);
  }

  private static OrganizationHandshake ofOrganization(
      String id, String action, List<String> parties) {
    return new OrganizationHandshake(
        arn(id, ACCOUNT), ACCOUNT, REGION, id, "OPEN", action, REQUESTED, EXPIRATION, parties);
  }

  /** The same for the account and for the organization. */
  private static final class Handshakes extends FakeOrganizations {
    private final Pages<Handshake> pages;

    Handshakes(Pages<Handshake> pages) {
      this.pages = pages;
    }

    @Override
    public ListHandshakesForAccountResponse listHandshakesForAccount(
        ListHandshakesForAccountRequest request) {
      String token = request.nextToken();
      call("ListHandshakesForAccount", "-", token, request.maxResults());
      return ListHandshakesForAccountResponse.builder()
          .handshakes(pages.at(token))
          .nextToken(pages.after(token))
          .build();
    }

    @Override
    public ListHandshakesForOrganizationResponse listHandshakesForOrganization(
        ListHandshakesForOrganizationRequest request) {
      String token = request.nextToken();
      call("ListHandshakesForOrganization", "-", token, request.maxResults());
      return ListHandshakesForOrganizationResponse.builder()
          .handshakes(pages.at(token))
          .nextToken(pages.after(token))
          .build();
    }
  }
}
