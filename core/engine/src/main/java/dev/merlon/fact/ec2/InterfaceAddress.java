/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.ec2;

/**
 * A private IPv4 address of an interface, and the public one that internet gateways translate it
 * to.
 *
 * @param publicIp the address on the internet, Elastic or assigned at launch; empty for none
 * @param carrierIp the address in the telecommunication carrier's network; empty for none
 */
public record InterfaceAddress(String privateIpAddress, String publicIp, String carrierIp) {}
