/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.organizations;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;

/**
 * A service that has trusted access to the organization.
 *
 * @param arn the root of the account that was read, {@code /service/} and the service principal:
 *     AWS gives none
 */
@ReadBy(value = "organizations:ListAWSServiceAccessForOrganization", scope = ReadBy.Scope.ACCOUNT)
public record TrustedService(String arn, String account, String region, String servicePrincipal)
    implements Resource {}
