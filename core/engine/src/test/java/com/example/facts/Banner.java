/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package com.example.facts;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;

/** A fact of a user's own: named in full. */
@ReadBy("example:ListBanners")
public record Banner(String arn, String account, String region, String towerArn, String colour)
    implements Resource {}
