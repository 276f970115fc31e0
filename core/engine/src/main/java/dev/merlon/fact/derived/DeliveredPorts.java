/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

/**
 * Where packets arrive that do something: conversations, and of protocols other than TCP also what
 * is never answered (RET-4).
 *
 * @param must open to a wide part of the internet for certain
 * @param may open to a wide part of the internet, for all that is known
 */
public record DeliveredPorts(OpenPorts must, OpenPorts may) {}
