/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect;

import java.util.function.Supplier;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.regions.Region;

/** The SDK clients of one collect: one for each service and Region. Thread-safe. */
interface Clients extends AutoCloseable {

  /**
   * Finds the client, or builds it.
   *
   * @throws java.util.concurrent.CancellationException after {@link #close}
   */
  <B extends AwsClientBuilder<B, C>, C extends SdkClient> C get(Supplier<B> builder, Region region);

  @Override
  void close();
}
