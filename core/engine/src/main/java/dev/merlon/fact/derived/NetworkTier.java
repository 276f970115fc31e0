/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

/** What a subnet is to the internet, in one address family (D4). */
public enum NetworkTier {
  /** A wide part of the internet is routed to an internet gateway, which nothing blocks. */
  PUBLIC,
  /** A part of the internet that is not wide is routed to an internet gateway. */
  PARTLY_PUBLIC,
  /** A wide part of the internet is routed to something else. */
  PRIVATE_WITH_EGRESS,
  /** None of that. */
  ISOLATED,
  /** It depends on what is missing. */
  UNKNOWN
}
