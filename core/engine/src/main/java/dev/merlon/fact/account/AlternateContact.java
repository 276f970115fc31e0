/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.account;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;

/**
 * An alternate contact that is set. Whom it names is not kept, only what tells two of them apart.
 *
 * @param arn the account's root, {@code /contact/} and the type: AWS gives none
 * @param alternateContactType {@code SECURITY}, {@code BILLING} or {@code OPERATIONS}
 * @param fingerprint the same for two contacts that have one e-mail address and one telephone
 *     number, compared without case and blanks; a SHA-256 digest in hexadecimal
 */
@ReadBy(value = "account:GetAlternateContact", scope = ReadBy.Scope.ACCOUNT)
public record AlternateContact(
    String arn, String account, String region, String alternateContactType, String fingerprint)
    implements Resource {}
