/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import dev.merlon.fact.net.AddressFamily;
import dev.merlon.fact.net.IpSet;
import dev.merlon.fact.net.Tri;

/**
 * What a load balancer lets through to a target on one listener.
 *
 * @param family of the clients
 * @param protocol the number of TCP or UDP
 * @param sources the clients on the internet
 */
public record ForwardedFlow(
    AddressFamily family, int protocol, int listenerPort, int targetPort, Tri<IpSet> sources) {}
