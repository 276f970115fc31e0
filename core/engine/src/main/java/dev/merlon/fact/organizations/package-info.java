/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * What AWS Organizations tells whom it lets ask: the management account and delegated
 * administrators; of others only the organization itself. Rules join these facts within the account
 * that read them; {@link dev.merlon.fact.derived} has what several accounts could read, put
 * together.
 */
@NullMarked
package dev.merlon.fact.organizations;

import org.jspecify.annotations.NullMarked;
