/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.identity;

import software.amazon.awssdk.services.iam.IamClient;

/** An IAM that can do nothing: override what a test needs. */
class FakeIam implements IamClient {
  @Override
  public final String serviceName() {
    return "iam";
  }

  @Override
  public void close() {}
}
