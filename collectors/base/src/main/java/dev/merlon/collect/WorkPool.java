/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A bounded number of daemon threads, and a count of what they have to do. A task may submit more
 * tasks and never waits for one, so that any number of threads will do.
 */
final class WorkPool implements AutoCloseable {
  private final ExecutorService threads;
  private int open;
  private @Nullable Throwable failure;

  WorkPool(int parallelism) {
    AtomicInteger number = new AtomicInteger();
    threads =
        Executors.newFixedThreadPool(
            parallelism,
            task -> {
              Thread thread = new Thread(task, "merlon-collect-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Runs a task in the pool and waits for it, so that the caller can be interrupted meanwhile. */
  <T> T call(Callable<T> task) throws InterruptedException {
    try {
      return threads.submit(task).get();
    } catch (ExecutionException e) {
      throw unchecked(e.getCause());
    }
  }

  void submit(Runnable task) {
    synchronized (this) {
      open++;
    }
    threads.execute(() -> run(task));
  }

  private void run(Runnable task) {
    Throwable thrown = null;
    try {
      task.run();
    } catch (Throwable e) {
      thrown = e;
    }
    synchronized (this) {
      open--;
      failure = failure == null ? thrown : failure;
      notifyAll();
    }
  }

  /** Waits until nothing is left to do, or a task has thrown, and then throws that. */
  synchronized void await() throws InterruptedException {
    while (open > 0 && failure == null) {
      wait();
    }
    if (failure != null) {
      throw unchecked(failure);
    }
  }

  private static RuntimeException unchecked(@Nullable Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    return thrown instanceof RuntimeException e ? e : new IllegalStateException(thrown);
  }

  /** Forgets what has not begun, and interrupts what has; does not wait for it. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
