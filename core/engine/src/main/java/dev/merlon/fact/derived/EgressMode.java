/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

/** By which kind of gateway traffic gets to the internet. */
public enum EgressMode {
  /** The internet gateway, with a public address. */
  IGW,
  NAT,
  /** The egress-only internet gateway, for IPv6. */
  EIGW,
  TGW,
  VGW,
  /** A Gateway Load Balancer endpoint. */
  GWLBE,
  /** An interface that forwards. */
  APPLIANCE,
  CORE_NETWORK,
  CARRIER,
  LOCAL_GATEWAY,
  /** Something that is not known. */
  OTHER
}
