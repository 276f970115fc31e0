/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.sample;

/** Derived from {@link Breach}. */
public record Fall(String arn, String account, String region) {}
