/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import dev.merlon.fact.net.PortSet;
import dev.merlon.fact.net.Replies;

/** How much of the ports that clients send from gets an answer through the network ACL (RET-2). */
public enum ClientPorts {
  /** All that ordinary clients use. */
  FULL,
  /** Some that ordinary clients use. */
  PARTIAL,
  /** Only ports that nobody uses who does not mean to. */
  CONTRIVED,
  /** None. */
  NONE;

  static ClientPorts of(PortSet ports) {
    if (ports.isEmpty()) {
      return NONE;
    }
    if (ports.containsAll(Replies.EPHEMERAL_PORTS)) {
      return FULL;
    }
    return ports.intersects(Replies.EPHEMERAL_PORTS) ? PARTIAL : CONTRIVED;
  }
}
