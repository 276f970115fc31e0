/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

/** What a control says of one resource. A waiver never changes it. */
public enum Status {
  /** Nothing that the control forbids is there, and no missing fact could change that. */
  PASS,
  /** What the control forbids is there, and no missing fact could unsay it. */
  FAIL,
  /** The control does not concern this resource, or nothing in the account. */
  NOT_APPLICABLE,
  /** What was read does not decide it; the reason says what is missing. */
  UNKNOWN
}
