/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.net;

/**
 * What can be answered, given what may leave: the network ACLs know no connections (NACL-3, RET-2,
 * RET-3).
 */
public final class Replies {

  /** The peer chooses the port that it sends from, so any will do for an exposure (RET-2). */
  public static final PortSet CLIENT_PORTS = PortSet.range(1, PortSet.LAST);

  /** The ports that operating systems and NAT gateways choose (EGR-3). */
  public static final PortSet EPHEMERAL_PORTS = PortSet.range(1024, PortSet.LAST);

  private static final int CODES = 256;
  private static final int ECHO = 8 * CODES;
  private static final int ECHO_REPLY = 0;
  private static final int ECHO_V6 = 128 * CODES;
  private static final int ECHO_REPLY_V6 = 129 * CODES;

  private Replies() {}

  /**
   * Returns the flows to here whose replies may leave. A reply goes to the port that the client
   * sent from; an echo reply has a type of its own; whatever else there is, goes back as it came.
   *
   * @param leaving what may leave, by the protocol, port and address that it goes to
   */
  public static Flows possible(Flows leaving) {
    return leaving
        .withProtocol(Protocols.TCP, toAnyClientPort(leaving.protocol(Protocols.TCP)))
        .withProtocol(Protocols.UDP, toAnyClientPort(leaving.protocol(Protocols.UDP)))
        .withProtocol(Protocols.ICMP, echo(leaving.protocol(Protocols.ICMP), ECHO, ECHO_REPLY))
        .withProtocol(
            Protocols.ICMPV6, echo(leaving.protocol(Protocols.ICMPV6), ECHO_V6, ECHO_REPLY_V6));
  }

  /** Returns, for each address, whether the replies to it may leave on a client port or other. */
  private static PortMap toAnyClientPort(PortMap leaving) {
    return PortMap.everywhere(leaving.at(CLIENT_PORTS));
  }

  private static PortMap echo(PortMap leaving, int request, int reply) {
    IpSet all = IpSet.all(leaving.family());
    int last = request + CODES - 1;
    return leaving
        .minus(PortMap.of(request, last, all))
        .union(PortMap.of(request, last, leaving.at(reply)));
  }
}
