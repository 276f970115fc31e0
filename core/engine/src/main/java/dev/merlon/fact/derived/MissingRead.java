/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import org.jspecify.annotations.Nullable;

/**
 * What a derivation is told of a gap.
 *
 * @param factType the simple name of the type that could not be read
 * @param account the account that could not read it
 * @param region the Region where it could not be read
 * @param arn the one resource of which the type could not be read; empty for all
 * @param reason why it could not be read
 */
public record MissingRead(
    String factType, String account, String region, String arn, String reason) {

  /**
   * Takes what a gap says.
   *
   * @param arn the one resource; null for all
   */
  public static MissingRead of(
      String factType, String account, String region, @Nullable String arn, String reason) {
    return new MissingRead(factType, account, region, arn == null ? "" : arn, reason);
  }

  /** Whether it is the type that is missing, of a resource or of all. */
  boolean concerns(String type, String resourceArn) {
    return factType.equals(type) && (arn.isEmpty() || arn.equals(resourceArn));
  }
}
