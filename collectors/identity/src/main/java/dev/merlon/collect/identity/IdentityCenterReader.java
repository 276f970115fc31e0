/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.identity;

import static dev.merlon.collect.AwsValues.required;

import dev.merlon.collect.Reading;
import dev.merlon.fact.sso.IdentityCenterInstance;
import software.amazon.awssdk.services.ssoadmin.SsoAdminClient;

/** Maps ListInstances of IAM Identity Center. */
final class IdentityCenterReader {
  private static final int PAGE = 100;

  private IdentityCenterReader() {}

  static void read(SsoAdminClient identityCenter, Reading reading) {
    reading.each(
        identityCenter.listInstancesPaginator(request -> request.maxResults(PAGE)).instances(),
        instance ->
            new IdentityCenterInstance(
                required(instance.instanceArn(), "InstanceArn"),
                reading.account(),
                reading.region(),
                required(instance.ownerAccountId(), "OwnerAccountId"),
                required(instance.statusAsString(), "Status")));
  }
}
