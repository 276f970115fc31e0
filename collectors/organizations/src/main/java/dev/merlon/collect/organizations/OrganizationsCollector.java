/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.organizations;

import dev.merlon.collect.Reads;
import dev.merlon.collect.ServiceCollector;

/** Declares what is read of AWS Organizations, root access and alternate contacts. */
public final class OrganizationsCollector implements ServiceCollector {

  @Override
  public void describe(Reads reads) {}
}
