/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.elb;

/** A listener of a Classic Load Balancer. */
public record ClassicListener(
    String protocol, int loadBalancerPort, String instanceProtocol, int instancePort) {}
