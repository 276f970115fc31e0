/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.organizations;

import static dev.merlon.collect.organizations.Collected.ACCOUNT;
import static dev.merlon.collect.organizations.Collected.REGION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.fact.account.AlternateContact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.account.model.GetAlternateContactRequest;
import software.amazon.awssdk.services.account.model.GetAlternateContactResponse;
import software.amazon.awssdk.services.account.model.ResourceNotFoundException;

final class AlternateContactReaderTest {
  private static final String ACTION = "account:GetAlternateContact";
  private static final List<Class<?>> CONTACT = List.of(AlternateContact.class);

  /** printf 'sec@example.com\n+15550100' | sha256sum. */
  private static final String FINGERPRINT =
      "73d36e2c22d5c7475f450e02790cf8167e7fecde8e3575441432bf8ca9201448";

  private final Contacts contacts = new Contacts();

  @Test
  void read_samePersonWrittenInTwoWays_hasOneFingerprintAndNoName() {
    contacts.set("SECURITY", "sec@example.com", "+15550100");
    contacts.set("BILLING", " Sec@Example.COM", "+1 555 0100 ");
    contacts.set("OPERATIONS", "ops@example.com", "+15550100");

    assertThat(Collected.from(contacts, AlternateContact.class).facts(AlternateContact.class))
        .filteredOn(contact -> !contact.alternateContactType().equals("OPERATIONS"))
        .containsExactlyInAnyOrder(
            contact("SECURITY", FINGERPRINT), contact("BILLING", FINGERPRINT));
    assertThat(Collected.from(contacts, AlternateContact.class).facts(AlternateContact.class))
        .filteredOn(contact -> contact.alternateContactType().equals("OPERATIONS"))
        .singleElement()
        .satisfies(
            contact ->
                assertThat(contact.fingerprint())
                    .matches("[0-9a-f]{64}")
                    .isNotEqualTo(FINGERPRINT));
  }

  @Test
  void read_noneSet_isAnAnswer() {
    assertThat(Collected.from(contacts, AlternateContact.class))
        .isEqualTo(Collected.snapshot(CONTACT, List.of()));
    assertThat(contacts.asked).containsExactly("SECURITY", "BILLING", "OPERATIONS");
  }

  @Test
  void read_oneTypeDenied_keepsTheOthers() {
    contacts.set("OPERATIONS", "sec@example.com", "+15550100");
    contacts.denied.add("SECURITY");

    assertThat(Collected.from(contacts, AlternateContact.class))
        .isEqualTo(
            Collected.snapshot(
                List.of(),
                List.of(contact("OPERATIONS", FINGERPRINT)),
                Collected.gap(AlternateContact.class, null, Collected.denied(ACTION))));
  }

  @Test
  void read_contactWithoutAddress_costsThatOne() {
    contacts.set("SECURITY", "", "+15550100");
    contacts.set("BILLING", "sec@example.com", "+15550100");

    assertThat(Collected.from(contacts, AlternateContact.class))
        .isEqualTo(
            Collected.snapshot(
                CONTACT,
                List.of(contact("BILLING", FINGERPRINT)),
                Collected.gap(
                    AlternateContact.class, null, Collected.missing(ACTION, "EmailAddress"))));
  }

  private static AlternateContact contact(String type, String fingerprint) {
    return new AlternateContact(
        "arn:aws:iam::" + ACCOUNT + ":root/contact/" + type, ACCOUNT, REGION, type, fingerprint);
  }

  private static final class Contacts implements AccountClient {
    private final Map<
            String,
            Consumer<software.amazon.awssdk.services.account.model.AlternateContact.Builder>>
        set = new HashMap<>();

    private final Set<String> denied = new HashSet<>();
    private final List<String> asked = new ArrayList<>();

    void set(String type, String email, String phone) {
      set.put(
          type,
          contact -> contact.emailAddress(email).phoneNumber(phone).name("Ann").title("CISO"));
    }

    @Override
    public GetAlternateContactResponse getAlternateContact(GetAlternateContactRequest request) {
      assertThat(request.accountId()).isNull(); // the caller's own
      String type = request.alternateContactTypeAsString();
      asked.add(type);
      if (denied.contains(type)) {
        throw Collected.refusal();
      }
      Consumer<software.amazon.awssdk.services.account.model.AlternateContact.Builder> contact =
          set.get(type);
      if (contact == null) {
        throw Collected.with(
            ResourceNotFoundException.builder(), 404, "ResourceNotFoundException", "No contact.");
      }
      return GetAlternateContactResponse.builder().alternateContact(contact).build();
    }

    @Override
    public String serviceName() {
      return "account";
    }

    @Override
    public void close() {}
  }
}
