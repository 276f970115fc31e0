/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * The credentials of one collect: the caller's, or those of the SDK's default chain, gone through
 * once for all clients. Remembers why there are none: seen from a call that fails, that is hard to
 * tell from a network that fails.
 */
final class WatchedCredentials implements AwsCredentialsProvider, SdkAutoCloseable {
  private final AwsCredentialsProvider provider;
  private final @Nullable DefaultCredentialsProvider defaultChain;
  private volatile @Nullable RuntimeException failure;

  /**
   * Asks nobody yet.
   *
   * @param provider the caller's, which stays open; null for the default chain
   */
  WatchedCredentials(@Nullable AwsCredentialsProvider provider) {
    if (provider == null) {
      this.defaultChain = DefaultCredentialsProvider.builder().build();
      this.provider = defaultChain;
    } else {
      this.defaultChain = null;
      this.provider = provider;
    }
  }

  @Override
  public AwsCredentials resolveCredentials() {
    try {
      return provider.resolveCredentials();
    } catch (RuntimeException e) {
      failure = e;
      throw e;
    }
  }

  boolean isDefault() {
    return defaultChain != null;
  }

  /** Why there are no credentials; null when there are, or when nobody has asked. */
  @Nullable String failure() {
    return failure == null ? null : Reasons.said(failure);
  }

  @Override
  public void close() {
    if (defaultChain != null) {
      defaultChain.close();
    }
  }
}
