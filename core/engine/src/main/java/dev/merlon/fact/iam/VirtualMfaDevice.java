/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.iam;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A virtual MFA device, assigned to a user or to the root user, or to nobody.
 *
 * @param arn the serial number
 * @param userArn who has it; empty when nobody has
 */
@ReadBy(value = "iam:ListVirtualMFADevices", scope = ReadBy.Scope.ACCOUNT)
public record VirtualMfaDevice(
    String arn, String account, String region, String userArn, @Nullable Instant enableDate)
    implements Resource {
  /** How the serial number ends that the console gives a device of the root user. */
  private static final String NAME_OF_ROOT_DEVICE = ":mfa/root-account-mfa-device";

  /**
   * Whether it is the root user's. By its name only if it is in use and the answer leaves out who
   * has it: a user may give a device of that name to themselves, and one that nobody has any more
   * stays in the list.
   *
   * @param rootArn the account's root
   */
  public boolean isOfRoot(String rootArn) {
    return userArn.isEmpty()
        ? enableDate != null && arn.endsWith(NAME_OF_ROOT_DEVICE)
        : userArn.equals(rootArn);
  }
}
