/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.organizations;

import static dev.merlon.collect.AwsValues.required;
import static dev.merlon.collect.AwsValues.text;

import dev.merlon.collect.Reading;
import dev.merlon.fact.organizations.AccountHandshake;
import dev.merlon.fact.organizations.OrganizationHandshake;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.Handshake;
import software.amazon.awssdk.services.organizations.model.HandshakeParty;

/** Maps ListHandshakesForAccount and ListHandshakesForOrganization. */
final class HandshakeReader {
  private static final int PAGE = 20;
  private static final int ACCOUNT_OF_ARN = 4;

  private HandshakeReader() {}

  static void readOfAccount(OrganizationsClient organizations, Reading reading) {
    organizations
        .listHandshakesForAccountPaginator(request -> request.maxResults(PAGE))
        .forEach(page -> reading.each(page.handshakes(), found -> mapOfAccount(found, reading)));
  }

  static void readOfOrganization(OrganizationsClient organizations, Reading reading) {
    organizations
        .listHandshakesForOrganizationPaginator(request -> request.maxResults(PAGE))
        .forEach(
            page -> reading.each(page.handshakes(), found -> mapOfOrganization(found, reading)));
  }

  private static AccountHandshake mapOfAccount(Handshake handshake, Reading reading) {
    return new AccountHandshake(
        required(handshake.arn(), "Arn"),
        reading.account(),
        reading.region(),
        required(handshake.id(), "Id"),
        required(handshake.stateAsString(), "State"),
        text(handshake.actionAsString()),
        handshake.requestedTimestamp(),
        handshake.expirationTimestamp(),
        partiesOfAccount(handshake, reading.account()));
  }

  private static OrganizationHandshake mapOfOrganization(Handshake handshake, Reading reading) {
    return new OrganizationHandshake(
        required(handshake.arn(), "Arn"),
        reading.account(),
        reading.region(),
        required(handshake.id(), "Id"),
        required(handshake.stateAsString(), "State"),
        text(handshake.actionAsString()),
        handshake.requestedTimestamp(),
        handshake.expirationTimestamp(),
        parties(handshake.parties().stream(), reading.account()));
  }

  /**
   * An organization that invites is a party by its own id; whose it is only the ARN tells. The
   * account that it invites may be a party by its e-mail address: that one is read.
   */
  private static List<String> partiesOfAccount(Handshake handshake, String account) {
    String sender = required(handshake.arn(), "Arn").split(":")[ACCOUNT_OF_ARN];
    if (sender.equals(account)) {
      return parties(handshake.parties().stream(), account);
    }
    return Stream.concat(
            Stream.of(sender),
            parties(
                handshake.parties().stream().filter(party -> !"EMAIL".equals(party.typeAsString())),
                account)
                .stream())
        .distinct()
        .toList();
  }

  private static List<String> parties(Stream<HandshakeParty> parties, String account) {
    return parties
        .filter(party -> !"ORGANIZATION".equals(party.typeAsString()))
        .map(HandshakeReader::party)
        .filter(party -> !party.equals(account))
        .distinct()
        .toList();
  }

  /** Whoever is no account is nobody that one can expect, and the address is nobody's business. */
  private static String party(HandshakeParty party) {
    String type = required(party.typeAsString(), "the Type of a party");
    return type.equals("ACCOUNT")
        ? required(party.id(), "the Id of a party")
        : type.toLowerCase(Locale.ROOT);
  }
}
