/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.identity;

import dev.merlon.collect.Reads;
import dev.merlon.collect.ServiceCollector;

/** Declares what is read of AWS IAM and IAM Identity Center. */
public final class IdentityCollector implements ServiceCollector {

  @Override
  public void describe(Reads reads) {}
}
