/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Exact arithmetic on addresses, ports and protocols: {@link dev.merlon.fact.net.Flows} is the
 * relation that network facts are computed into, {@link dev.merlon.fact.net.IpSet} what it is made
 * of.
 *
 * <p>Every type is immutable and safe for use by many threads, resolves no name and knows no fact
 * of AWS. The rule ids in the documentation (GEN-3, SG-5, D2) are those of the specification of
 * network reachability.
 */
@NullMarked
package dev.merlon.fact.net;

import org.jspecify.annotations.NullMarked;
