/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.regions.Region;

/** Makes clients of the SDK, and closes them all in the end. */
final class SdkClients implements Clients {
  private final AwsCredentialsProvider credentials;
  private final Consumer<Object> customizer;
  private final RetryMode retryMode;
  private final Map<Key, SdkClient> clients = new HashMap<>();
  private boolean closed;

  private record Key(Class<?> builder, Region region) {}

  /**
   * Builds no client yet.
   *
   * @param customizer applied to each builder, last
   */
  SdkClients(AwsCredentialsProvider credentials, Consumer<Object> customizer) {
    this.credentials = credentials;
    this.customizer = customizer;
    // A scan comes in a burst, and a call that stays throttled is a gap. Adaptive mode slows the
    // client down to what the Region grants instead of giving up after three attempts.
    this.retryMode = RetryMode.resolver().defaultRetryMode(RetryMode.ADAPTIVE_V2).resolve();
  }

  @Override
  public synchronized <B extends AwsClientBuilder<B, C>, C extends SdkClient> C get(
      Supplier<B> supplier, Region region) {
    if (closed) {
      throw new CancellationException("the clients are closed");
    }
    B builder = supplier.get();
    Key key = new Key(builder.getClass(), region);
    @SuppressWarnings("unchecked") // a builder class builds one client type
    C known = (C) clients.get(key);
    if (known != null) {
      return known;
    }
    C client = configured(builder, region).build();
    clients.put(key, client);
    return client;
  }

  private <B extends AwsClientBuilder<B, C>, C> B configured(B builder, Region region) {
    builder.credentialsProvider(credentials).region(region);
    customizer.accept(builder);
    ClientOverrideConfiguration custom = builder.overrideConfiguration();
    if (!saysHowToRetry(custom)) {
      builder.overrideConfiguration(custom.toBuilder().retryStrategy(retryMode).build());
    }
    return builder;
  }

  private static boolean saysHowToRetry(ClientOverrideConfiguration configuration) {
    return configuration.retryStrategy().isPresent()
        || configuration.retryStrategyConfigurator().isPresent()
        || configuration.retryMode().isPresent()
        || configuration.retryPolicy().isPresent();
  }

  @Override
  public synchronized void close() {
    closed = true;
    clients.values().forEach(SdkClient::close);
    clients.clear();
  }
}
