/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.identity;

import static dev.merlon.collect.AwsValues.required;

import dev.merlon.collect.Reading;
import dev.merlon.fact.iam.OpenIdConnectProvider;
import dev.merlon.fact.iam.SamlProvider;
import software.amazon.awssdk.services.iam.IamClient;

/** Maps ListSAMLProviders and ListOpenIDConnectProviders, which have no pages. */
final class IdentityProviderReader {
  private IdentityProviderReader() {}

  static void readSaml(IamClient iam, Reading reading) {
    reading.each(
        iam.listSAMLProviders().samlProviderList(),
        provider ->
            new SamlProvider(
                required(provider.arn(), "Arn"),
                reading.account(),
                reading.region(),
                provider.createDate(),
                provider.validUntil()));
  }

  static void readOpenIdConnect(IamClient iam, Reading reading) {
    reading.each(
        iam.listOpenIDConnectProviders().openIDConnectProviderList(),
        provider ->
            new OpenIdConnectProvider(
                required(provider.arn(), "Arn"), reading.account(), reading.region()));
  }
}
