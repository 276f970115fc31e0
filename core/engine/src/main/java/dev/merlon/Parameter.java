/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

/**
 * A parameter that a control declares.
 *
 * @param defaultValue as the rule file writes it, in the form that {@link Type} describes
 */
public record Parameter(String name, Type type, String defaultValue) {

  /** The types of parameters, by the names that rule files use. */
  public enum Type {
    /** A whole number: {@code 90}. */
    INT,
    /** {@code true} or {@code false}. */
    BOOLEAN,
    /** Any text. */
    TEXT,
    /** Texts, separated by commas or as a list. */
    LIST,
    /** Ports, from 0 to 65535: {@code 22, 137-139}, or a list of such. */
    PORTS,
    /** IPv4 and IPv6 address blocks: {@code 192.0.2.0/24, 2001:db8::/32}, or a list of such. */
    CIDRS
  }
}
