/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * What IAM policies say about a request, in three values: {@link
 * dev.merlon.fact.policy.PolicyDocument} reads one, {@link dev.merlon.fact.policy.PolicySet} asks
 * several, {@link dev.merlon.fact.policy.ScpCeiling} asks those on the path from an organization's
 * root to an account. A {@link dev.merlon.fact.policy.Request} says what is known of the request.
 *
 * <p>Every type is immutable and safe for use by many threads, and knows no fact of AWS. The rule
 * ids in the documentation (SCP-1) are those of the specification of the SCP ceiling. Resource
 * control policies need nothing of their own: only what they deny matters (SCP-9).
 */
@NullMarked
package dev.merlon.fact.policy;

import org.jspecify.annotations.NullMarked;
