/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.ec2;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;
import dev.merlon.fact.Tags;
import java.util.Map;

/**
 * A managed prefix list as DescribeManagedPrefixLists tells it: the account's, those shared with
 * it, and those of AWS. Its entries are facts of their own.
 *
 * @param ownerId the account that owns it, {@code AWS} for those of AWS
 * @param addressFamily {@code IPv4} or {@code IPv6}
 */
@ReadBy("ec2:DescribeManagedPrefixLists")
public record PrefixList(
    String arn,
    String account,
    String region,
    String prefixListId,
    String prefixListName,
    String ownerId,
    String addressFamily,
    Map<String, String> tags)
    implements Resource {

  public PrefixList {
    tags = Tags.copyOf(tags);
  }
}
