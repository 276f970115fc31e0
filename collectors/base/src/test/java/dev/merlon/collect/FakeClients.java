/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.regions.Region;

/** Gives the fake that implements what a builder would build. */
final class FakeClients implements Clients {
  private final List<SdkClient> fakes;
  private volatile boolean closed;

  FakeClients(List<SdkClient> fakes) {
    this.fakes = new ArrayList<>(fakes);
    this.fakes.add(
        FakeAws.sts(FakeAws.ACCOUNT, "arn:aws:iam::" + FakeAws.ACCOUNT + ":user/merlon"));
  }

  boolean isClosed() {
    return closed;
  }

  @Override
  @SuppressWarnings("unchecked") // a service's interface and its builder share a package
  public <B extends AwsClientBuilder<B, C>, C extends SdkClient> C get(
      Supplier<B> builder, Region region) {
    if (closed) {
      throw new CancellationException("closed");
    }
    String service = builder.get().getClass().getPackageName();
    return (C)
        fakes.stream()
            .filter(fake -> isOf(fake.getClass(), service))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no fake client of " + service));
  }

  private static boolean isOf(@Nullable Class<?> type, String service) {
    return type != null
        && (Arrays.stream(type.getInterfaces())
                .anyMatch(shown -> shown.getPackageName().equals(service))
            || isOf(type.getSuperclass(), service));
  }

  @Override
  public void close() {
    closed = true;
  }
}
