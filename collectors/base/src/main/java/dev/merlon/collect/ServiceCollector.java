/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect;

/**
 * Declares what is read of a group of AWS services. An implementation has no state and a public
 * constructor without parameters, and its artifact names it in {@code
 * META-INF/services/dev.merlon.collect.ServiceCollector}, so that {@link AwsCollector} finds it.
 */
public interface ServiceCollector {

  /** Declares the reads, one line each. Makes no calls: those come when the reads are run. */
  void describe(Reads reads);
}
