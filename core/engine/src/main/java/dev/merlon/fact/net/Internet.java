/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.net;

import java.util.stream.Stream;

/**
 * The addresses that are the internet (GEN-3), and how many of them make a set internet-wide (D2).
 *
 * <p>The CIDRs of a VPC are not the internet to that VPC even if they are publicly routable:
 * whoever knows the VPC subtracts them.
 */
public final class Internet {

  /**
   * GEN-3: all of IPv4 but the private, shared, local, benchmarking, multicast and reserved ranges.
   */
  public static final IpSet IPV4 =
      IpSet.all(AddressFamily.IPV4)
          .minus(
              setOf(
                  "0.0.0.0/8",
                  "10.0.0.0/8",
                  "100.64.0.0/10",
                  "127.0.0.0/8",
                  "169.254.0.0/16",
                  "172.16.0.0/12",
                  "192.168.0.0/16",
                  "198.18.0.0/15",
                  "224.0.0.0/3"));

  /** GEN-3: the global unicast addresses. */
  public static final IpSet IPV6 = setOf("2000::/3");

  private static final int WIDE_IPV4 = 28; // D2, as a power of two
  private static final int WIDE_IPV6 = 121; // D2, as a power of two

  private Internet() {}

  private static IpSet setOf(String... cidrs) {
    return IpSet.of(Stream.of(cidrs).map(Cidr::parse).toList());
  }

  /** Returns {@link #IPV4} or {@link #IPV6}. */
  public static IpSet of(AddressFamily family) {
    return family == AddressFamily.IPV4 ? IPV4 : IPV6;
  }

  /**
   * Returns whether the set is internet-wide (D2): 2<sup>28</sup> IPv4 or 2<sup>121</sup> IPv6
   * addresses of it, or more, are the internet's. The text of its CIDRs plays no part (SG-2), so
   * two halves are as wide as the whole.
   */
  public static boolean isWide(IpSet addresses) {
    AddressFamily family = addresses.family();
    return addresses
        .intersect(of(family))
        .sizeAtLeast(family == AddressFamily.IPV4 ? WIDE_IPV4 : WIDE_IPV6);
  }
}
