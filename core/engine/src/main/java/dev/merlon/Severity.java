/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

/** How bad a failure is on its own, ascending. */
public enum Severity {
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL
}
