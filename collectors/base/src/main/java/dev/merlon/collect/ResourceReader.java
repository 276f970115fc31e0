/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect;

/**
 * One read that is made once per resource, as {@link Reader} is once per Region.
 *
 * @param <C> the SDK client it calls
 * @param <P> the fact that the resource is
 */
@FunctionalInterface
public interface ResourceReader<C, P> {
  void read(C client, P parent, Reading reading);
}
