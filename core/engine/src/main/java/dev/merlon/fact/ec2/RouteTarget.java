/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.ec2;

/**
 * What kind of thing a route leads to. The ids do not tell: a gateway endpoint and a Gateway Load
 * Balancer endpoint are both {@code vpce-…}, and {@link VpcEndpoint} says which it is.
 */
public enum RouteTarget {
  /** One that this version does not know. */
  OTHER,
  /** The VPC itself. */
  LOCAL,
  INTERNET_GATEWAY,
  EGRESS_ONLY_INTERNET_GATEWAY,
  NAT_GATEWAY,
  VPN_GATEWAY,
  TRANSIT_GATEWAY,
  VPC_PEERING_CONNECTION,
  /** An instance or an appliance, by its interface. */
  NETWORK_INTERFACE,
  /** A gateway endpoint or a Gateway Load Balancer endpoint. */
  VPC_ENDPOINT,
  CARRIER_GATEWAY,
  LOCAL_GATEWAY,
  /** Of AWS Cloud WAN. */
  CORE_NETWORK,
  /** Of Oracle Database@AWS. */
  ODB_NETWORK
}
