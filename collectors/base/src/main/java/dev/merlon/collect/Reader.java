/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect;

/**
 * One read of an AWS service: makes the call and maps its answer to facts.
 *
 * <p>Whatever it throws makes a gap of the fact types that were declared with it; the facts it gave
 * before stay. It may run in several threads at a time, for different Regions.
 *
 * @param <C> the SDK client it calls
 */
@FunctionalInterface
public interface Reader<C> {
  void read(C client, Reading reading);
}
