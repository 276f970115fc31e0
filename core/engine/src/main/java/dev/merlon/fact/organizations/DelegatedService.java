/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.organizations;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;

/**
 * A service that a delegated administrator administers.
 *
 * @param arn the administrator's ARN, {@code /service/} and the service principal: AWS gives none
 * @param administratorArn the {@link DelegatedAdministrator}
 */
@ReadBy(
    value = "organizations:ListDelegatedServicesForAccount",
    scope = ReadBy.Scope.ACCOUNT,
    per = "administratorArn")
public record DelegatedService(
    String arn,
    String account,
    String region,
    String administratorArn,
    String accountId,
    String servicePrincipal)
    implements Resource {}
