/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.account;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;

/**
 * The account that was read: the subject of what is judged once for each account. There is one
 * wherever a collector could find out whose credentials it has, whatever else was denied.
 *
 * @param arn the account's root, {@code arn:<partition>:iam::<account>:root}
 */
@ReadBy(value = "sts:GetCallerIdentity", scope = ReadBy.Scope.ACCOUNT)
public record Account(String arn, String account, String region) implements Resource {
  /** The partition: {@code aws}, {@code aws-cn}, {@code aws-us-gov}. */
  public String partition() {
    return arn.split(":", 3)[1];
  }
}
