/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.organizations;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;

/**
 * An organizational unit, at any depth.
 *
 * @param rootArn the root of its tree
 * @param parentId the unit or root that it is in
 */
@ReadBy(
    value = "organizations:ListOrganizationalUnitsForParent",
    scope = ReadBy.Scope.ACCOUNT,
    per = "rootArn")
public record OrganizationalUnit(
    String arn,
    String account,
    String region,
    String organizationalUnitId,
    String name,
    String parentId,
    String rootArn)
    implements Resource {}
