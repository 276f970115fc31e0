/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

/** By which kind of gateway traffic to a service of AWS leaves its subnet. */
public enum ServiceHop {
  /** An endpoint in the route table, with its policy. */
  GATEWAY_ENDPOINT,
  INTERNET_GATEWAY,
  NAT,
  EGRESS_ONLY_INTERNET_GATEWAY,
  TRANSIT_GATEWAY,
  VPN_GATEWAY,
  PEERING,
  APPLIANCE,
  GATEWAY_LOAD_BALANCER_ENDPOINT,
  CARRIER_GATEWAY,
  LOCAL_GATEWAY,
  CORE_NETWORK,
  /** The VPC itself has the address. */
  LOCAL,
  /** Something that is not known. */
  OTHER,
  /** No route, or one whose target is gone. */
  NONE
}
