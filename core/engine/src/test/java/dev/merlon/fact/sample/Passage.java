/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.sample;

/** Derived: a way into a tower. */
public record Passage(String arn, String account, String region) {}
