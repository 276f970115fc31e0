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
    implements Resource {}
