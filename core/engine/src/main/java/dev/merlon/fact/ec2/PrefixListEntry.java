/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.ec2;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;

/**
 * An entry of a managed prefix list as GetManagedPrefixListEntries tells it.
 *
 * @param arn the list's ARN, a slash and the block: AWS has none
 * @param prefixListArn the list it belongs to
 */
@ReadBy(value = "ec2:GetManagedPrefixListEntries", per = "prefixListArn")
public record PrefixListEntry(
    String arn,
    String account,
    String region,
    String prefixListArn,
    String cidr,
    String description)
    implements Resource {}
