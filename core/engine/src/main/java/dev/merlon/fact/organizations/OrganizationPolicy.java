/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.organizations;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;

/**
 * A policy of a type that is enabled on the root; its content and what it is attached to are facts
 * of their own.
 *
 * @param policyId {@code p-FullAWSAccess}, {@code p-0123456789}, …
 * @param type {@code SERVICE_CONTROL_POLICY}, {@code RESOURCE_CONTROL_POLICY}, {@code TAG_POLICY},
 *     …
 * @param rootArn the root on which the type is enabled
 */
@ReadBy(value = "organizations:ListPolicies", scope = ReadBy.Scope.ACCOUNT, per = "rootArn")
public record OrganizationPolicy(
    String arn,
    String account,
    String region,
    String policyId,
    String name,
    String type,
    boolean awsManaged,
    String rootArn)
    implements Resource {}
