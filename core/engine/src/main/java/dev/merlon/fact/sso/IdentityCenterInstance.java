/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.sso;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;

/**
 * An instance of IAM Identity Center that the account has or sees, in the Region of the instance.
 *
 * @param ownerAccountId the account that it belongs to
 * @param status {@code ACTIVE}, {@code CREATE_IN_PROGRESS}, …
 */
@ReadBy("sso:ListInstances")
public record IdentityCenterInstance(
    String arn, String account, String region, String ownerAccountId, String status)
    implements Resource {}
