/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.organizations;

import static dev.merlon.collect.AwsValues.present;
import static dev.merlon.collect.AwsValues.required;
import static dev.merlon.collect.AwsValues.text;

import dev.merlon.collect.Reading;
import dev.merlon.fact.account.AlternateContact;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.account.model.GetAlternateContactResponse;
import software.amazon.awssdk.services.account.model.ResourceNotFoundException;

/** Maps GetAlternateContact, for each type of contact. */
final class AlternateContactReader {
  private static final List<String> TYPES = List.of("SECURITY", "BILLING", "OPERATIONS");

  private AlternateContactReader() {}

  static void read(AccountClient client, Reading reading) {
    Independently.call(
        TYPES, type -> reading.each(answers(client, type), answer -> map(answer, type, reading)));
  }

  private static List<GetAlternateContactResponse> answers(AccountClient client, String type) {
    try {
      return List.of(client.getAlternateContact(request -> request.alternateContactType(type)));
    } catch (ResourceNotFoundException e) {
      return List.of();
    }
  }

  private static AlternateContact map(
      GetAlternateContactResponse answer, String type, Reading reading) {
    software.amazon.awssdk.services.account.model.AlternateContact contact =
        present(answer.alternateContact(), "AlternateContact");
    return new AlternateContact(
        reading.arn("iam", reading.account(), "root/contact/" + type),
        reading.account(),
        reading.region(),
        type,
        fingerprint(required(contact.emailAddress(), "EmailAddress"), text(contact.phoneNumber())));
  }

  private static String fingerprint(String emailAddress, String phoneNumber) {
    String both = normal(emailAddress) + "\n" + normal(phoneNumber);
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(both.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String normal(String text) {
    return text.replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
  }
}
