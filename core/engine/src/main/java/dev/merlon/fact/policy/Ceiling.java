/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.policy;

/** What the service control policies of an account leave of an action. */
public enum Ceiling {
  /** No request that fits what is known gets through. */
  DENIED,
  /** Every request that fits what is known gets through. */
  ALLOWED,
  /** It depends on what is not fixed: a condition key, the resource, which of several actions. */
  CONDITIONAL,
  /** Service control policies do not bind whoever asks. */
  NOT_RESTRICTED,
  /** A policy or a level is not known, and what is known does not deny. */
  UNKNOWN
}
