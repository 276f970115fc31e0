/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** What Amazon EC2 and Amazon VPC tell: networks, security groups, interfaces and prefix lists. */
@NullMarked
package dev.merlon.fact.ec2;

import org.jspecify.annotations.NullMarked;
