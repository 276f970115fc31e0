/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import org.jspecify.annotations.Nullable;

/**
 * What a derivation is told of a gap.
 *
 * @param account the account that could not read it
 * @param arn the one resource of which the type could not be read; empty for all
 */
public record MissingRead(String factType, String account, String arn, String reason) {

  public static MissingRead of(
      String factType, String account, @Nullable String arn, String reason) {
    return new MissingRead(factType, account, arn == null ? "" : arn, reason);
  }

  /** Whether it is the type that is missing, of a resource or of all. */
  boolean concerns(String type, String resourceArn) {
    return factType.equals(type) && (arn.isEmpty() || arn.equals(resourceArn));
  }
}
