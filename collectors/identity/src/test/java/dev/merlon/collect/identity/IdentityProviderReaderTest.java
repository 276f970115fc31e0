/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.identity;

import static dev.merlon.collect.identity.Collected.ACCOUNT;
import static dev.merlon.collect.identity.Collected.REGION;
import static dev.merlon.collect.identity.Collected.arn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.fact.iam.OpenIdConnectProvider;
import dev.merlon.fact.iam.SamlProvider;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.ListOpenIdConnectProvidersRequest;
import software.amazon.awssdk.services.iam.model.ListOpenIdConnectProvidersResponse;
import software.amazon.awssdk.services.iam.model.ListSamlProvidersRequest;
import software.amazon.awssdk.services.iam.model.ListSamlProvidersResponse;
import software.amazon.awssdk.services.iam.model.OpenIDConnectProviderListEntry;
import software.amazon.awssdk.services.iam.model.SAMLProviderListEntry;

final class IdentityProviderReaderTest {
  private static final Instant CREATED = Instant.parse("2021-02-03T04:05:06Z");
  private static final Instant VALID_UNTIL = Instant.parse("2121-02-03T04:05:06Z");

  private final FakeIam iam =
      new FakeIam() {
        @Override
        public ListSamlProvidersResponse listSAMLProviders(ListSamlProvidersRequest request) {
          return ListSamlProvidersResponse.builder()
              .samlProviderList(
                  SAMLProviderListEntry.builder()
                      .arn(arn("saml-provider/corp"))
                      .createDate(CREATED)
                      .validUntil(VALID_UNTIL)
                      .build(),
                  SAMLProviderListEntry.builder().createDate(CREATED).build(),
                  SAMLProviderListEntry.builder().arn(arn("saml-provider/old")).build())
              .build();
        }

        @Override
        public ListOpenIdConnectProvidersResponse listOpenIDConnectProviders(
            ListOpenIdConnectProvidersRequest request) {
          return ListOpenIdConnectProvidersResponse.builder()
              .openIDConnectProviderList(
                  OpenIDConnectProviderListEntry.builder()
                      .arn(arn("oidc-provider/idp.example/ci"))
                      .build(),
                  OpenIDConnectProviderListEntry.builder().build())
              .build();
        }
      };

  @Test
  void readSaml_providers_areFactsButForTheMalformed() {
    assertThat(Collected.from(iam, SamlProvider.class))
        .isEqualTo(
            Collected.snapshot(
                List.of(SamlProvider.class),
                List.of(
                    new SamlProvider(
                        arn("saml-provider/corp"), ACCOUNT, REGION, CREATED, VALID_UNTIL),
                    new SamlProvider(arn("saml-provider/old"), ACCOUNT, REGION, null, null)),
                Collected.lost(SamlProvider.class, "iam:ListSAMLProviders", "Arn is missing")));
  }

  @Test
  void readOpenIdConnect_providers_areFactsButForTheMalformed() {
    assertThat(Collected.from(iam, OpenIdConnectProvider.class))
        .isEqualTo(
            Collected.snapshot(
                List.of(OpenIdConnectProvider.class),
                List.of(
                    new OpenIdConnectProvider(
                        arn("oidc-provider/idp.example/ci"), ACCOUNT, REGION)),
                Collected.lost(
                    OpenIdConnectProvider.class,
                    "iam:ListOpenIDConnectProviders",
                    "Arn is missing")));
  }
}
