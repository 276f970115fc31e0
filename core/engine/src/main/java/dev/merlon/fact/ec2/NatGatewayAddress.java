/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.ec2;

/**
 * An address of a NAT gateway.
 *
 * @param allocationId the Elastic IP address; empty for a private gateway
 */
public record NatGatewayAddress(
    String allocationId, String networkInterfaceId, String privateIp, String publicIp) {}
