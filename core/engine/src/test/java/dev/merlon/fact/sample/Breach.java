/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.sample;

/** Derived from {@link Passage}. */
public record Breach(String arn, String account, String region) {}
